import { checkOf } from './catalogue.js';
import type { CheckId } from './check-id.js';
import type { Diagnosis } from './diagnosis.js';
import { type HeldTypes, heldFor } from './held-types.js';
import { OF_FORM } from './of-form.js';
import { isConsequence } from './roots.js';
import { mergeSameValueDiagnoses } from './same-values.js';
import { type ShownBy, shownBy } from './shown-by.js';
import { onlyShownRoots } from './shown-roots.js';
import type { Symptom } from './symptom.js';

/**
 * Finds the roots: the fewest checks that explain all symptoms of a dialect. A check that held elsewhere in the run is no
 * reason as long as another one can be; among the others the one that explains the most symptoms wins, and of equals the
 * most specific one. The result depends on the set of symptoms alone, not on their order.
 *
 * @param symptoms what went wrong under one dialect
 * @param cleared checks that were exercised somewhere in the run and held
 * @param types the resource types for which checks held: servers keep users and groups in code of their own
 * @param elsewhere symptoms that show checks to fail themselves under other dialects, which held nowhere: the server is the same
 * @param others what was found under dialects that showed more: it is the reason here of what went wrong with the same operation and
 *   the same attribute
 */
export function diagnose(
  symptoms: readonly Symptom[],
  cleared: ReadonlySet<CheckId>,
  types: HeldTypes = new Map(),
  elsewhere: ShownBy = new Map(),
  others: readonly Diagnosis[] = [],
): Diagnosis[] {
  const held = (check: CheckId, { resourceType }: Symptom): boolean => cleared.has(check) && heldFor(check, resourceType, types);
  const convicted = new Set(
    symptoms.flatMap((symptom) => convictedBy(symptom).filter((check) => !(isUntilHeld(check) && held(check, symptom)))),
  );
  const alike = foundAlike(others);
  const innocentOf = (symptom: Symptom): ReadonlySet<CheckId> =>
    new Set([...cleared].filter((check) => !convicted.has(check) && !alike(symptom).has(check) && held(check, symptom)));
  const accused = new Set([...shownBy(symptoms).keys(), ...elsewhere.keys()]);
  const forms = formsAccepted(symptoms);
  const tried = new Set([...symptoms, ...[...elsewhere.values()].flat()].flatMap(triedBy));
  let open = withFailingRoots(
    onlyShownRoots(withoutUnproven(symptoms, cleared, tried), types, elsewhere).map((symptom) => {
      const possible = withoutOtherForms(withoutPassing(symptom, cleared, accused), forms);
      const innocent = innocentOf(symptom);
      const left = suspects(possible, innocent, new Set([...accused, ...alike(symptom)]));
      const isLast = left.length === 0;
      return { symptom, candidates: isLast ? lastOf(possible, innocent) : left, isLast };
    }),
  );
  const found: Diagnosis[] = [];
  while (open.length > 0) {
    const check = best(open, (each, symptom) => (alike(symptom).size > 0 ? alike(symptom) : elsewhere).has(each));
    if (check === undefined) break;
    const explained = open.filter((each) => each.candidates.includes(check)).map((each) => each.symptom);
    found.push({ check, symptoms: [...explained].sort((a, b) => distance(check, a) - distance(check, b) || byOrder(a, b)) });
    open = open.filter((each) => !each.candidates.includes(check));
  }
  return mergeSameValueDiagnoses(found);
}

interface Open {
  readonly symptom: Symptom;
  readonly candidates: readonly CheckId[];
}

/** A symptom with what may be its reason; `isLast`: all of that held elsewhere, so that what is named is the last that is left. */
interface Suspected extends Open {
  readonly isLast: boolean;
}

/** What fails although it held elsewhere may have brought along what never held, where the same kind of request shows both. */
function withFailingRoots(suspected: readonly Suspected[]): readonly Open[] {
  const keyOf = (check: CheckId, { answer }: Symptom): string => `${check} ${answer?.operation}`;
  const failing = new Set(
    suspected.flatMap(({ symptom, isLast, candidates }) => (isLast ? candidates.map((check) => keyOf(check, symptom)) : [])),
  );
  return suspected.map(({ symptom, candidates, isLast }) => {
    if (isLast || checkOf(provisionalCheck(symptom)).kind !== 'write') return { symptom, candidates };
    const roots = symptom.candidates.filter((check) => failing.has(keyOf(check, symptom)) && isConsequence(check, symptom.candidates));
    return { symptom, candidates: [...new Set([...roots, ...candidates])] };
  });
}

/** The check that a symptom shows to fail, whatever held elsewhere: it was looked at itself, or nothing else explains the symptom. */
function convictedBy({ direct, candidates }: Symptom): readonly CheckId[] {
  if (direct === true) return candidates.slice(-1);
  const own = candidates.filter((check) => !isConsequence(check, candidates));
  return own.length === 1 ? own : [];
}

/**
 * How plainly a symptom shows a check's own failure: -1 shown by a trial, 0 itself, 1 among others, 2 only as what follows from it, or once more;
 * 3 not at all, it is about the same values.
 *
 * @param check the check
 * @param symptom one symptom
 */
export function distance(check: CheckId, { accepted, candidates, follows }: Symptom): number {
  if (!candidates.includes(check)) return 3;
  if (follows === true) return 2;
  if (accepted !== undefined && !isConsequence(check, candidates)) return -1;
  if (candidates.at(-1) === check) return 0;
  return isConsequence(check, candidates) ? 2 : 1;
}

/** A look-up by name that works at one time is not broken as such: what fails in another form has a cause of its own. */
const LOOK_UP: CheckId = 'SC1303';

