import { CHECKS } from '../check/catalogue.js';
import { firstGuess } from '../check/diagnose.js';

/**
 * Whether a symptom keeps its answer from being judged further. The form of an answer does not: a wrong media type says
 * nothing of what the answer holds.
 *
 * @param candidates the checks that may be the reason
 */
export function isTelling(candidates: readonly string[]): boolean {
  return CHECKS.get(firstGuess({ candidates }))?.ofForm !== true;
}
