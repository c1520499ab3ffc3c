import { field, must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC2121 */
export const UNKNOWN_PATH: StepCheck = {
  kind: 'step',
  id: 'SC2121',
  title: 'A path that names no attribute is answered 400',
  severity: 'error',
  needs: 'patch',
  impact: 'noise',
  authorities: [must('7644', '3.12', 'The "path" attribute was invalid or malformed (see Figure 7).'), field('F60')],
  clients: ['rfc'],
  effect: 'The client believes that its change arrived.',
  fix: 'Answer 400 with "scimType": "invalidPath" or "noTarget".',
  good: '> PATCH /Users/u1 {"op":"replace","path":"noSuchAttribute","value":"x"}\n< status 400',
  bad: '> PATCH /Users/u1 {"op":"replace","path":"noSuchAttribute","value":"x"}\n< 200 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"u1","userName":"margaret.hamilton@example.com","name":{"formatted":"Margaret Hamilton","familyName":"…',
};
