import { getMember } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { memberIds } from '../../store.js';

export const deletedGroupsStillShown: Defect = {
  name: 'deleted-groups-still-shown',
  area: 'integrity',
  kind: 'after-deletion',
  title: 'Users show groups that were deleted among their groups.',
  check: 'SC2713',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    const former = new Map<string, string[]>();
    return {
      erase: (next, entry) => {
        for (const id of memberIds(entry)) former.set(id, [...(former.get(id) ?? []), entry.id]);
        next(entry);
      },
      render: (next, entry) => {
        const resource = next(entry);
        const gone = former.get(entry.id);
        const shown = getMember(resource, 'groups');
        if (gone === undefined) return resource;
        return { ...resource, groups: [...(Array.isArray(shown) ? shown : []), ...gone.map((value) => ({ value }))] };
      },
    };
  },
};
