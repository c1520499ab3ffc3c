import { provisionalCheck } from '../check/diagnose.js';
import type { Symptom } from '../check/symptom.js';
import { type History, type HistoryStep, isToBeRefused, keyIn } from './history-step.js';

/** Somebody whom nobody has deleted is gone. */
const GONE = 'SC2703';

/**
 * What a play has shown, without what only follows from an earlier step of it.
 *
 * @param symptoms what was seen, in the order in which it was
 * @param history what was played
 */
export function judgeable(symptoms: readonly Symptom[], history: History): readonly Symptom[] {
  const stepOf = ({ step }: Symptom): HistoryStep | undefined => history[(step ?? 0) - 1];
  // Whoever names somebody who is gone is refused.
  const isGone = symptoms.some((symptom) => provisionalCheck(symptom) === GONE);
  const there = symptoms.filter((symptom) => !isGone || !namesOthers(stepOf(symptom)));
  const isRefusal = ({ received }: Symptom): boolean => /^[45]\d\d\b/.test(received);
  const isRefusable = (symptom: Symptom): boolean => isToBeRefused(stepOf(symptom) ?? {});
  // A name that is not what it should be is free where it should be taken, and taken where it should be free.
  const misnamed = firstStep(there.filter((symptom) => namesSetBy(symptom, stepOf(symptom)).some(isNameOf(symptom))));
  const isAboutNames = (symptom: Symptom): boolean => isRefusable(symptom) || (isRefusal(symptom) && isNaming(symptom, stepOf(symptom)));
  const named = there.filter((symptom) => placeOf(symptom) <= misnamed || !isAboutNames(symptom));
  // What was to be refused and was carried out has changed the directory.
  const undone = firstStep(named.filter((symptom) => isRefusable(symptom) && !isRefusal(symptom)));
  const held = named.filter((symptom) => placeOf(symptom) <= undone);
  // What an earlier write has left otherwise than it should be is not right later either, nor is what a refused one should have brought.
  const explains = (other: Symptom, symptom: Symptom): boolean =>
    placeOf(other) < placeOf(symptom) &&
    isAboutOne(other, symptom, history) &&
    (isSamePath(other, symptom) || (isRefusal(other) && pathOf(symptom) === 'members' && writesMembers(stepOf(other))));
  return held.filter((symptom) => !held.some((other) => explains(other, symptom)));
}

/** Whether a step says who is to be in a group. */
function writesMembers(step: HistoryStep | undefined): boolean {
  if (step === undefined) return false;
  const { intent } = step;
  if (intent.kind === 'update') return intent.add.length + intent.remove.length > 0 || intent.members !== undefined;
  return intent.kind === 'request' && JSON.stringify(intent.body ?? null).includes('"members');
}

/** Whether two symptoms are about one attribute, as far as is known. */
function isSamePath(one: Symptom, other: Symptom): boolean {
  const [path, otherPath] = [pathOf(one), pathOf(other)];
  return path !== undefined && otherPath !== undefined && rootOf(path) === rootOf(otherPath);
}

/** Whether two symptoms are about one resource, as far as is known. */
function isAboutOne(one: Symptom, other: Symptom, history: History): boolean {
  const keys = [one.step, other.step].map((each) => history[(each ?? 0) - 1]).map((each) => (each === undefined ? undefined : keyIn(each)));
  return keys[0] === undefined || keys[1] === undefined || keys[0] === keys[1];
}

/** A look at a group names no path. */
function pathOf({ path, subject }: Symptom): string | undefined {
  return path ?? (subject === 'members' ? subject : undefined);
}

function rootOf(path: string): string {
  return path.replace(/\[.*$/s, '').toLowerCase();
}

function placeOf({ step }: Symptom): number {
  return step ?? Number.POSITIVE_INFINITY;
}

/** Whether a step names somebody besides whom it is about: members, a manager. */
function namesOthers(step: HistoryStep | undefined): boolean {
  if (step?.intent.kind === 'create') return step.intent.object.members.length > 0 || step.intent.object.manager !== undefined;
  if (step?.intent.kind !== 'update') return false;
  const { add, remove, members = [], manager } = step.intent;
  return add.length + remove.length + members.length > 0 || typeof manager === 'string';
}

function firstStep(symptoms: readonly Symptom[]): number {
  return Math.min(Number.POSITIVE_INFINITY, ...symptoms.map(placeOf));
}

/** What resources of the symptom's type go by. */
function isNameOf({ resourceType }: Symptom): (path: string) => boolean {
  const name = resourceType === 'Group' ? 'displayname' : 'username';
  return (path) => path.toLowerCase() === name;
}

/** The attributes that a symptom is about: one that differs, or all that a step sets. */
function namesSetBy({ path }: Symptom, step: HistoryStep | undefined): readonly string[] {
  if (path !== undefined) return [path];
  return step?.intent.kind === 'update' ? Object.keys(step.intent.set) : [];
}

/** Whether a step gives somebody a name. */
function isNaming(symptom: Symptom, step: HistoryStep | undefined): boolean {
  return step?.intent.kind === 'create' || namesSetBy(symptom, step).some(isNameOf(symptom));
}
