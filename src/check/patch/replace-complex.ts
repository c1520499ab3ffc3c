import { isObject } from '../../scim/json.js';
import { ALL, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import type { WriteOperation } from '../operation.js';

/** SC2128: RFC 7644 §3.5.2.3 says it of a target path; what an operation without one does to the rest of `name` is left open. */
export const REPLACE_COMPLEX = defineWriteCheck({
  id: 'SC2128',
  scope: 'target',
  roots: ['SC2118', 'SC2152'],
  decisive: true,
  title: 'A replace of a complex attribute keeps the sub-attributes that it does not name',
  impact: 'data-damaged',
  authorities: [says('7644', '3.5.2.3', 'Sub-attributes that are not specified in the "value" parameter are left unchanged.')],
  clients: ALL,
  effect: 'A new given name takes the family name away.',
  fix: 'Merge the sub-attributes of the value into those that are there.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'name', value: { givenName: 'Grace' } }),
    given: { resource: exampleUser({ name: { givenName: 'Ada', familyName: 'Byron' } }) },
    good: changed(exampleUser({ name: { givenName: 'Grace', familyName: 'Byron' } })),
    bad: changed(exampleUser({ name: { givenName: 'Grace' } })),
  },
  exercises: namesComplex,
  explains: ({ kind, path, operation }) =>
    kind === 'missing' && operation !== undefined && namesComplex(operation) && isLeft(operation, path),
});

function namesComplex(operation: WriteOperation): boolean {
  return operation.kind === 'replace' && operation.hasPath && isObject(operation.value) && operation.path?.filter === undefined;
}

/** Whether the path names a sub-attribute which the value does not bring: where all is gone, the value was not taken. */
function isLeft({ attribute = '', value }: WriteOperation, path: string): boolean {
  const last = (path.toLowerCase().split(':').at(-1) ?? '').split('.');
  const sub = last.at(-1);
  const isWhole = last.length === 1 && sub === attribute.toLowerCase();
  return !isWhole && isObject(value) && !Object.keys(value).some((key) => key.toLowerCase() === sub);
}
