import type { CheckId } from './check-id.js';
import type { Symptom } from './symptom.js';

/** A check with all the symptoms that it explains in one dialect, the plainest first. */
export interface Diagnosis {
  readonly check: CheckId;
  readonly symptoms: readonly Symptom[];
}
