import type { Defect } from '../../defect.js';
import { withText } from '../../reply.js';

export const readHtml: Defect = {
  name: 'read-html',
  area: 'errors',
  title: 'Reading a user answers 200 with an HTML page.',
  check: 'SC1108',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      const answer = next(route, request);
      return request.method === 'GET' && route.kind === 'resource' && route.type === 'User' && answer.status === 200
        ? withText(answer, 'text/html', '<!DOCTYPE html><title>Sign in</title>')
        : answer;
    },
  }),
};
