import { entra, field, should } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { exampleGroupOf, get, ok, patch, refusal } from '../messages.js';

/** Checks of groups that need more than one exchange, or a step of a scenario, to be seen. */
export const GROUP_STEPS = defineStepChecks([
  {
    id: 'SC2310',
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
    effect: 'Entra takes a 5xx for a passing fault and repeats the request about every 20 minutes.',
    fix: 'Answer 400 with "scimType": "invalidValue" and name the member; keep those who are in the group.',
    scene: {
      scenario: 'membership/again',
      request: patch('/Groups/g1', { op: 'add', path: 'members', value: [{ value: 'u9' }] }),
      good: refusal(400, 'There is no such user.', 'invalidValue'),
      bad: refusal(500, 'insert on table "members" violates foreign key constraint'),
    },
  },
  {
    id: 'SC2311',
    title: 'A member who is added again stands in the group once',
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
    clients: ['rfc'],
    effect: 'A retry of the client doubles the member; the removal then takes away only one of the two, or is refused.',
    fix: 'Treat members as a set of ids.',
    scene: {
      scenario: 'membership/again',
      request: get('/Groups/g1', 'verify'),
      nth: 3,
      good: ok(exampleGroupOf('u1')),
      bad: ok(exampleGroupOf('u1', 'u1')),
    },
  },
]);
