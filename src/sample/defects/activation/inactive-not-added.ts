import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { rewrite } from '../../operation.js';
import { isPath } from '../common.js';

export const inactiveNotAdded: Defect = {
  name: 'inactive-not-added',
  area: 'activation',
  title: 'An add of a member who is not active answers 200 and adds nobody.',
  check: 'SC2301',
  clients: ['entra', 'rfc'],
  hooks: ({ store }) => {
    const isAway = (member: unknown): boolean =>
      isObject(member) && store.get('User', String(member['value']))?.attributes['active'] === false;
    return {
      operations: (next, body, entry) =>
        rewrite(next(body, entry), ({ op, path, value }) =>
          op === 'add' && isPath(path, 'members') && Array.isArray(value)
            ? { op, path: 'members', value: value.filter((member) => !isAway(member)) }
            : undefined,
        ),
    };
  },
};
