import type { CheckId } from '../../src/check/check-id.js';
import type { Dialect } from '../../src/client/client.js';
import { RunLog } from '../../src/engine/judge/run-log.js';
import type { ResourceType } from '../../src/scim/message.js';

/** Says in a log that a check held. */
export type Holds = (log: RunLog) => void;

/** A log that remembers what held since it was last asked to begin. */
export class HeldLog extends RunLog {
  #noted: Holds[] = [];
  #known = new Set<string>();

  /** What holds from now on, until the next call. */
  begin(): Holds[] {
    this.#noted = [];
    this.#known = new Set();
    return this.#noted;
  }

  override confirm(check: CheckId, dialect?: Dialect): void {
    super.confirm(check, dialect);
    this.#note(`${check} ${dialect ?? ''}`, (log) => log.confirm(check, dialect));
  }

  override confirmFor(check: CheckId, type: ResourceType, dialect: Dialect): void {
    super.confirmFor(check, type, dialect);
    this.#note(`${check} for ${type} ${dialect}`, (log) => log.confirmFor(check, type, dialect));
  }

  #note(name: string, holds: Holds): void {
    if (this.#known.has(name)) return;
    this.#known.add(name);
    this.#noted.push(holds);
  }
}
