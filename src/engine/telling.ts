import { firstGuess } from '../check/diagnose.js';

/** Media type, Error body, status and detail in it, numbers of a list, meta, times, keywords, nulls: how an answer is written. */
const FORM = new Set(['SC1101', 'SC1102', 'SC1103', 'SC1107', 'SC1114', 'SC1115', 'SC1119', 'SC1122', 'SC1129', 'SC1203', 'SC1209']);

/**
 * Whether a symptom keeps its answer from being judged further. The form of an answer does not: a wrong media type says
 * nothing of what the answer holds.
 *
 * @param candidates the checks that may be the reason
 */
export function isTelling(candidates: readonly string[]): boolean {
  return !FORM.has(firstGuess({ candidates }));
}
