import { ALL, entra, field, must } from '../authority.js';
import type { WriteCheck } from '../check.js';

/** SC1120 */
export const TYPE_KEPT: WriteCheck = {
  kind: 'write',
  id: 'SC1120',
  title: 'Values keep their JSON type',
  severity: 'error',
  impact: 'access-kept',
  roots: ['SC1109'],
  decisive: true,
  authorities: [must('7643', '2.3.2', 'The literal "true" or "false".'), entra('develop'), field('F01')],
  clients: ALL,
  effect: 'A client that compares "False" with false sees a difference for ever, and a server for which the text is true keeps the access.',
  fix: 'Convert on the way in and return booleans as booleans, numbers as numbers, text as text.',
  good: '> POST /Users {"userName":"ada@example.com","active":true}\n< then GET: "active": true',
  bad: '> POST /Users {"userName":"ada@example.com","active":true}\n< then GET: "active": "True"',
  exercises: () => true,
  explains: (trouble) => trouble.kind === 'type',
};
