import type { Check } from './check.js';
import { RESPONSE_CHECKS } from './response-checks.js';
import { STEP_CHECKS } from './step-checks.js';
import { WRITE_CHECKS } from './write-checks.js';

/** The catalogue: every check, by id. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(
  [...RESPONSE_CHECKS, ...WRITE_CHECKS, ...STEP_CHECKS].map((check) => [check.id, check] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
);
