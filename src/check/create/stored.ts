import { ALL, entra, field, okta } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post } from '../messages.js';
import { isCreate, refused } from '../written.js';

/** SC1205 */
export const CREATE_STORED = defineWriteCheck({
  id: 'SC1205',
  scope: 'write',
  roots: ['SC2502', 'SC2505'],
  title: 'A create stores the values that it brings',
  severityFor: { rfc: 'warning' },
  impact: 'provisioning-lost',
  authorities: [entra('develop'), okta('test'), field('F70')],
  clients: ALL,
  effect: 'People and groups arrive without these values.',
  effects: [
    { client: 'entra', effect: 'People and groups arrive without these values; Entra sends them again in every cycle.' },
    {
      client: 'okta',
      effect:
        'People and groups arrive without these values. Where a new user comes back with "active": false, Okta tries again and again ("delay in reactivating remote User", one report of 2026).',
    },
  ],
  fix: 'Store every mapped attribute as it was sent, and return it.',
  example: {
    request: post('/Users', asSent(exampleUser({ title: 'Engineer' }))),
    good: changed(exampleUser({ title: 'Engineer' }), 201),
    bad: changed(exampleUser(), 201),
  },
  exercises: isCreate,
  explains: (difference) => !refused(difference),
});
