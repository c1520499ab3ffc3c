import type { CheckId } from './check-id.js';
import { isConsequence } from './roots.js';
import type { Symptom } from './symptom.js';

/** Checks that were seen to fail themselves, not only as what may have brought others along, and the symptoms that show it. */
export type ShownBy = ReadonlyMap<CheckId, readonly Symptom[]>;

/**
 * Which checks were seen to fail themselves.
 *
 * @param symptoms what went wrong
 */
export function shownBy(symptoms: readonly Symptom[]): ShownBy {
  const shown = new Map<CheckId, Symptom[]>();
  for (const symptom of symptoms) {
    for (const check of symptom.candidates) {
      if (isConsequence(check, symptom.candidates)) continue;
      const seen = shown.get(check);
      if (seen === undefined) shown.set(check, [symptom]);
      else seen.push(symptom);
    }
  }
  return shown;
}
