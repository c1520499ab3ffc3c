import { CHECKS } from './catalogue.js';
import type { Symptom } from './symptom.js';

/** A check with all the symptoms that it explains in one dialect. */
export interface Diagnosis {
  readonly check: string;
  readonly symptoms: readonly Symptom[];
}

/**
 * Finds the roots: the fewest checks that explain all symptoms of a dialect. A check that held elsewhere in the run is no
 * reason as long as another one can be; among the others the one that explains the most symptoms wins, and of equals the
 * most specific one. The result depends on the set of symptoms alone, not on their order.
 *
 * @param symptoms what went wrong under one dialect
 * @param cleared checks that were exercised somewhere in the run and held
 */
export function diagnose(symptoms: readonly Symptom[], cleared: ReadonlySet<string>): Diagnosis[] {
  const convicted = new Set(
    symptoms.flatMap((symptom) => (symptom.direct === true || symptom.candidates.length === 1 ? symptom.candidates.slice(-1) : [])),
  );
  const innocent = new Set([...cleared].filter((check) => !convicted.has(check)));
  const accused = new Set(symptoms.flatMap((symptom) => symptom.candidates.filter((check) => !isBrought(check, symptom.candidates))));
  let open = symptoms.map((symptom) => ({ symptom, candidates: suspects(symptom, innocent, accused) }));
  const found: Diagnosis[] = [];
  while (open.length > 0) {
    const check = best(open);
    if (check === undefined) break;
    const explained = open.filter((each) => each.candidates.includes(check)).map((each) => each.symptom);
    found.push({ check, symptoms: [...explained].sort(byOrder) });
    open = open.filter((each) => !each.candidates.includes(check));
  }
  return found;
}

interface Open {
  readonly symptom: Symptom;
  readonly candidates: readonly string[];
}

/** A check that stands among the candidates only because another one may follow from it. */
function isBrought(check: string, candidates: readonly string[]): boolean {
  return candidates.some((other) => CHECKS.get(other)?.roots?.includes(check) === true);
}

/** A check that may have brought others along must have been seen to fail itself. */
function suspects(symptom: Symptom, cleared: ReadonlySet<string>, accused: ReadonlySet<string>): readonly string[] {
  const left = symptom.candidates.filter((check) => !cleared.has(check) && accused.has(check));
  return left.length > 0 ? left : symptom.candidates.slice(-1);
}

function best(open: readonly Open[]): string | undefined {
  const scores = new Map<string, { subjects: Set<string>; rank: number }>();
  for (const { symptom, candidates } of open) {
    candidates.forEach((check, index) => {
      const score = scores.get(check) ?? { subjects: new Set(), rank: 0 };
      score.subjects.add(candidates.join() + symptom.subject);
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
export function firstGuess(symptom: Pick<Symptom, 'candidates'>): string {
  return symptom.candidates.at(-1) ?? 'SC9001';
}
