import type { Check } from './check.js';
import type { CheckId } from './check-id.js';
import { RESPONSE_CHECKS } from './response-checks.js';
import { STEP_CHECKS } from './step-checks.js';
import { WRITE_CHECKS } from './write-checks.js';

/** The catalogue: every check, by id. */
export const CHECKS: ReadonlyMap<CheckId, Check> = new Map(
  [...RESPONSE_CHECKS, ...WRITE_CHECKS, ...STEP_CHECKS].map((check) => [check.id, check] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
);

/**
 * The check of an id.
 *
 * @param id the id of a check
 * @throws Error when the catalogue lacks it, which a test excludes
 */
export function checkOf(id: CheckId): Check {
  const check = CHECKS.get(id);
  if (check === undefined) throw new Error(`the catalogue has no check ${id}`);
  return check;
}
