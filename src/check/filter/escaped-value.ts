import { says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, find, list, ok } from '../messages.js';
import { isEscaped, isInactive, judgeHit } from './look-up.js';

/** SC1315 */
export const HIT_ESCAPED = defineResponseCheck({
  id: 'SC1315',
  on: { methods: ['GET'] },
  roots: ['SC1403', 'SC1303', 'SC1310', 'SC2703', 'SC1308'],
  title: 'A look-up understands quotes and backslashes in the value',
  severity: 'warning',
  impact: 'provisioning-lost',
  authorities: [says('7644', '3.4.2.2', 'compValue = false / null / true / number / string ; rules from JSON (RFC 7159)')],
  clients: ['okta', 'rfc'], // Entra fails on such a value before it asks ("Known issues")
  effect: 'People and groups with a quotation mark or a backslash in their name are never found, and are created again.',
  fix: 'Parse the value of a filter as a JSON string, its escapes included.',
  example: {
    request: find('/Users', String.raw`userName eq "ada \"countess\""`),
    given: { hits: [exampleUser({ userName: 'ada "countess"' })] },
    good: ok(list([exampleUser({ userName: 'ada "countess"' })])),
    bad: ok(list([])),
  },
  judge: judgeHit((observation) => isEscaped(observation) && observation.request.filter?.otherCase !== true && !isInactive(observation)),
});
