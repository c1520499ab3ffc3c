import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const passwordsLong: Defect = {
  name: 'passwords-long',
  area: 'create',
  title: 'A user with a password of fewer than twelve characters is refused, with a word about it.',
  check: 'SC2831',
  clients: ['okta'],
  hooks: () => ({
    perform: (next, route, request) => {
      const isCreate = request.method === 'POST' && route.kind === 'collection' && route.type === 'User';
      const password = isCreate ? /"password":\s*"([^"]*)"/.exec(new TextDecoder().decode(request.body))?.[1] : undefined;
      if (password !== undefined && password.length < 12)
        throw badRequest('invalidValue', 'The password must have at least 12 characters.');
      return next(route, request);
    },
  }),
};
