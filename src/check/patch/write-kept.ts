import { ALL, field, must } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { notDone, patched } from '../written.js';

/** SC2118 */
export const WRITE_KEPT: WriteCheck = {
  kind: 'write',
  id: 'SC2118',
  title: 'A write that was answered well is kept',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7644',
      '3.5.2',
      'Each PATCH operation represents a single action to be applied to the same SCIM resource specified by the request URI.',
    ),
    field('F70'),
  ],
  clients: ALL,
  effect: 'The client believes that its changes arrived; nothing in the app changes.',
  fix: 'Store what the request asks for before answering 200 or 204, or answer with an error.',
  good: '> PATCH /Groups/u1 {"op":"Add","path":"members","value":[{"$ref":null,"value":"u2"},{"$ref":null,"value":"u3"}]}\n< members = ["u1","u2"]',
  bad: '> PATCH /Groups/u1 {"op":"Add","path":"members","value":[{"$ref":null,"value":"u2"},{"$ref":null,"value":"u3"}]}\n< 200, then GET: members = []',
  exercises: patched,
  explains: notDone,
};
