import { ALL, field, must } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import { notDoneOrRefused, ofMembers } from '../written.js';

/** SC2134 */
export const REPLACE_WITHOUT_VALUE = defineWriteCheck({
  id: 'SC2134',
  scope: 'target',
  roots: ['SC2113'],
  title: 'A replace of an attribute that has no value adds it',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7644',
      '3.5.2.3',
      'If the target location path specifies an attribute that does not exist, the service provider SHALL treat the operation as an "add".',
    ),
    field('F117'),
  ],
  clients: ALL,
  effect: 'A first title, number or department never arrives; later changes of it do.',
  fix: 'Treat "replace" as "add" where there is nothing to replace.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'nickName', value: 'Ady' }),
    given: { resource: exampleUser({ title: 'Engineer' }), mapped: ['nickName'] },
    good: changed(exampleUser({ title: 'Engineer', nickName: 'Ady' })),
    bad: changed(exampleUser({ title: 'Engineer' })),
    besides: [
      {
        request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }),
        good: changed(exampleUser({ title: 'Director' })),
        bad: changed(exampleUser({ title: 'Director' })),
      },
    ],
  },
  exercises: (operation) =>
    operation.kind === 'replace' &&
    operation.hasPath &&
    operation.wasEmpty &&
    operation.path?.filter === undefined &&
    !ofMembers(operation),
  explains: notDoneOrRefused,
});
