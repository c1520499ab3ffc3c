import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const passwordRequired: Defect = {
  name: 'password-required',
  area: 'create',
  title: 'A user without a password is refused with 400, without a word of what is missing.',
  check: 'SC2804',
  also: {
    SC1208: 'The second user of one name is refused for another reason than the name.',
    SC1219: 'Users who are created at the same moment have no password.',
  },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      const isCreate = request.method === 'POST' && route.kind === 'collection' && route.type === 'User';
      if (isCreate && !new TextDecoder().decode(request.body).includes('"password"'))
        throw badRequest('invalidValue', 'Validation failed.');
      return next(route, request);
    },
  }),
};
