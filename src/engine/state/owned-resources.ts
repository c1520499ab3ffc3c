import type { CheckId } from '../../check/check-id.js';
import type { ExpectedResource } from '../../check/context.js';
import { nameAttribute } from '../../client/conversation-helpers.js';
import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { ResourceType, ScimRequest } from '../../scim/message.js';
import { valueAt } from '../../scim/resource.js';
import type { Twin } from './twin.js';

/** Why a value is not what it should be. */
export interface Cause {
  readonly candidates: readonly CheckId[];
}

/** A resource that this run created. */
export interface OwnedResource {
  readonly key: string;
  readonly type: ResourceType;
  readonly id: string;
  /** Line of the ledger. */
  readonly entry: number;
  twin: Twin;
  deleted: boolean;
  /** A write to it was never answered: what it holds is anybody's guess. */
  contentUnknown?: boolean;
  /** Target path → the symptom that spoiled it: what depends on it cannot be judged. */
  readonly unreliablePaths: Map<string, Cause>;
}

/** A resource that this run has just created: nothing is wrong with it yet. */
export function newOwnedResource(born: Pick<OwnedResource, 'key' | 'type' | 'id' | 'entry' | 'twin'>): OwnedResource {
  return { ...born, deleted: false, unreliablePaths: new Map() };
}

/** The resources of this run, and the ids of strangers. Only what stands here may be written to. */
export class OwnedResources {
  readonly #own = new Map<string, OwnedResource>();
  readonly #strangers = new Map<string, number>();
  #moments = 0;

  add(own: OwnedResource): void {
    this.#own.set(keyOf(own.type, own.id), own);
  }

  find(type: ResourceType | undefined, id: string | undefined): OwnedResource | undefined {
    return type === undefined || id === undefined ? undefined : this.#own.get(keyOf(type, id));
  }

  /** Whether a write may address the id. */
  owns(id: string): boolean {
    return [...this.#own.values()].some((own) => own.id === id);
  }

  /** Remembers resources that were there without us. */
  noteStrangers(type: ResourceType, resources: readonly JsonObject[]): void {
    for (const resource of resources) {
      const id = getMember(resource, 'id');
      const key = typeof id === 'string' && this.find(type, id) === undefined ? keyOf(type, id) : undefined;
      if (key !== undefined && !this.#strangers.has(key)) this.#strangers.set(key, this.moment());
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

  /** The run's own living resources whose attribute equals the value, without regard to case. */
  matching(type: ResourceType, attribute: string, value: string): ExpectedResource[] {
    const wanted = value.toLowerCase();
    return [...this.#own.values()]
      .filter((own) => own.type === type && !own.deleted)
      .filter((own) => sameText(valueAt(own.twin.resource, attribute), wanted))
      .map(expectedResource);
  }

  /** Whether a request creates a user with the name of one whom this run has deleted, and whom nobody has taken since. */
  isNameOfDeleted({ method, resourceType, body }: ScimRequest): boolean {
    if (method !== 'POST' || resourceType === undefined || !isObject(body)) return false;
    const attribute = nameAttribute(resourceType);
    const name = body[attribute];
    if (typeof name !== 'string') return false;
    const same = this.all().filter((own) => own.type === resourceType && sameText(own.twin.resource[attribute], name.toLowerCase()));
    return same.length > 0 && same.every((own) => own.deleted);
  }

  /** The run's own resource that a request addresses. */
  addressed({ resourceType, id }: ScimRequest): ExpectedResource | undefined {
    const own = this.find(resourceType, id);
    return own === undefined ? undefined : expectedResource(own);
  }

  /** The run's own resources that a request's filter must find; undefined when it has none. */
  hits({ filter, resourceType }: ScimRequest): ExpectedResource[] | undefined {
    if (filter === undefined || resourceType === undefined) return undefined;
    return this.matching(resourceType, filter.attribute, filter.value);
  }

  all(): readonly OwnedResource[] {
    return [...this.#own.values()];
  }
}

/**
 * What spoiled some attributes of a resource.
 *
 * @param own the resource, if there is one
 * @param paths target paths
 * @returns the candidates of the symptoms, one list each
 */
export function causesFor(own: OwnedResource | undefined, paths: readonly string[]): (readonly CheckId[])[] {
  return paths.flatMap((path) => {
    const taint = own?.unreliablePaths.get(path.toLowerCase());
    return taint === undefined ? [] : [taint.candidates];
  });
}

/** The view of a resource that judges are given. */
export function expectedResource(own: OwnedResource): ExpectedResource {
  return { key: own.key, type: own.type, id: own.id, resource: own.twin.resource, deleted: own.deleted };
}

function keyOf(type: ResourceType, id: string): string {
  return `${type} ${id}`;
}

function sameText(value: Json | undefined, wanted: string): boolean {
  return value !== undefined && value !== null && String(value).toLowerCase() === wanted;
}
