import { checkOf } from './catalogue.js';
import type { CheckId } from './check-id.js';

/**
 * Puts the checks that may have brought others along before them.
 *
 * @param checks candidates, the most specific last
 */
export function withRoots(checks: readonly CheckId[]): CheckId[] {
  return [...new Set([...checks.flatMap((check) => checkOf(check).roots ?? []), ...checks])];
}

/**
 * Whether a check stands among candidates only because another one of them may follow from it.
 *
 * @param check one of the candidates
 * @param candidates all of them
 */
export function isConsequence(check: CheckId, candidates: readonly CheckId[]): boolean {
  return candidates.some((other) => {
    const info = checkOf(other);
    return info.roots?.includes(check) === true || (info.kind === 'write' && info.conflictRoots?.includes(check) === true);
  });
}
