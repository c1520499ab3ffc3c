import { defined } from '../base/defined.js';
import { diagnose } from '../check/diagnose.js';
import type { Diagnosis } from '../check/diagnosis.js';
import type { Symptom } from '../check/symptom.js';
import type { Dialect } from '../client/client.js';
import type { RunLog } from '../engine/judge/run-log.js';

/** So many ways in which one fault has shown speak for its cause. */
const MOST = 6;

/**
 * What else was seen of faults that are told: the shortest history of a fault often leaves open which of several checks explains it, and
 * what longer ones have shown of it does not.
 */
export class Evidence {
  readonly #log: RunLog;
  readonly #dialect: Dialect;
  /** Number of a fault's symptom → the candidates under which it was seen. */
  readonly #seen = new Map<number, Set<string>>();
  readonly #noted = new Set<number>();

  /**
   * @param log where symptoms are noted
   * @param dialect whose
   */
  constructor(log: RunLog, dialect: Dialect) {
    this.#log = log;
    this.#dialect = dialect;
  }

  /**
   * Notes that a fault was seen in another way. It is told where the fault is told, and not by itself.
   *
   * @param fault the symptom of the fault, as it was noted
   * @param symptom what was seen
   * @returns what was noted; undefined where it says nothing new
   */
  add(fault: Symptom, symptom: Symptom): Symptom | undefined {
    const seen = this.#seen.get(fault.id) ?? new Set([fault.candidates.join()]);
    this.#seen.set(fault.id, seen);
    const key = symptom.candidates.join();
    if (seen.has(key) || seen.size > MOST) return undefined;
    seen.add(key);
    const { dialect, scenario, step, label, source, order, expected, received } = fault;
    const { candidates, subject, path, resourceType, direct, accepted } = symptom;
    const noted = this.#log.note({
      dialect,
      order,
      candidates,
      subject,
      expected,
      received,
      follows: true,
      ...defined({ scenario, step, label, source, path, resourceType, direct, accepted }),
    });
    this.#noted.add(noted.id);
    return noted;
  }

  /**
   * Forgets what has no cause in common with a fault that is told.
   *
   * @returns what was forgotten
   */
  settle(): readonly Symptom[] {
    const alone = this.diagnoses().filter(({ symptoms }) => symptoms.every(({ id }) => this.#noted.has(id)));
    const forgotten = alone.flatMap(({ symptoms }) => symptoms);
    this.#log.withdraw(forgotten);
    return forgotten;
  }

  /** What explains all that is known of the client's faults by now. */
  diagnoses(): readonly Diagnosis[] {
    const all = this.#log.symptoms.filter(({ dialect }) => dialect === this.#dialect);
    return diagnose(all, this.#log.held(this.#dialect), this.#log.heldTypes);
  }
}
