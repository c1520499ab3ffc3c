import type { CheckId } from '../check/check-id.js';
import { OF_FORM } from '../check/of-form.js';
import type { Symptom } from '../check/symptom.js';
import type { Dialect } from '../client/client.js';
import type { RunLog } from '../engine/judge/run-log.js';
import { Evidence } from './evidence.js';
import { isSame, traceOf } from './faults.js';
import type { Found } from './investigate.js';

/** A fault, and what explains it. */
export interface Explained {
  readonly found: Found;
  readonly cause: CheckId;
  /** What tells it in the log of the run. */
  readonly told: Symptom;
}

/** That several operations may stand in one PATCH is understood for all attributes, too, where it is for some. */
const SEVERAL: CheckId = 'SC2117';

/**
 * Whether the history, which is as short as it gets, shows a check's own failure: what held in other histories held for other steps. The form
 * of an operation is another matter: where it was understood elsewhere, it is understood.
 */
function isOwn({ candidates }: Pick<Symptom, 'candidates'>): boolean {
  const own = candidates.at(-1);
  return own !== undefined && own !== SEVERAL && !OF_FORM.has(own);
}

/** What explains the faults of one client: each cause is told once, with the fault that has shown it first. */
export class Causes {
  readonly #log: RunLog;
  readonly #evidence: Evidence;
  readonly #told = new Map<CheckId, Symptom>();
  /** Faults that are not told because their cause is: by the symptom that stands for them. */
  readonly #merged: { readonly found: Found; readonly symptom: Symptom }[] = [];

  /**
   * @param log the log of the run
   * @param dialect the client
   */
  constructor(log: RunLog, dialect: Dialect) {
    this.#log = log;
    this.#evidence = new Evidence(log, dialect);
  }

  /**
   * Notes a fault, and says what explains it with all that is known by now.
   *
   * @param found the fault
   * @param named its symptom, where more is known of it than it says itself
   * @returns `isNew`: its cause is not told yet
   */
  add(found: Found, named?: Symptom): Explained & { readonly isNew: boolean } {
    const noted = this.#note(found, named);
    const [first] = noted;
    if (first === undefined) throw new Error('a fault has a symptom');
    for (const symptom of named === undefined ? found.seen : []) this.#evidence.add(first, symptom);
    const cause = this.#causeOf(noted) ?? traceOf(first).check;
    const told = this.#told.get(cause);
    if (told === undefined) {
      this.#told.set(cause, first);
      return { found, cause, told: first, isNew: true };
    }
    this.#log.withdraw(noted);
    for (const symptom of noted) {
      const stands = this.#evidence.add(told, symptom);
      if (stands !== undefined) this.#merged.push({ found, symptom: stands });
    }
    return { found, cause, told, isNew: false };
  }

  /** A fault that is told was seen once more. */
  seen(told: Symptom, symptom: Symptom): void {
    this.#evidence.add(told, symptom);
  }

  /**
   * The end: with all that is known by then, some faults may have another cause than the one that they were told with.
   *
   * @returns the faults that are to be told after all
   */
  settle(): readonly Explained[] {
    const alone = new Set(this.#evidence.settle().map(({ id }) => id));
    const late = new Set(this.#merged.filter(({ symptom }) => alone.has(symptom.id)).map(({ found }) => found));
    return [...late].map((found) => this.add(found)).filter(({ isNew }) => isNew);
  }

  /** What its play has shown of a fault. What else it has shown is told elsewhere. */
  #note({ shown, symptom }: Found, named: Symptom | undefined): readonly Symptom[] {
    const trace = traceOf(symptom);
    const symptoms = named === undefined ? shown.log.symptoms.filter((each) => isSame(traceOf(each), trace)) : [named];
    return symptoms.map(({ id: _id, ...each }) => this.#log.note({ ...each, ...(isOwn(each) ? { direct: true } : {}) }));
  }

  #causeOf(noted: readonly Symptom[]): CheckId | undefined {
    const ids = new Set(noted.map(({ id }) => id));
    return this.#evidence.diagnoses().find(({ symptoms }) => symptoms.some(({ id }) => ids.has(id)))?.check;
  }
}
