import type { Defect } from '../../defect.js';

export const createAgainAccepted: Defect = {
  name: 'create-again-accepted',
  area: 'create',
  kind: 'again',
  title: 'A create that is sent again with the same externalId makes a second user.',
  failure: 'F90',
  check: 'SC1220',
  clients: ['entra'],
  hooks: ({ store }) => ({
    unique: (next, type, attributes, entry) => {
      const { userName, externalId } = attributes;
      const same = store
        .all(type)
        .some((other) => other.attributes['externalId'] === externalId && other.attributes['userName'] === userName);
      if (type === 'User' && entry === undefined && typeof externalId === 'string' && same) return;
      next(type, attributes, entry);
    },
  }),
};
