import { ALL, entra, field, must } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { notDoneOrRefused, ofMembers } from '../written.js';

/** SC2105 */
export const VALUE_PATH: WriteCheck = {
  kind: 'write',
  id: 'SC2105',
  title: 'A value path reaches the element that it names',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [must('7644', '3.5.2.3', 'the matching sub-attribute of all matching records is replaced.'), entra('develop'), field('F95')],
  clients: ALL,
  effect: 'Changes of addresses, phones and roles never arrive.',
  fix: 'Support paths such as emails[type eq "work"].value in add, replace and remove.',
  good: '> PATCH /Users/u1 {"op":"Add","path":"displayName","value":"Grace Hopper"},{"op":"Add","path":"title","value":"Account Manager"},{"op":"Replace","path":"emails[type eq \\"work\\"].value","value":"grace.hopper@example.com"},{"op":"Add"…\n< emails[type eq "work"].value = "grace.hopper@example.com"',
  bad: '> PATCH /Users/u1 {"op":"Add","path":"displayName","value":"Grace Hopper"},{"op":"Add","path":"title","value":"Account Manager"},{"op":"Replace","path":"emails[type eq \\"work\\"].value","value":"grace.hopper@example.com"},{"op":"Add"…\n< 200, then GET: emails[type eq "work"].value = "already.u1@example.com"',
  exercises: (operation) => operation.path?.filter !== undefined && !ofMembers(operation),
  explains: notDoneOrRefused,
};
