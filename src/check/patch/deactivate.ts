import { ALL, entra, field, okta, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import { notDoneOrRefused, setsActive } from '../written.js';

/** SC2116 */
export const DEACTIVATE = defineWriteCheck({
  id: 'SC2116',
  scope: 'target',
  roots: ['SC2113'],
  title: 'A deactivation takes effect',
  impact: 'access-kept',
  authorities: [
    says('7644', '3.5.2.3', 'If the target location is a single-value attribute, the attributes value is replaced.'),
    entra('develop'),
    okta('scim20'),
    field('F38'),
  ],
  clients: ALL,
  effect: 'Leavers keep their access.',
  fix: 'Store active and return it in every answer.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'active', value: false }),
    given: { resource: exampleUser() },
    good: changed(exampleUser({ active: false })),
    bad: changed(exampleUser()),
  },
  exercises: (operation, write) => operation.kind !== 'put' && setsActive(operation, write, false),
  explains: notDoneOrRefused,
});
