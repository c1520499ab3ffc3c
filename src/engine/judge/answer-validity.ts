import { checkOf } from '../../check/catalogue.js';
import type { CheckId } from '../../check/check-id.js';
import { provisionalCheck } from '../../check/diagnose.js';

/**
 * Whether a symptom keeps its answer from being judged further. The form of an answer does not: a wrong media type says
 * nothing of what the answer holds.
 *
 * @param candidates the checks that may be the reason
 */
export function invalidatesAnswer(candidates: readonly CheckId[]): boolean {
  return checkOf(provisionalCheck({ candidates })).ofForm !== true;
}
