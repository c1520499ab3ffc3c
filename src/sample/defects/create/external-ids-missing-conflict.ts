import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const externalIdsMissingConflict: Defect = {
  name: 'external-ids-missing-conflict',
  area: 'create',
  title:
    'Of users without an externalId there can be one: to the database all of them have the same empty one, and the next is answered 409.',
  check: 'SC1224',
  clients: ['okta', 'rfc'],
  hooks: ({ store }) => ({
    unique: (next, type, attributes, entry) => {
      const isSecond = store.all('User').some((user) => user.attributes['externalId'] === undefined);
      if (type === 'User' && entry === undefined && attributes['externalId'] === undefined && isSecond)
        throw new Refusal(409, 'externalId is taken.', 'uniqueness');
      next(type, attributes, entry);
    },
  }),
};
