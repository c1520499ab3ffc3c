import { USER_URN } from '../../scim/urn.js';
import { ALL, entra, field, must, says } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { answer, del, exampleGroupOf, get, list, ok, patch, refusal } from '../messages.js';

/** Hardly more than a schema must have that says what a target has. */
const userSchema = (mutability: string) => ({
  id: USER_URN,
  name: 'User',
  attributes: ['userName', 'displayName', 'title', 'emails'].map((name) => ({
    name,
    type: name === 'emails' ? 'complex' : 'string',
    multiValued: name === 'emails',
    required: name === 'userName',
    mutability: name === 'userName' ? mutability : 'readWrite',
  })),
});

/** Checks of deactivation and deletion that need more than one exchange, or a step of a scenario, to be seen. */
export const LIFECYCLE_STEPS = defineStepChecks([
  {
    id: 'SC2404',
    roots: ['SC1202', 'SC1204', 'SC1216', 'SC2401', 'SC2118', 'SC2152', 'SC1003', 'SC2116', 'SC1205', 'SC2301', 'SC2101', 'SC2100'],
    title: 'A deactivated user stays in the groups',
    severity: 'warning',
    impact: 'provisioning-lost',
    authorities: [
      says(
        '7644',
        '3.5.2',
        'Each PATCH operation represents a single action to be applied to the same SCIM resource specified by the request URI.',
      ),
    ],
    clients: ['entra', 'rfc'],
    effect: 'The client knows nothing of the change: who comes back is in no group, and nobody adds them again.',
    fix: 'Leave memberships alone when active changes; take the access away by other means.',
    example: {
      scenario: 'membership/leaver',
      request: get('/Groups/g1', 'verify'),
      nth: 3,
      good: ok(exampleGroupOf('u1', 'u2')),
      bad: ok(exampleGroupOf('u2')),
    },
  },
  {
    id: 'SC2405',
    roots: [
      'SC1244',
      'SC1216',
      'SC1202',
      'SC1204',
      'SC2401',
      'SC2118',
      'SC2152',
      'SC2100',
      'SC2101',
      'SC2102',
      'SC2119',
      'SC2453',
      'SC1104',
      'SC2501',
      'SC2703',
      'SC1003',
      'SC2402',
      'SC2403',
      'SC2116',
      'SC2407',
      'SC2805',
    ],
    title: 'A user who is deleted in the directory may take another name, and get the old one back',
    severity: 'warning',
    impact: 'access-kept',
    authorities: [field('F116')],
    clients: ['entra'],
    effect:
      'Where a tenant renames deleted users, their deactivation is refused with the name: they keep their access (live logs of one vendor).',
    fix: 'Accept any text as userName, or at least carry the deactivation out.',
    example: {
      scenario: 'users/deleted-renamed',
      request: { method: 'PATCH', target: '/Users/u1' },
      nth: 1,
      good: answer(204),
      bad: refusal(400, 'userName must be an e-mail address.', 'invalidValue'),
    },
  },
  // Where the target says so, nothing is sent: a refusal would be its right.
  {
    id: 'SC2406',
    title: "What a client's mapping changes can be changed",
    severity: 'warning',
    impact: 'provisioning-lost',
    authorities: [
      says(
        '7643',
        '7',
        'The attribute MAY be defined at resource creation (e.g., POST) or at record replacement via a request (e.g., a PUT).',
      ),
    ],
    clients: ['entra', 'okta'],
    effect:
      'Changes of it fail, renames among them: whenever the value changes in the directory, the client sends the new one, is refused, and tries again for ever.',
    fix: 'Let the attribute be changed; or tell customers to map it on creation only ("createOnly" in a mapping file).',
    example: {
      scenario: 'users/rename',
      client: 'okta',
      request: get('/Schemas'),
      good: ok(list([userSchema('readWrite')])),
      bad: ok(list([userSchema('immutable')])),
    },
  },
  {
    id: 'SC2504',
    roots: ['SC1127', 'SC2205'],
    title: 'A PATCH of an id that does not exist is answered 404',
    severity: 'warning',
    needs: 'patch',
    impact: 'noise',
    authorities: [says('7644', '3.12', 'Specified resource (e.g., User) or endpoint does not exist.'), field('F113')],
    clients: ['rfc'],
    effect: 'A client that changes an account which is gone takes the 5xx for an outage, and tries again for ever.',
    fix: 'Look the resource up first, and answer 404 where there is none, whatever the method.',
    example: {
      scenario: 'rfc/patch-errors',
      request: patch('/Users/u9', { op: 'replace', path: 'displayName', value: 'Nobody' }),
      good: refusal(404, 'No such user.'),
      bad: refusal(409, 'No such user.'),
    },
  },
  {
    id: 'SC2603',
    roots: ['SC2401', 'SC2402', 'SC2501', 'SC2703'],
    title: 'A DELETE is accepted',
    impact: 'access-kept',
    authorities: [says('7644', '3.6', 'Clients request resource removal via DELETE.'), entra('how'), field('F91')],
    clients: ALL,
    effect: 'Accounts and groups that are gone in the directory stay in the app.',
    fix: 'Answer 204 to DELETE, whatever the resource is still connected with.',
    example: {
      scenario: 'users/leaver',
      request: del('/Users/u1'),
      nth: 1,
      good: answer(204),
      bad: refusal(500, 'delete on table "users" violates foreign key constraint'),
    },
  },
  {
    id: 'SC2605',
    roots: ['SC2603', 'SC2601', 'SC1127', 'SC1003', 'SC1009'],
    title: 'A second DELETE, and one of an id that never was, are answered 404',
    impact: 'noise',
    authorities: [
      must('7644', '3.6', 'MUST return a 404 (Not Found) error code for all operations associated with the previously deleted resource.'),
      field('F91'),
    ],
    clients: ['rfc'],
    effect: 'A client that repeats a DELETE after a time-out cannot tell that it has succeeded.',
    fix: 'Answer 404 to every request for an id that is not there.',
    example: {
      scenario: 'rfc/delete',
      request: { ...del('/Users/u1'), purpose: 'raw' },
      good: refusal(404, 'No such user.'),
      bad: answer(204),
    },
  },
]);
