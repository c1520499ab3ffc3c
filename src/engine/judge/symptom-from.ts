import { checkOf } from '../../check/catalogue.js';
import type { CheckId } from '../../check/check-id.js';
import { withRoots } from '../../check/roots.js';
import type { Judgement } from '../../check/symptom.js';
import type { Family } from '../../client/client.js';

/** What was expected and what came. */
export interface SymptomInput {
  readonly expected: string;
  readonly received: string;
  /** What it is about, so that the same trouble in many exchanges counts as one. */
  readonly subject?: string;
  /** The target path whose value is not what it should be. */
  readonly path?: string;
}

/**
 * The judgement that a step raises by itself. What the standard leaves open is a client's business only where the client minds.
 *
 * @param candidates the checks that may be the reason
 * @param problem what went wrong
 * @param family the client's family
 * @returns undefined when the client minds none of the checks
 */
export function symptomFrom(candidates: readonly CheckId[], problem: SymptomInput, family: Family): Judgement | undefined {
  const minded = candidates.filter((check) => checkOf(check).clients.includes(family) !== false);
  if (minded.length === 0) return undefined;
  const { expected, received, subject = '', path } = problem;
  const symptom = { candidates: withRoots(minded), direct: true, subject, expected, received, ...(path === undefined ? {} : { path }) };
  return { symptoms: [symptom], held: [] };
}
