import { ALL, must } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { onUser, patched, refused } from '../written.js';

/** SC2115 */
export const ONLY_WHAT_IS_ASKED: WriteCheck = {
  kind: 'write',
  id: 'SC2115',
  title: 'A PATCH leaves everything else as it was',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.5.2',
      'Each PATCH operation represents a single action to be applied to the same SCIM resource specified by the request URI.',
    ),
  ],
  clients: ALL,
  effect: 'A change of one attribute damages others.',
  fix: 'Change only what the operations name.',
  good: '> PATCH /Users/u1 {"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager","value":"u2"}\n< nickName = "Donald"',
  bad: '> PATCH /Users/u1 {"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager","value":"u2"}\n< 200, then GET: nickName: no value',
  exercises: (operation, write) => patched(operation) && onUser(write),
  explains: (trouble) => trouble.operation === undefined && !refused(trouble),
};
