import type { Defect } from '../../defect.js';
import { withText } from '../../reply.js';

export const errorHtml: Defect = {
  name: 'error-html',
  area: 'errors',
  title: 'Errors are HTML pages.',
  failure: 'F22',
  check: 'SC1102',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    failure: (next, refusal, request) =>
      withText(next(refusal, request), 'text/html; charset=utf-8', `<!DOCTYPE html><title>Error</title><h1>Error ${refusal.status}</h1>`),
  }),
};
