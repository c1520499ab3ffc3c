import { ALL, entra, field, says } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { answer, excerpt, post, refusal } from '../messages.js';

const REFUSED = refusal(400, 'Bad request.');

/** Checks of which values are taken that need more than one exchange to be seen. */
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
]);
