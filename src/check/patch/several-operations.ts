import { ALL, field, must } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { bodyOf, notDoneOrRefused } from '../written.js';

/** SC2117 */
export const SEVERAL_OPERATIONS: WriteCheck = {
  kind: 'write',
  id: 'SC2117',
  title: 'A PATCH may hold several operations',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [must('7644', '3.5.2', 'Operations are applied sequentially in the order they appear in the array.'), field('F95')],
  clients: ALL,
  effect: 'Entra sends all changes of a person in one PATCH: one that is not understood loses them all.',
  fix: 'Apply every operation of the list, in its order.',
  good: '> PATCH /Users/u1 {"op":"Add","path":"addresses[type eq \\"work\\"].streetAddress","value":"1 Example Way"},{"op":"Add","path":"addresses[type eq \\"work\\"].locality","value":"Exampleton"},{"op":"Replace","path":"active","value":"False…\n< active = false',
  bad: '> PATCH /Users/u1 {"op":"Add","path":"addresses[type eq \\"work\\"].streetAddress","value":"1 Example Way"},{"op":"Add","path":"addresses[type eq \\"work\\"].locality","value":"Exampleton"},{"op":"Replace","path":"active","value":"False…\n< 200, then GET: active = true',
  exercises: (_operation, write) =>
    Array.isArray(bodyOf(write)['Operations']) && (bodyOf(write)['Operations'] as readonly unknown[]).length > 1,
  // A server that stops after the first operation carries that one out.
  proves: (operation, write) => write.together !== true && write.operations.indexOf(operation) > 0,
  explains: notDoneOrRefused,
};
