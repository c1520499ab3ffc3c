import { ALL, entra, field, must, says, should } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { answer, exampleGroupOf, excerpt, get, ok, patch, post, refusal } from '../messages.js';

/** Checks of groups that need more than one exchange, or a step of a scenario, to be seen. */
export const GROUP_STEPS = defineStepChecks([
  {
    id: 'SC2310',
    roots: ['SC2341', 'SC2303'],
    title: 'A member who does not exist is answered with a 4xx',
    severity: 'warning',
    needs: 'patch',
    impact: 'noise',
    authorities: [
      should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),
      field('F41'),
      entra('quarantine'),
    ],
    clients: ['rfc'],
    effect: 'A client takes a 5xx for a passing fault, and repeats the request.',
    effects: [{ client: 'entra', effect: 'Entra takes a 5xx for a passing fault and repeats the request about every 20 minutes.' }],
    fix: 'Answer 400 with "scimType": "invalidValue" and name the member; keep those who are in the group.',
    example: {
      scenario: 'membership/again',
      request: patch('/Groups/g1', { op: 'add', path: 'members', value: [{ value: 'u9' }] }),
      good: refusal(400, 'There is no such user.', 'invalidValue'),
      bad: refusal(500, 'insert on table "members" violates foreign key constraint'),
    },
  },
  {
    id: 'SC2311',
    roots: ['SC2301'],
    title: 'A member stands in the group once, however often they are added',
    severity: 'warning',
    needs: 'patch',
    impact: 'noise',
    authorities: [
      should(
        '7644',
        '3.5.2.1',
        'If the target location already contains the value specified, no changes SHOULD be made to the resource, and a success response SHOULD be returned.',
      ),
    ],
    clients: ALL,
    effect: 'A retry of the client doubles the member; the removal then takes away only one of the two, or is refused.',
    fix: 'Treat members as a set of ids.',
    example: {
      scenario: 'membership/again',
      client: 'rfc',
      request: get('/Groups/g1', 'verify'),
      nth: 3,
      good: ok(exampleGroupOf('u1')),
      bad: ok(exampleGroupOf('u1', 'u1')),
    },
  },
  {
    id: 'SC2312',
    roots: ['SC1216', 'SC1202', 'SC1204', 'SC2401', 'SC2201', 'SC2200', 'SC2203', 'SC1003', 'SC2301', 'SC2100'],
    title: 'A PUT with an empty list of groups takes nobody out of a group',
    impact: 'provisioning-lost',
    authorities: [
      must('7644', '3.5.1', 'readOnly  Any values provided SHALL be ignored.'),
      says(
        '7643',
        '4.1.2',
        'A list of groups to which the user belongs, either through direct membership, through nested groups, or dynamically calculated.',
      ),
    ],
    clients: ['okta'],
    effect: 'Whoever changes a name loses all groups: Okta sends "groups": [] with every profile, and never notices.',
    fix: 'Ignore "groups" in the body of a user: memberships change at the groups alone.',
    example: {
      scenario: 'membership/profile-put',
      request: get('/Groups/g1', 'verify'),
      nth: 3,
      good: ok(exampleGroupOf('u1')),
      bad: ok(exampleGroupOf()),
    },
  },
  {
    id: 'SC2313',
    roots: ['SC1216', 'SC1202', 'SC1204', 'SC1203', 'SC1205', 'SC1003', 'SC1310'],
    title: 'A group is created although its body names a schema that the target does not know',
    severity: 'warning',
    impact: 'provisioning-lost',
    authorities: [entra('develop'), field('F66'), field('F121')],
    clients: ['entra', 'okta'],
    effect: 'Groups are not pushed where the client names a schema of its own.',
    effects: [
      { client: 'entra', effect: "Groups are not pushed where the body names Microsoft's own schema, as Microsoft's sample does." },
      { client: 'okta', effect: "Groups are not pushed where the app's group profile in Okta has an extension." },
    ],
    fix: 'Ignore schemas and attributes that you do not know; demand the schema of groups alone.',
    example: {
      scenario: 'entra-tutorial/groups',
      request: post('/Groups', { meta: { resourceType: 'Group' } }),
      nth: 2,
      good: excerpt(answer(201, { members: [] })),
      bad: refusal(400, 'The body names a schema that does not exist.', 'invalidSyntax'),
    },
  },
  {
    id: 'SC2341',
    roots: ['SC2302', 'SC2303', 'SC2304', 'SC2301', 'SC2100', 'SC2101', 'SC1104', 'SC1126', 'SC2114'],
    title: 'Who is no member can be removed, and all who are stay',
    severity: 'warning',
    needs: 'patch',
    impact: 'noise',
    authorities: [
      says(
        '7644',
        '3.5.2.2',
        'If the target location is a multi-valued attribute and a complex filter is specified comparing a "value", the values matched by the filter are removed.',
      ),
      should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),
    ],
    clients: ['entra', 'rfc'],
    effect: 'A removal that is sent again after a lost answer takes somebody else out of the group, or fails for ever.',
    fix: 'Remove by id; where there is no such member, answer 204, or 400 with "scimType": "noTarget".',
    example: {
      scenario: 'membership/again',
      client: 'rfc',
      request: patch('/Groups/g1', { op: 'remove', path: 'members[value eq "u2"]' }),
      good: refusal(400, 'There is no such member.', 'noTarget'),
      bad: refusal(500, 'cannot read properties of undefined'),
    },
  },
]);
