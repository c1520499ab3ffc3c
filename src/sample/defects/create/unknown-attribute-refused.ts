import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const unknownAttributeRefused: Defect = {
  name: 'unknown-attribute-refused',
  area: 'create',
  title: 'A body with a password, groups or meta is refused with 400.',
  failure: 'F67',
  check: 'SC1204',
  also: {
    SC2201: 'Okta puts these attributes back in every PUT.',
    SC2313: 'The group is refused for its meta, and for nothing that the scenario is about.',
    SC2251: 'Nobody else can be created whose PUT would change something.',
    SC1222: 'So is the user with a primary address.',
  },
  clients: ['entra', 'okta'],
  hooks: () => ({
    body: (next, request) => {
      const body = next(request);
      const extra = ['password', 'groups', 'meta'].find((name) => name in body);
      if (extra !== undefined) throw badRequest('invalidSyntax', `${extra} is not allowed.`);
      return body;
    },
  }),
};
