import { plainText } from '../../base/plain-text.js';
import type { ExpectedResource } from '../../check/context.js';
import { foldedText } from '../../scim/folded-text.js';
import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import { nameAttribute, type ResourceType, type ScimRequest } from '../../scim/message.js';
import { valueAt } from '../../scim/resource.js';
import type { Cause } from './cause.js';
import type { OwnedResource } from './owned-resource.js';

/** So much is remembered of strangers, in UTF-16 units: a target may make up new ones with each list. */
const MOST_OF_STRANGERS = 16_000_000;

/** What one takes besides its id. */
const OF_EACH = 100;

/** The resources of this run, and the ids of strangers. Only what stands here may be written to. */
export class OwnedResources {
  readonly #owned = new Map<string, OwnedResource>();
  readonly #deletedIds = new Set<string>();
  /** Type and name in lower case → the resources that have it: a name is looked up with every creation and every filter. */
  readonly #named = new Map<string, Set<OwnedResource>>();
  readonly #nameOf = new Map<OwnedResource, string | undefined>();
  /** Type and name, as above, of whoever had a name and took another. */
  readonly #vacated = new Set<string>();
  readonly #strangers = new Map<string, number>();
  /** Type and id of whoever lost that id to another resource → the symptom. */
  readonly #givenAway = new Map<string, Cause | undefined>();
  #moments = 0;
  #taken = 0;

  add(resource: OwnedResource): void {
    this.#owned.set(keyOf(resource.type, resource.id), resource);
    this.#index(resource);
    resource.onChange(() => this.#index(resource));
  }

  find(type: ResourceType | undefined, id: string | undefined): OwnedResource | undefined {
    return type === undefined || id === undefined ? undefined : this.#owned.get(keyOf(type, id));
  }

  /** What a reference with this id leads to: a group of this run, or a user. */
  typeOf(id: string): ResourceType {
    return this.find('Group', id) === undefined ? 'User' : 'Group';
  }

  /** Whether a write may address a resource. */
  owns(type: ResourceType | undefined, id: string): boolean {
    return this.find(type, id)?.proven === true;
  }

  /** Gives a resource up: it was not shown to be the run's own, and nothing may be written to it. */
  disown(resource: OwnedResource): void {
    this.#owned.delete(keyOf(resource.type, resource.id));
    const name = this.#nameOf.get(resource);
    if (name !== undefined) this.#named.get(name)?.delete(resource);
    this.#nameOf.delete(resource);
    resource.onChange(() => undefined);
  }

  /**
   * Gives a resource up whose id the target has given to another one: nobody knows which of them the id leads to.
   *
   * @param resource who had the id first
   * @param cause the symptom of the creation that was answered with it
   */
  giveAway(resource: OwnedResource, cause: Cause | undefined): void {
    this.#givenAway.set(keyOf(resource.type, resource.id), cause);
    this.disown(resource);
  }

  /** Why an id leads to nobody for certain; undefined where nothing is known against it. */
  givenAway(type: ResourceType, id: string | undefined): { readonly cause: Cause | undefined } | undefined {
    const key = id === undefined ? undefined : keyOf(type, id);
    return key !== undefined && this.#givenAway.has(key) ? { cause: this.#givenAway.get(key) } : undefined;
  }

  /** Ids of deleted resources: whether groups still list them is the server's business (RFC 7644 §3.6 says nothing of it). */
  get deletedIds(): ReadonlySet<string> {
    return this.#deletedIds;
  }

  /** Remembers resources that were there without us. */
  noteStrangers(type: ResourceType, resources: readonly JsonObject[]): void {
    for (const resource of resources) {
      if (this.#taken >= MOST_OF_STRANGERS) return;
      const id = getMember(resource, 'id');
      const key = typeof id === 'string' && this.find(type, id) === undefined ? keyOf(type, id) : undefined;
      if (key === undefined || this.#strangers.has(key)) continue;
      this.#strangers.set(key, this.moment());
      this.#taken += key.length + OF_EACH;
    }
  }

  /** The present moment: later than all that were told before. */
  moment(): number {
    this.#moments += 1;
    return this.#moments;
  }

  /**
   * Whether a resource was seen before a moment without being ours. One that was first seen later may be a creation of our own
   * whose answer was still under way.
   *
   * @param type its type
   * @param id its id
   * @param moment see `moment`
   */
  isStranger(type: ResourceType, id: string, moment: number): boolean {
    return (this.#strangers.get(keyOf(type, id)) ?? Number.POSITIVE_INFINITY) < moment;
  }

  /** The run's own resources that a request's filter must find; undefined when it has none. */
  hits({ filter, resourceType }: ScimRequest): ExpectedResource[] | undefined {
    if (filter === undefined || resourceType === undefined) return undefined;
    const { attribute, value } = filter;
    const isName = attribute.toLowerCase() === nameAttribute(resourceType).toLowerCase();
    const suspects = isName ? this.#withName(resourceType, value) : this.all().filter((each) => each.type === resourceType);
    return suspects
      .filter((each) => each.isThere && !each.contentUnknown && (isName || sameText(valueAt(each.twin.resource, attribute), value)))
      .map((each) => each.expected);
  }

  /** The deleted resource of this run whose name a creation takes; undefined where somebody living has the name, too. */
  deletedNamesake({ method, resourceType, body }: ScimRequest): JsonObject | undefined {
    if (method !== 'POST' || resourceType === undefined || !isObject(body)) return undefined;
    const name = body[nameAttribute(resourceType)];
    const same = typeof name === 'string' ? this.#withName(resourceType, name) : [];
    return same.every((each) => each.deleted) ? same.at(-1)?.asWritten : undefined;
  }

  /**
   * Whether a name was given up, by a change or a deletion, and is nobody's now.
   *
   * @param type the type of the resource that is to have it
   * @param name the name
   */
  isVacated(type: ResourceType, name: string): boolean {
    const holders = this.#withName(type, name);
    return holders.every(({ deleted }) => deleted) && (holders.length > 0 || this.#vacated.has(keyOf(type, foldedText(name))));
  }

  /** Whether a name is that of another living resource of this run. */
  isOfAnother({ type, id }: OwnedResource, name: string): boolean {
    return this.#withName(type, name).some((each) => !each.deleted && each.id !== id);
  }

  /** The run's own resource that a request addresses. */
  addressed({ resourceType, id }: ScimRequest): ExpectedResource | undefined {
    return this.find(resourceType, id)?.expected;
  }

  all(): readonly OwnedResource[] {
    return [...this.#owned.values()];
  }

  #withName(type: ResourceType, name: string): OwnedResource[] {
    return [...(this.#named.get(keyOf(type, foldedText(name))) ?? [])];
  }

  #index(resource: OwnedResource): void {
    if (resource.deleted) this.#deletedIds.add(resource.id);
    const name = getMember(resource.twin.resource, nameAttribute(resource.type));
    const key = name === undefined || name === null ? undefined : keyOf(resource.type, foldedText(plainText(name)));
    const earlier = this.#nameOf.get(resource);
    if (earlier === key) return;
    if (earlier !== undefined) {
      this.#named.get(earlier)?.delete(resource);
      this.#vacated.add(earlier);
      if (key !== undefined) resource.markRenamed();
    }
    this.#nameOf.set(resource, key);
    if (key !== undefined) this.#named.set(key, (this.#named.get(key) ?? new Set()).add(resource));
  }
}

function keyOf(type: ResourceType, id: string): string {
  return `${type} ${id}`;
}

function sameText(value: Json | undefined, wanted: string): boolean {
  return value !== undefined && value !== null && foldedText(plainText(value)) === foldedText(wanted);
}
