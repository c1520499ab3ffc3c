import type { CheckId } from '../../check/check-id.js';
import type { HeldTypes } from '../../check/held-types.js';
import type { Symptom } from '../../check/symptom.js';
import type { Dialect } from '../../client/client.js';
import type { ResourceType } from '../../scim/message.js';
import type { Cause } from '../state/cause.js';

/** A step that could not be judged, and the symptom that is in its way. */
export interface Blocked {
  readonly dialect: Dialect;
  readonly scenario: string;
  readonly step: number;
  /** Number of the symptom. */
  readonly cause: number;
}

/** What a run has gathered for the diagnosis. */
export class RunLog {
  #symptoms: Symptom[] = [];
  readonly #held = new Set<CheckId>();
  readonly #heldUnder = new Map<Dialect, Set<CheckId>>();
  readonly #heldTypes = new Map<CheckId, Set<ResourceType>>();
  readonly #heldFor = new Map<Dialect, Record<ResourceType, Set<CheckId>>>();
  readonly #neverShown = new Map<Dialect, Map<string, Cause>>();
  readonly #considered = new Map<number, CheckId>();
  readonly #blocked: Blocked[] = [];
  #count = 0;

  /** Takes a symptom down, and gives it its number. */
  note(symptom: Omit<Symptom, 'id'>): Symptom {
    this.#count += 1;
    const noted = { ...symptom, id: this.#count };
    this.#symptoms.push(noted);
    return noted;
  }

  /** Gives a symptom other candidates: more is known of its reason. */
  amend(id: number, candidates: readonly CheckId[]): void {
    this.#symptoms = this.#symptoms.map((symptom) => (symptom.id === id ? { ...symptom, candidates } : symptom));
  }

  /** Gives a symptom one candidate more, the least specific one, as far as something else under the same client shows that check to fail. */
  consider(id: number, check: CheckId): void {
    this.#considered.set(id, check);
  }

  /** Takes over what held in the log of a part of the run: it speaks for the target as a whole. */
  confirmAll(part: RunLog, dialect: Dialect): void {
    for (const check of part.#held) this.confirm(check);
    for (const check of part.#heldUnder.get(dialect) ?? []) this.confirm(check, dialect);
    for (const [check, types] of part.#heldTypes) for (const type of types) this.confirmFor(check, type, dialect);
  }

  /** Forgets symptoms: what they were about is tried again in another way. */
  withdraw(symptoms: readonly Symptom[]): void {
    const ids = new Set(symptoms.map(({ id }) => id));
    this.#symptoms = this.#symptoms.filter(({ id }) => !ids.has(id));
  }

  /**
   * A check was exercised and held.
   *
   * @param check its id
   * @param dialect the only dialect for which that says something; absent: what it judges is the same under every client
   */
  confirm(check: CheckId, dialect?: Dialect): void {
    const held = dialect === undefined ? this.#held : (this.#heldUnder.get(dialect) ?? new Set());
    held.add(check);
    if (dialect !== undefined) this.#heldUnder.set(dialect, held);
  }

  /** A check was exercised by a write of this client to a resource of this type and held. */
  confirmFor(check: CheckId, type: ResourceType, dialect: Dialect): void {
    const held = this.#heldFor.get(dialect) ?? { User: new Set(), Group: new Set() };
    this.#heldFor.set(dialect, held);
    // Most have held before: there are dozens for each exchange.
    if (held[type].has(check)) return;
    held[type].add(check);
    this.confirm(check);
    this.#heldTypes.set(check, (this.#heldTypes.get(check) ?? new Set()).add(type));
  }

  /** A creation brought a value that never showed: later writes of it will not show either. */
  noteNeverShown(dialect: Dialect, path: string, cause: Cause): void {
    const paths = this.#neverShown.get(dialect) ?? new Map<string, Cause>();
    this.#neverShown.set(dialect, paths.set(path.toLowerCase(), cause));
  }

  /** The symptom of a value that a creation brought and that never showed. */
  neverShown(dialect: Dialect, path: string): Cause | undefined {
    return this.#neverShown.get(dialect)?.get(path.toLowerCase());
  }

  /** The same of any value whose path begins so. */
  neverShownIn(dialect: Dialect, beginning: string): Cause | undefined {
    return [...(this.#neverShown.get(dialect) ?? [])].find(([path]) => path.startsWith(beginning))?.[1];
  }

  block(step: Omit<Blocked, 'cause'>, causes: readonly Cause[]): void {
    for (const { id } of causes) this.#blocked.push({ ...step, cause: id });
  }

  get symptoms(): readonly Symptom[] {
    if (this.#considered.size === 0) return this.#symptoms;
    const shown = new Set(this.#symptoms.map(({ dialect, candidates }) => `${dialect} ${candidates.at(-1)}`));
    return this.#symptoms.map((symptom) => {
      const check = this.#considered.get(symptom.id);
      const isShown = check !== undefined && shown.has(`${symptom.dialect} ${check}`);
      return isShown ? { ...symptom, candidates: [check, ...symptom.candidates] } : symptom;
    });
  }

  get blocked(): readonly Blocked[] {
    return this.#blocked;
  }

  /** The resource types for which checks held. */
  get heldTypes(): HeldTypes {
    return this.#heldTypes;
  }

  /** Whether a check held by a write of this client to a resource of this type. */
  heldFor(check: CheckId, type: ResourceType, dialect: Dialect): boolean {
    return this.#heldFor.get(dialect)?.[type].has(check) === true;
  }

  /** The checks that held under every client, and those that held under one, where one is named. */
  held(dialect?: Dialect): ReadonlySet<CheckId> {
    return new Set([...this.#held, ...(dialect === undefined ? [] : (this.#heldUnder.get(dialect) ?? []))]);
  }
}
