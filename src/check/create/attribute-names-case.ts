import { USER_URN } from '../../scim/urn.js';
import { field, says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { answer, excerpt, post, refusal } from '../messages.js';

/** SC1121 */
export const ATTRIBUTE_NAMES_CASE: StepCheck = {
  kind: 'step',
  id: 'SC1121',
  roots: ['SC1204', 'SC2501'],
  title: 'The names of attributes count without regard to case',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [says('7643', '2.1', 'Attribute names are case insensitive and are often "camel-cased" (e.g., "camelCase").'), field('F48')],
  clients: ['rfc'],
  effect: 'A client that writes UserName or Title loses the value, or is told that userName is missing.',
  fix: 'Compare attribute names without regard to case: in bodies, in paths, in filters and in "attributes".',
  scene: {
    scenario: 'rfc/attribute-names',
    request: post('/Users', { schemas: [USER_URN], UserName: 'names.r1@example.com', Title: 'Engineer', Active: true }, 'raw'),
    good: excerpt(answer(201, { title: 'Engineer' }, { Location: 'https://scim.example.com/Users/u1' })),
    bad: refusal(400, 'userName is required.', 'invalidValue'),
  },
};
