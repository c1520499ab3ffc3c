import type { CheckId } from './check-id.js';
import { isConsequence } from './roots.js';
import type { Symptom, SymptomAnswer } from './symptom.js';

/**
 * Takes from each symptom the roots that what was seen of them speaks against. A defect that shows in one way is not the reason
 * of another way in which the same request goes wrong: that has a cause of its own, and is a finding of its own.
 *
 * @param symptoms what went wrong under one dialect
 */
export function onlyShownRoots(symptoms: readonly Symptom[]): readonly Symptom[] {
  const own = answersOf(symptoms);
  const lost = scenariosOf(symptoms);
  return symptoms.map((symptom) => {
    const { candidates, answer } = symptom;
    const left = candidates.filter(
      (check) =>
        !isConsequence(check, candidates) ||
        (isNear(check, symptom, lost) && (answer === undefined || mayBring(own.get(check) ?? [], answer))),
    );
    return left.length === candidates.length ? symptom : { ...symptom, candidates: left };
  });
}

/** Checks by which a resource is lost to the client: they bring along what happens to that resource, and nothing elsewhere. */
const LOSES_ONE: ReadonlySet<CheckId> = new Set(['SC1202', 'SC1204', 'SC1003']);

/** The scenarios in which each check was seen to fail by itself. */
function scenariosOf(symptoms: readonly Symptom[]): ReadonlyMap<CheckId, ReadonlySet<string | undefined>> {
  const scenarios = new Map<CheckId, Set<string | undefined>>();
  for (const { candidates, scenario } of symptoms) {
    for (const check of candidates) {
      if (LOSES_ONE.has(check) && !isConsequence(check, candidates))
        scenarios.set(check, (scenarios.get(check) ?? new Set()).add(scenario));
    }
  }
  return scenarios;
}

/** A scenario in which the resource was not lost went wrong for another reason. What is seen at the end belongs to no scenario. */
function isNear(check: CheckId, { scenario }: Symptom, lost: ReadonlyMap<CheckId, ReadonlySet<string | undefined>>): boolean {
  return !LOSES_ONE.has(check) || scenario === undefined || lost.get(check)?.has(scenario) !== false;
}

/** How the target answered where a check was seen to fail by itself. */
function answersOf(symptoms: readonly Symptom[]): ReadonlyMap<CheckId, readonly SymptomAnswer[]> {
  const answers = new Map<CheckId, SymptomAnswer[]>();
  for (const { candidates, answer } of symptoms) {
    if (answer === undefined) continue;
    for (const check of candidates) {
      if (!isConsequence(check, candidates)) answers.set(check, [...(answers.get(check) ?? []), answer]);
    }
  }
  return answers;
}

/** Whether a defect that was answered in these ways can be the reason of another answer. */
function mayBring(root: readonly SymptomAnswer[], answer: SymptomAnswer): boolean {
  const same = root.filter(({ operation }) => operation === answer.operation);
  // One that turns creations down is no reason for one that it takes, nor the other way round.
  if (same.length > 0 && isCreation(answer)) return same.some(({ status }) => isAccepted(status) === isAccepted(answer.status));
  // A server that breaks down elsewhere does not say that it dislikes this request.
  return !isObjection(answer.status) || root.length === 0 || root.some(({ status }) => status < 500);
}

function isCreation({ operation }: SymptomAnswer): boolean {
  return operation === 'POST /Users' || operation === 'POST /Groups';
}

function isAccepted(status: number): boolean {
  return status < 400;
}

/** The request itself is said to be wrong. */
function isObjection(status: number): boolean {
  return status === 400 || status === 415 || status === 422;
}
