import { ALL, entra, says } from '../authority.js';
import type { Difference, ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import type { WriteOperation } from '../operation.js';
import { ofMembers } from '../written.js';

const ADDRESS = { type: 'work', streetAddress: '1 Main Street', locality: 'Riga' };

/** `addresses[type eq "work"]` of `addresses[type eq "work"].locality`, in lower case. */
function elementOf(path: string): string | undefined {
  return /^(.*\])\.\w+$/.exec(path)?.[1]?.toLowerCase();
}

/** Operations that set, or remove, one part of the element of which another part is gone. */
function onSameElement({ path }: Difference, { operations }: ObservedWrite): readonly WriteOperation[] {
  const element = elementOf(path);
  return operations.filter(
    ({ kind, text = '' }) => element !== undefined && (kind !== 'remove' || operations.length === 1) && elementOf(text) === element,
  );
}

/** SC2142 */
export const VALUE_PATH_SIBLINGS = defineWriteCheck({
  id: 'SC2142',
  scope: 'element',
  // What is gone was asked for by an earlier operation, or by none: no other check knows that a later one has taken it.
  decisive: true,
  title: 'A change of one part of an element leaves its other parts',
  impact: 'data-damaged',
  authorities: [says('7644', '3.5.2.3', 'the matching sub-attribute of all matching records is replaced.'), entra('develop')],
  clients: ALL,
  effect: 'Whoever moves to another street loses the town and the country.',
  effects: [
    { client: 'entra', effect: 'Entra writes an address part by part: of each address only the part that was written last is left.' },
  ],
  fix: 'Set the sub-attribute that the path names in the element that is there; do not put a new element in its place.',
  example: {
    request: patch('/Users/u1', { op: 'Replace', path: 'addresses[type eq "work"].streetAddress', value: '2 Main Street' }),
    given: { resource: exampleUser({ addresses: [ADDRESS] }) },
    good: changed(exampleUser({ addresses: [{ ...ADDRESS, streetAddress: '2 Main Street' }] })),
    bad: changed(exampleUser({ addresses: [{ type: 'work', streetAddress: '2 Main Street' }] })),
  },
  exercises: (operation) => operation.path?.filter !== undefined && operation.path.sub !== undefined && !ofMembers(operation),
  explains: (difference, write) => {
    const last = onSameElement(difference, write).at(-1);
    const isLast = last?.text?.toLowerCase() === difference.path.toLowerCase();
    return (
      difference.kind === 'missing' &&
      last !== undefined &&
      !isLast &&
      // The element is there, and has what was written to it last.
      !write.differences.some(({ operation, path }) => operation === last || path.toLowerCase() === last.text?.toLowerCase())
    );
  },
});