/** A symptom without the look-up by name among its roots, where that held at another time. */
function withoutPassing(symptom: Symptom, cleared: ReadonlySet<CheckId>, accused: ReadonlySet<CheckId>): Symptom {
  const { candidates } = symptom;
  const own = candidates.at(-1);
  if (symptom.direct !== true || own === undefined || checkOf(own).kind !== 'response' || !cleared.has(LOOK_UP)) return symptom;
  // Plain look-ups fail now and then, and those in the other form do as well: what they have in common is the plain one.
  if (cleared.has(own) && accused.has(LOOK_UP)) return symptom;
  return { ...symptom, candidates: candidates.filter((check) => check !== LOOK_UP || check === own) };
}

/** The checks that were refusals' own, with the form in which each request is accepted. */
function formsAccepted(symptoms: readonly Symptom[]): ReadonlySet<string> {
  return new Set(symptoms.flatMap(({ accepted, candidates }) => (accepted === undefined ? [] : `${candidates.at(-1)} ${accepted}`)));
}

/** A refusal whose reason is known has another cause in common only where the same form helped. */
function withoutOtherForms(symptom: Symptom, forms: ReadonlySet<string>): Symptom {
  const { accepted, candidates } = symptom;
  if (accepted === undefined || !candidates.some(isGeneral)) return symptom;
  const own = candidates.at(-1);
  return { ...symptom, candidates: candidates.filter((check) => check === own || !isGeneral(check) || forms.has(`${check} ${accepted}`)) };
}

/** The check that a trial has shown to be the reason. */
function triedBy({ accepted, candidates }: Symptom): readonly CheckId[] {
  return accepted === undefined ? [] : candidates.slice(-1);
}

/** Symptoms without what is suspected only where another form was understood, if none was. */
function withoutUnproven(symptoms: readonly Symptom[], cleared: ReadonlySet<CheckId>, tried: ReadonlySet<CheckId>): readonly Symptom[] {
  const isProven = (check: CheckId): boolean => {
    const info = checkOf(check);
    return info.kind !== 'write' || info.onlyIfHeld === undefined || cleared.has(info.onlyIfHeld) || tried.has(check);
  };
  return symptoms.map((symptom) => {
    const left = symptom.candidates.filter(isProven);
    return left.length === 0 || left.length === symptom.candidates.length ? symptom : { ...symptom, candidates: left };
  });
}

/** A refusal as such, whatever the request was for. */
function isGeneral(check: CheckId): boolean {
  return check === 'SC1204' || check === 'SC2201';
}

/** A check that may have brought others along must have been seen to fail itself. */
function suspects(symptom: Symptom, cleared: ReadonlySet<CheckId>, accused: ReadonlySet<CheckId>): readonly CheckId[] {
  return symptom.candidates.filter((check) => !cleared.has(check) && accused.has(check));
}

/** Where everything held somewhere: what is named unless it held cannot be it. */
function lastOf(symptom: Symptom, cleared: ReadonlySet<CheckId>): readonly CheckId[] {
  const doubtful = symptom.candidates.filter(
    (check) => !isConsequence(check, symptom.candidates) && !(isUntilHeld(check) && cleared.has(check)),
  );
  // A form that was understood elsewhere is less likely than what the operation was to do.
  const ofContent = doubtful.filter((check) => !OF_FORM.has(check));
  return [ofContent, doubtful, symptom.candidates].find((each) => each.length > 0)?.slice(-1) ?? [];
}

function isUntilHeld(check: CheckId): boolean {
  const info = checkOf(check);
  return info.kind === 'write' && info.decisive === 'until-held';
}

/** What was found for the same operation and the same attribute. */
function foundAlike(diagnoses: readonly Diagnosis[]): (symptom: Symptom) => ReadonlySet<CheckId> {
  const keyOf = ({ answer, path }: Symptom): string => `${answer?.operation} ${path}`;
  const found = new Map<string, Set<CheckId>>();
  for (const { check, symptoms } of diagnoses) {
    for (const symptom of symptoms) found.set(keyOf(symptom), new Set([...(found.get(keyOf(symptom)) ?? []), check]));
  }
  return (symptom) => (symptom.path === undefined ? undefined : found.get(keyOf(symptom))) ?? new Set();
}

function best(open: readonly Open[], fails: (check: CheckId, symptom: Symptom) => boolean): CheckId | undefined {
  const scores = new Map<CheckId, { subjects: Set<string>; rank: number }>();
  for (const { symptom, candidates } of open) {
    candidates.forEach((check, index) => {
      // What fails under another dialect as well counts as one symptom more.
      const score = scores.get(check) ?? { subjects: new Set<string>(), rank: 0 };
      score.subjects.add(candidates.join() + symptom.subject);
      if (fails(check, symptom)) score.subjects.add('');
      // How close to the end of the list, the specific end, the check stands.
      score.rank += (index + 1) / candidates.length / open.length;
      scores.set(check, score);
    });
  }
  const ranked = [...scores].sort(([a, one], [b, two]) => two.subjects.size - one.subjects.size || two.rank - one.rank || (a < b ? -1 : 1));
  return ranked[0]?.[0];
}

/** Plan order: scenario, then exchange. */
export function byOrder(a: Symptom, b: Symptom): number {
  return a.order[0] - b.order[0] || a.order[1] - b.order[1];
}

/**
 * The check to name while the run goes on, before all symptoms are known: the most specific one.
 *
 * @param symptom one symptom
 */
export function provisionalCheck(symptom: Pick<Symptom, 'candidates'>): CheckId {
  return symptom.candidates.at(-1) ?? 'SC9001';
}
