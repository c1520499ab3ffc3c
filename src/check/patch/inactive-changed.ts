import { getMember } from '../../scim/json.js';
import { entra, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, refusal } from '../messages.js';
import { notDoneOrRefused, onUser, patched } from '../written.js';

/** SC2453 */
export const INACTIVE_CHANGED = defineWriteCheck({
  id: 'SC2453',
  scope: 'target',
  roots: ['SC2401', 'SC2116', 'SC2407', 'SC2805'],
  title: 'A user who is not active can be changed',
  severityFor: { rfc: 'warning' },
  impact: 'provisioning-lost',
  authorities: [entra('how'), says('7643', '4.1.1', "A Boolean value indicating the user's administrative status.")],
  clients: ['entra', 'rfc'],
  effect: 'Whoever changes the name while away comes back under the old one.',
  effects: [
    {
      client: 'entra',
      effect: 'Whoever changes the name while away comes back under the old one; Entra repeats the failed change in every cycle.',
    },
  ],
  fix: 'Keep inactive users like all others; active decides about signing in, nothing else.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'displayName', value: 'Ada King' }),
    given: { resource: exampleUser({ active: false, displayName: 'Ada Byron' }) },
    good: changed(exampleUser({ active: false, displayName: 'Ada King' })),
    bad: refusal(403, 'The user is not active.'),
    besides: [
      {
        request: patch('/Users/u1', { op: 'replace', path: 'active', value: true }),
        good: changed(exampleUser({ active: true, displayName: 'Ada Byron' })),
        bad: changed(exampleUser({ active: true, displayName: 'Ada Byron' })),
      },
    ],
  },
  exercises: (operation, write) =>
    patched(operation) && onUser(write) && operation.attribute !== 'active' && getMember(write.before ?? {}, 'active') === false,
  // Who comes back in the same request may be changed because of that.
  proves: (_operation, write) => write.operations.every(({ attribute }) => attribute !== 'active'),
  explains: notDoneOrRefused,
});
