import { checkOf } from './catalogue.js';
import type { CheckId } from './check-id.js';
import type { HeldTypes } from './held-types.js';
import { isConsequence } from './roots.js';
import { type ShownBy, shownBy } from './shown-by.js';
import type { Symptom, SymptomAnswer } from './symptom.js';

/**
 * Takes from each symptom the roots that what was seen of them speaks against. A defect that shows in one way is not the reason
 * of another way in which the same request goes wrong, nor one of users the reason of what groups are asked: that has a cause of
 * its own, and is a finding of its own.
 *
 * @param symptoms what went wrong under one dialect
 * @param types the resource types for which checks held
 * @param elsewhere what shows checks to fail under other dialects
 */
export function onlyShownRoots(symptoms: readonly Symptom[], types: HeldTypes, elsewhere: ShownBy): readonly Symptom[] {
  const shown = shownBy(symptoms);
  const mayBeRoot = (check: CheckId, symptom: Symptom): boolean => {
    const here = shown.get(check) ?? [];
    const seen = [...here, ...(elsewhere.get(check) ?? [])];
    if (seen.length > 0 && !seen.some((each) => mayConcern(check, each, symptom, types))) return false;
    const answers = here.flatMap(({ answer }) => answer ?? []);
    return (
      (isNear(check, symptom, here) || isEverywhere(check, symptom, here, types)) &&
      (symptom.answer === undefined || mayBring(answers, symptom.answer))
    );
  };
  return symptoms.map((symptom) => {
    const { candidates } = symptom;
    const left = candidates.filter((check) => !isConsequence(check, candidates) || mayBeRoot(check, symptom));
    return left.length === candidates.length ? symptom : { ...symptom, candidates: left };
  });
}

/**
 * Whether what shows a root may concern what shows its consequence. Servers keep users and groups in code of their own: a root that
 * held for one of them is no reason there, whatever it does to the other. A step may need both, as one that puts a user into a
 * group does: what happened to one of them may be the reason there, but for what a list of them shows.
 */
function mayConcern(check: CheckId, root: Symptom, { resourceType, candidates }: Symptom, types: HeldTypes): boolean {
  if (root.resourceType === undefined || resourceType === undefined || root.resourceType === resourceType) return true;
  if (types.get(check)?.has(resourceType) !== true) return true;
  const own = candidates.at(-1);
  return own !== undefined && checkOf(own).kind === 'step' && !isOfList(root);
}

function isOfList({ answer }: Symptom): boolean {
  return answer?.operation === 'GET /Users' || answer?.operation === 'GET /Groups';
}

/** Checks by which a resource is lost to the client: they bring along what happens to that resource, and nothing elsewhere. */
const LOSES_ONE: ReadonlySet<CheckId> = new Set(['SC1202', 'SC1204', 'SC1003', 'SC2402']);

/**
 * A scenario in which the resource was not lost went wrong for another reason. What is seen at the end belongs to no scenario, and what
 * an answer lacks by its form, it lacks in all of them.
 */
function isNear(check: CheckId, { scenario, candidates, accepted }: Symptom, shown: readonly Symptom[]): boolean {
  if (!LOSES_ONE.has(check) || scenario === undefined || shown.length === 0) return true;
  // Refusals that the same form helps have the same reason, whatever became of the resource.
  if (accepted !== undefined && shown.some((each) => each.accepted === accepted)) return true;
  return shown.some((each) => each.scenario === scenario) || candidates.slice(-1).some((own) => checkOf(own).ofForm === true);
}

/** What never held for a type of resources, and fails in the same kind of request, is lost in every scenario. */
function isEverywhere(check: CheckId, { resourceType, answer }: Symptom, shown: readonly Symptom[], types: HeldTypes): boolean {
  if (resourceType === undefined || answer === undefined || types.get(check)?.has(resourceType) === true) return false;
  return shown.some((each) => each.resourceType === resourceType && each.answer?.operation === answer.operation);
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
