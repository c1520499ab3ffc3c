import { checkOf } from './catalogue.js';
import type { CheckId } from './check-id.js';
import type { Diagnosis } from './diagnosis.js';

/**
 * Checks that say what becomes of a value, whatever the request that brings it. A server that alters a value alters it at
 * every write: what another check says of the same values is a consequence. The first of the list that fits is the root.
 */
const OF_VALUES: readonly CheckId[] = ['SC1252', 'SC1205', 'SC2115', 'SC2113', 'SC2112', 'SC2202'];

/**
 * Operations that are carried out one by one and not together lose values of their own: that follows only where the same values are lost to
 * operations on others, one of which stands in the same request.
 */
const ONLY_UNDER: Readonly<Partial<Record<CheckId, CheckId>>> = { SC2117: 'SC2115' };

/**
 * Joins diagnoses that are about the same values. Refusals, and whatever keeps leavers' access, stay findings of their own.
 *
 * @param found the roots of one dialect
 */
export function mergeSameValueDiagnoses(found: readonly Diagnosis[]): Diagnosis[] {
  const roots = OF_VALUES.flatMap((check) => found.filter((each) => each.check === check));
  const rootOf = new Map<Diagnosis, Diagnosis>();
  for (const each of found) {
    const root = roots.find((other) => other !== each && !rootOf.has(other) && containsPathsOf(other, each));
    if (root !== undefined && mayFollow(each) && comesBefore(root, each)) rootOf.set(each, root);
  }
  return found
    .filter((each) => !rootOf.has(each))
    .map((root) => {
      const consequences = found.filter((each) => rootOf.get(each) === root).flatMap((each) => each.symptoms);
      return consequences.length === 0 ? root : { check: root.check, symptoms: [...root.symptoms, ...consequences] };
    });
}

/** Every value that one diagnosis is about is among those of another. */
function containsPathsOf(root: Diagnosis, other: Diagnosis): boolean {
  const paths = new Set(root.symptoms.flatMap((symptom) => symptom.path ?? []));
  return other.symptoms.every((symptom) => symptom.path !== undefined && paths.has(symptom.path));
}

function mayFollow(diagnosis: Diagnosis): boolean {
  return checkOf(diagnosis.check).impact !== 'access-kept';
}

/** Of two checks of values the one that stands first in the list is the root. */
function comesBefore(root: Diagnosis, other: Diagnosis): boolean {
  const only = ONLY_UNDER[other.check];
  if (only !== undefined) return root.check === only;
  const index = OF_VALUES.indexOf(other.check);
  return index < 0 || OF_VALUES.indexOf(root.check) < index;
}
