import type { CheckId } from '../../check/check-id.js';
import type { ExpectedResource } from '../../check/context.js';
import { withBulkIds } from '../../scim/bulk.js';
import { isObject, type JsonObject } from '../../scim/json.js';
import type { ResourceType, ScimRequest } from '../../scim/message.js';
import { removeAt } from '../../scim/resource.js';
import type { Cause } from './cause.js';
import { ResourceTimes } from './resource-times.js';
import { acceptServerValue, followWrite, type Twin, type TwinRules } from './twin.js';

/** What is known of a resource when it has been created. */
export interface Birth {
  /** What the report calls it. */
  readonly key: string;
  readonly type: ResourceType;
  readonly id: string;
  /** Line of the ledger. */
  readonly entry: number;
  readonly twin: Twin;
  /** Whether it has been shown to be the run's own; default: yes. Until then nothing may be written to it. */
  readonly proven?: boolean;
}

/** Which values of a resource are not what they should be, and why. */
export type Unreliable = ReadonlyMap<string, Cause | undefined>;

/** A resource that this run created: what a correct server holds of it, and what of that can be relied on. */
export class OwnedResource {
  readonly key: string;
  readonly type: ResourceType;
  readonly id: string;
  readonly entry: number;
  #twin: Twin;
  #proven: boolean;
  #deleted = false;
  #outlivesDeletion = false;
  #contentUnknown = false;
  #shown = false;
  #vanished = false;
  #renamed = false;
  /** What `meta` has said of its age. */
  readonly times = new ResourceTimes();
  /** Target path in lower case → the forms of a change that the target has carried out there. */
  readonly #understood = new Map<string, ReadonlySet<CheckId>>();
  /** Target path in lower case → the symptom that made its value unreliable, if it was one. */
  #unreliable = new Map<string, Cause | undefined>();
  readonly #missingMembers = new Map<string, Cause>();
  #changed: () => void = () => undefined;

  constructor(birth: Birth) {
    this.key = birth.key;
    this.type = birth.type;
    this.id = birth.id;
    this.entry = birth.entry;
    this.#twin = birth.twin;
    this.#proven = birth.proven ?? true;
  }

  /** What a correct server holds. */
  get twin(): Twin {
    return this.#twin;
  }

  /** Whether it has been shown to be the run's own. */
  get proven(): boolean {
    return this.#proven;
  }

  get deleted(): boolean {
    return this.#deleted;
  }

  /** Whether it may be there after its deletion was accepted: a read has not shown that it is gone. */
  get outlivesDeletion(): boolean {
    return this.#outlivesDeletion;
  }

  /** Whether what it holds is anybody's guess: a write to it was never answered, or may rightly have gone either way. */
  get contentUnknown(): boolean {
    return this.#contentUnknown;
  }

