import { getMember, isObject } from '../../scim/json.js';
import { field, must } from '../authority.js';
import { checkOfRule } from '../constraint/check-of-rule.js';
import { defineResponseCheck } from '../define.js';
import { asSent, exampleUser, post, refusal } from '../messages.js';
import { showResponse } from '../show.js';

/** SC1209: Entra and Okta look at the status alone. */
export const CONFLICT_TYPE = defineResponseCheck({
  id: 'SC1209',
  on: { methods: ['POST'] },
  ofForm: true,
  roots: ['SC1102'],
  title: 'A conflict is marked as one of uniqueness',
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '3.3',
      'the service provider MUST return HTTP status code 409 (Conflict) with a "scimType" error code of "uniqueness", as per Section 3.12.',
    ),
    field('F53'),
  ],
  clients: ['rfc'],
  effect: 'A client that links existing accounts on a conflict does not recognise it.',
  fix: 'Send "scimType": "uniqueness" with every 409 to a create.',
  example: {
    request: post('/Users', asSent(exampleUser())),
    good: refusal(409, 'The userName is taken.', 'uniqueness'),
    bad: refusal(409, 'The userName is taken.'),
  },
  judge({ request, response, facts }) {
    // A tenant without room for another user is in no conflict with this one.
    if (response.status !== 409 || checkOfRule({ request, response, facts }) === 'SC2801') return 'silent';
    const type = isObject(response.body) ? getMember(response.body, 'scimType') : undefined;
    return type === 'uniqueness' ? 'fine' : { expected: '"scimType": "uniqueness"', received: showResponse(response) };
  },
});
