import type { Json } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { inLists } from '../looks.js';

export const listsShowOldNames: Defect = {
  name: 'lists-show-old-names',
  area: 'integrity',
  kind: 'picture',
  title: 'Lists and look-ups show the displayName that a user was created with.',
  check: 'SC2711',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    const first = new Map<string, Json>();
    return {
      save: (next, type, attributes, entry) => {
        const saved = next(type, attributes, entry);
        if (entry === undefined && type === 'User') first.set(saved.id, attributes['displayName'] ?? null);
        return saved;
      },
      ...inLists((resource) => {
        const name = first.get(String(resource['id']));
        return typeof name === 'string' ? { ...resource, displayName: name } : resource;
      }),
    };
  },
};
