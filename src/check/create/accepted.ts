import { ALL, entra, field, okta, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal } from '../messages.js';
import { isCreate, refused } from '../written.js';

/** A user of whom nothing lacks that a target may want. */
const NAMED = exampleUser({ externalId: 'e1', emails: [{ value: 'ada@example.com' }], name: { givenName: 'Ada', familyName: 'Byron' } });

/** SC1204 */
export const CREATE = defineWriteCheck({
  id: 'SC1204',
  scope: 'method',
  conflictRoots: ['SC1202', 'SC1303', 'SC1310', 'SC1308', 'SC1342', 'SC1403', 'SC2401', 'SC2502', 'SC2505', 'SC2601', 'SC2603'],
  title: "The client's create is accepted",
  impact: 'provisioning-lost',
  authorities: [
    says('7644', '3.3', 'To create new resources, clients send HTTP POST requests to the resource endpoint'),
    entra('develop'),
    okta('scim20'),
    field('F67'),
  ],
  clients: ALL,
  effect: 'Nobody is provisioned.',
  effects: [
    { partly: true, type: 'Group', effect: "Some groups are not provisioned: those whose data is like this one's." },
    { partly: true, effect: "Some people are not provisioned: those whose data is like this one's." },
    { type: 'Group', effect: 'No group is provisioned, and nobody has access by one.' },
  ],
  fix: 'Accept the body as the client sends it; ignore read-only and unsupported attributes.',
  example: {
    request: post('/Users', { ...asSent(NAMED), meta: { resourceType: 'User' } }),
    good: changed(NAMED, 201),
    bad: refusal(400, 'meta is not allowed.', 'invalidSyntax'),
  },
  exercises: isCreate,
  explains: refused,
});
