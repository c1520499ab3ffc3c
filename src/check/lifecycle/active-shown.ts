import { ALL, entra, field, okta } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, without } from '../messages.js';
import { brings, isCreate } from '../written.js';

/** SC2403: raised by steps that look a user up as well. */
export const ACTIVE_SHOWN = defineWriteCheck({
  id: 'SC2403',
  roots: ['SC2505'],
  scope: 'write',
  decisive: true,
  title: 'The answer shows whether the user is active',
  severityFor: { rfc: 'warning' },
  impact: 'access-kept',
  authorities: [entra('develop'), okta('test'), field('F17')],
  clients: ALL,
  effect: 'The client takes a leaver for active, or the other way round, and does not correct it.',
  fix: 'Return active, as a JSON boolean, in every answer and in lists.',
  example: {
    request: post('/Users', asSent(exampleUser())),
    good: changed(exampleUser(), 201),
    bad: changed(without(exampleUser(), 'active'), 201),
  },
  exercises: isCreate,
  proves: (_operation, write) => brings(write, 'active'),
  explains: (difference) => difference.kind === 'missing' && difference.path === 'active',
});
