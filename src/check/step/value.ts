import { ENTERPRISE_USER_URN, USER_URN } from '../../scim/urn.js';
import { ALL, entra, field, okta, says } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { answer, exampleUser, excerpt, get, list, ok, post, refusal, same } from '../messages.js';

const REFUSED = refusal(400, 'Bad request.');

/** Checks of which values are taken and kept that need more than one exchange to be seen. */
export const VALUE_STEPS = defineStepChecks([
  {
    id: 'SC1253',
    title: 'A text may have any signs',
    severityFor: { rfc: 'warning' },
    impact: 'provisioning-lost',
    authorities: [
      says('7643', '2.3.1', 'A sequence of zero or more Unicode characters encoded using UTF-8'),
      entra('develop'),
      field('F112'),
    ],
    clients: ALL,
    effect: 'People whose names, titles or addresses have such a sign are not created, or not updated.',
    effects: [{ type: 'Group', effect: 'Groups whose values have such a sign are not created, or not updated.' }],
    fix: 'Store texts as Unicode (in MySQL: utf8mb4), hand them to the database as parameters, and check no more of a text than its purpose demands.',
    example: {
      scenario: 'users/names',
      request: post('/Users', { name: { familyName: "O'Brien" } }),
      good: excerpt(answer(201, { name: { familyName: "O'Brien" } }, { Location: 'https://scim.example.com/Users/u1' })),
      bad: REFUSED,
      besides: [{ request: post('/Users', { name: { familyName: "O1'Brien" } }), good: REFUSED, bad: REFUSED }],
    },
  },
  {
    id: 'SC1229',
    title: 'What people have in common keeps nobody out',
    impact: 'provisioning-lost',
    authorities: [says('7643', '7', 'The values are not intended to be unique in any way.')],
    clients: ALL,
    effect: 'Of several people with the same value, such as namesakes, one is provisioned; the others are not created, or not updated.',
    effects: [
      { type: 'Group', effect: 'Of several groups with the same value one is provisioned; the others are not created, or not updated.' },
    ],
    fix: 'Keep userName, and the displayName of a group, unique, and nothing that people share; or declare the attribute unique in /Schemas, and say so to customers.',
    example: {
      scenario: 'users/names',
      request: post('/Users', { displayName: 'Petra Plus' }),
      good: excerpt(answer(201, { displayName: 'Petra Plus' }, { Location: 'https://scim.example.com/Users/u2' })),
      bad: refusal(409, 'displayName is taken.', 'uniqueness'),
    },
  },
  {
    id: 'SC1505',
    roots: ['SC1504', 'SC1501', 'SC1205', 'SC2121'],
    title: 'The names in attributes may have their URN in front',
    severity: 'warning',
    impact: 'noise',
    authorities: [
      says(
        '7644',
        '3.10',
        'In general, attributes are uniquely identified by prefixing the attribute name with its schema URN separated by a colon (":") character; e.g., the core User resource attribute \'userName\' is identified as "urn:ietf:params:scim:schemas:core:2.0:User:userName".',
      ),
    ],
    clients: ['rfc'],
    effect: 'A client that asks for an attribute of an extension, or for any by its full name, gets an answer without it.',
    fix: 'Read the names in attributes and excludedAttributes as you read paths: with the URN of their schema in front or without.',
    example: {
      scenario: 'rfc/extension',
      request: get(`/Users/u1?attributes=${USER_URN}:userName,${ENTERPRISE_USER_URN}:department`),
      good: ok({ schemas: [USER_URN], id: 'u1', userName: 'ada@example.com', [ENTERPRISE_USER_URN]: { department: 'Sales' } }),
      bad: ok({ schemas: [USER_URN], id: 'u1' }),
    },
  },
  {
    id: 'SC1504',
    roots: ['SC1205', 'SC2501', 'SC2703'],
    title: 'What is asked for with "attributes", or not excluded, is in the answer',
    impact: 'noise',
    authorities: [
      says('7644', '3.4.2.5', 'any attributes or sub-attributes explicitly requested by the "attributes" parameter'),
      says(
        '7644',
        '3.4.2.5',
        'Additionally, the default set of attributes minus those attributes listed in "excludedAttributes" is returned.',
      ),
    ],
    clients: ['rfc'],
    effect: 'A client that asks for a part of a person takes it that there is no such value.',
    fix: 'Look the names up without regard to case, with and without the URN of their schema, and return what they name.',
    example: {
      scenario: 'rfc/projection',
      request: get('/Users/u1?attributes=userName'),
      good: excerpt(ok({ id: 'u1', userName: 'ada@example.com' })),
      bad: ok({ id: 'u1' }),
    },
  },
  {
    id: 'SC1228',
    roots: ['SC1202', 'SC1204', 'SC1205', 'SC1216', 'SC1003', 'SC2113', 'SC2502', 'SC2505'],
    title: "Okta's test finds the names of whom it has created",
    impact: 'provisioning-lost',
    authorities: [okta('test')],
    clients: ['okta'],
    effect: 'The submission to the integration network of Okta fails: its test wants name.givenName and name.familyName back.',
    fix: 'Keep name.givenName and name.familyName, and list them in /Schemas.',
    example: {
      scenario: 'okta-spec/spec',
      client: 'okta',
      request: get('/Users/u2', 'raw'),
      good: excerpt(ok({ name: { givenName: 'Runscope', familyName: 'Test' } })),
      bad: excerpt(ok({ name: { formatted: 'Runscope Test' } })),
      besides: [same(get('/Users?count=1&startIndex=1'), ok(list([exampleUser()], { totalResults: 6 })))],
    },
  },
]);
