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
