import type { WriteOperation } from '../../check/operation.js';
import type { Cause } from '../state/cause.js';
import type { Unreliable } from '../state/owned-resource.js';

/**
 * Why what a PATCH removes is not there: an earlier fault has lost it. A target that refuses to remove it once more shows no other one.
 *
 * @param unreliable what was not as it should be before the write
 * @param operations what the write asks for
 */
export function lostBefore(unreliable: Unreliable | undefined, operations: readonly WriteOperation[]): Cause | undefined {
  // Only one element of a list can have been lost: to remove a value that is not there asks for nothing.
  const gone = operations.filter(
    ({ kind, changes, path, value }) => kind === 'remove' && !changes && (path?.filter ?? value) !== undefined,
  );
  for (const { attribute = '' } of gone) {
    for (const [path, cause] of unreliable ?? []) {
      if (cause !== undefined && (path === attribute || path.startsWith(`${attribute}[`))) return cause;
    }
  }
  return undefined;
}
