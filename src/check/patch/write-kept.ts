import { ALL, field, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import { notDone, patched } from '../written.js';

/** SC2118 */
export const WRITE_KEPT = defineWriteCheck({
  id: 'SC2118',
  scope: 'write',
  shared: true,
  title: 'A write that was answered well is kept',
  impact: 'access-kept',
  authorities: [
    says(
      '7644',
      '3.5.2',
      'Each PATCH operation represents a single action to be applied to the same SCIM resource specified by the request URI.',
    ),
    field('F70'),
  ],
  clients: ALL,
  effect: 'The client believes that its changes arrived; nothing in the app changes, and whoever leaves keeps access.',
  fix: 'Store what the request asks for before answering 200 or 204, or answer with an error.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }),
    given: { resource: exampleUser({ title: 'Engineer' }) },
    good: changed(exampleUser({ title: 'Director' })),
    bad: changed(exampleUser({ title: 'Engineer' })),
    besides: [
      {
        request: patch('/Users/u1', { op: 'add', path: 'nickName', value: 'Ada' }),
        good: changed(exampleUser({ title: 'Engineer', nickName: 'Ada' })),
        bad: changed(exampleUser({ title: 'Engineer' })),
      },
    ],
  },
  exercises: patched,
  explains: notDone,
});
