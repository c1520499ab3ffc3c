import { ALL, entra, field, must, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { notDoneOrRefused, patched } from '../written.js';

/** SC2106 */
export const PATHLESS: WriteCheck = {
  kind: 'write',
  id: 'SC2106',
  title: 'A replace without a path applies each member of its value',
  severity: 'error',
  impact: 'access-kept',
  authorities: [
    must('7644', '3.5.2.3', 'If the "path" parameter is omitted, the target is assumed to be the resource itself.'),
    okta('scim20'),
    entra('compliance'),
    field('F05'),
  ],
  clients: ALL,
  effect: 'Okta deactivates with {"op":"replace","value":{"active":false}}: the leaver keeps the access.',
  fix: 'Treat each member of "value" as an operation on its own path.',
  good: '> PATCH /Users/u1 {"op":"replace","path":"emails[type eq \\"work\\"].value","value":"moved.tim.lee@example.com"},{"op":"replace","value":{"displayName":"Ada Byron-King","name.givenName":"Ada","title":"Principal Engineer"}}\n< displayName = "Ada Byron-King"',
  bad: '> PATCH /Users/u1 {"op":"replace","path":"emails[type eq \\"work\\"].value","value":"moved.tim.lee@example.com"},{"op":"replace","value":{"displayName":"Ada Byron-King","name.givenName":"Ada","title":"Principal Engineer"}}\n< 200, then GET: displayName = "Tim Lee"',
  exercises: (operation) => patched(operation) && !operation.hasPath,
  explains: notDoneOrRefused,
};
