import { field, must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC2122 */
export const REMOVE_WITHOUT_PATH: StepCheck = {
  kind: 'step',
  id: 'SC2122',
  roots: ['SC2106'],
  title: 'A remove without a path is answered 400 noTarget',
  severity: 'error',
  needs: 'patch',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.5.2.2',
      'If "path" is unspecified, the operation fails with HTTP status code 400 and a "scimType" error code of "noTarget".',
    ),
    field('F58'),
  ],
  clients: ['rfc'],
  effect: 'The worst a server can do with it is to clear the whole resource.',
  fix: 'Answer 400 with "scimType": "noTarget".',
  good: '> PATCH /Users/u1 {"op":"remove"}\n< status 400',
  bad: '> PATCH /Users/u1 {"op":"remove"}\n< 200 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"u1","userName":"margaret.hamilton@example.com","name":{"formatted":"Margaret Hamilton","familyName":"…',
};
