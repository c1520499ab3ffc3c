import type { Defect } from '../../defect.js';

export const passwordReturned: Defect = {
  name: 'password-returned',
  area: 'integrity',
  title: 'Answers show the password.',
  failure: 'F67',
  check: 'SC1110',
  clients: ['okta', 'rfc'],
  hooks: () => {
    const passwords = new Map<string, string>();
    return {
      body: (next, request) => {
        const body = next(request);
        if (typeof body['password'] === 'string') passwords.set(String(body['userName']), body['password']);
        return body;
      },
      render: (next, entry) => {
        const password = passwords.get(String(entry.attributes['userName']));
        return password === undefined ? next(entry) : { ...next(entry), password };
      },
    };
  },
};
