import { ALL, says } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { ada, changed, patch } from '../messages.js';
import { onUser, patched, refused } from '../written.js';

/** SC2115 */
export const ONLY_WHAT_IS_ASKED: WriteCheck = {
  kind: 'write',
  id: 'SC2115',
  title: 'A PATCH leaves everything else as it was',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    says(
      '7644',
      '3.5.2',
      'Each PATCH operation represents a single action to be applied to the same SCIM resource specified by the request URI.',
    ),
  ],
  clients: ALL,
  effect: 'A change of one attribute damages others.',
  fix: 'Change only what the operations name.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }),
    given: { resource: ada({ title: 'Engineer', nickName: 'Ada' }) },
    good: changed(ada({ title: 'Director', nickName: 'Ada' })),
    bad: changed(ada({ title: 'Director' })),
  },
  exercises: (operation, write) => patched(operation) && onUser(write),
  explains: (trouble) => trouble.operation === undefined && !refused(trouble),
};