  /** Target paths, in lower case, whose value is not what it should be. */
  get unreliablePaths(): ReadonlySet<string> {
    return new Set(this.#unreliable.keys());
  }

  /** What it holds as it was asked to: without values that the target shows otherwise, whoever is asked to hold them. */
  get asWritten(): JsonObject {
    return [...this.#unreliable.keys()].reduce(removeAt, this.#twin.resource);
  }

  /** The resource as judges see it. */
  get expected(): ExpectedResource {
    const { key, type, id } = this;
    return { key, type, id, resource: this.#twin.resource, deleted: this.#deleted, shown: this.#shown, renamed: this.#renamed };
  }

  /** It was read, and shows what was sent. */
  prove(): void {
    this.#proven = true;
  }

  /** Notes checks of the form of a change that has been carried out: what is told of the path later has another reason. */
  noteUnderstood(path: string, checks: readonly CheckId[]): void {
    this.#understood.set(path.toLowerCase(), new Set([...this.understoodAt(path), ...checks]));
  }

  /** The checks of the forms in which changes at a path have been carried out. */
  understoodAt(path: string): ReadonlySet<CheckId> {
    return this.#understood.get(path.toLowerCase()) ?? new Set();
  }

  /** Has the listener told of every change of the twin, and of the deletion. */
  onChange(listener: () => void): void {
    this.#changed = listener;
  }

  /** Sets what a correct server holds from now on. */
  expect(twin: Twin): void {
    this.#twin = twin;
    this.#changed();
  }

  /** Follows a PUT or PATCH that the server accepted. */
  follow(request: Pick<ScimRequest, 'method' | 'body'>, rules: TwinRules): void {
    this.expect(followWrite(this.#twin, request, rules));
  }

  /**
   * Takes the server's value for a path: what comes next is judged against what is really there.
   *
   * @param path a target path
   * @param actual the resource as read
   */
  acceptServerValue(path: string, actual: JsonObject): void {
    this.expect(acceptServerValue(this.#twin, path, actual));
  }

  /** A group no longer has a member, because the member is gone. */
  loseMember(id: string): void {
    const { resource, cleared } = this.#twin;
    const members = resource['members'];
    if (!Array.isArray(members)) return;
    const left = members.filter((member) => !isObject(member) || member['value'] !== id);
    if (left.length === members.length) return;
    this.expect({ ...this.#twin, resource: { ...resource, members: left }, cleared: new Set([...cleared, 'members']) });
  }

  /** Puts real ids in the place of the `bulkId:` references of a bulk request. */
  resolveBulkIds(ids: ReadonlyMap<string, string>): void {
    const resource = withBulkIds(this.#twin.resource, ids);
    if (isObject(resource)) this.expect({ ...this.#twin, resource });
  }

  markDeleted(): void {
    this.#deleted = true;
    this.#changed();
  }

  /** It was read by its id: whoever does not find it later, does not find what was there. */
  markShown(): void {
    this.#shown = true;
    this.#vanished = false;
  }

  /** It has another name than before, letter case aside. */
  markRenamed(): void {
    this.#renamed = true;
  }

  /** Its deletion was accepted, and a read by its id does not say that it is gone. */
  markOutlivesDeletion(): void {
    this.#outlivesDeletion = true;
  }

  /** A read by its id did not find it. */
  markMissing(): void {
    this.#vanished = this.#shown;
  }

  /** Whether lists and filters must find it: nobody has deleted it, and it was not gone all the same when it was read last. */
  get isThere(): boolean {
    return !this.#deleted && !this.#vanished;
  }

  /** Nothing can be said about its content any more. */
  markUnknown(): void {
    this.#contentUnknown = true;
  }

  /**
   * Remembers that a value is not what it should be: what depends on it cannot be judged.
   *
   * @param path a target path; empty: the whole write went wrong
   * @param cause the symptom; undefined: nothing went wrong, the value was just never written
   */
  markUnreliable(path: string, cause?: Cause): void {
    this.#unreliable.set(path.toLowerCase(), cause);
  }

  /** A member who was to be in the group is not shown: should it show later, it was there. */
  noteMissingMember(path: string, cause: Cause): void {
    this.#missingMembers.set(path, cause);
  }

  /** The symptom of a member who was to be in the group before, and was not shown. */
  missingMember(path: string): Cause | undefined {
    return this.#missingMembers.get(path);
  }

  isUnreliable(path: string): boolean {
    return this.#unreliable.has(path.toLowerCase());
  }

  /** Whether some of the paths are unreliable, and the symptoms that made them so. */
  reliabilityOf(paths: readonly string[]): { readonly unreliable: boolean; readonly causes: readonly Cause[] } {
    const marked = paths.filter((path) => this.isUnreliable(path));
    return { unreliable: marked.length > 0, causes: marked.flatMap((path) => this.#unreliable.get(path.toLowerCase()) ?? []) };
  }

  /** What is unreliable now, to be restored when a step takes back what it noted. */
  unreliable(): Unreliable {
    return new Map(this.#unreliable);
  }

  restoreUnreliable(earlier: Unreliable): void {
    this.#unreliable = new Map(earlier);
  }
}
