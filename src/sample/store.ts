import type { JsonObject } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';

/** A resource as it is kept: what clients wrote, without what is computed for each answer. */
export interface Entry {
  readonly type: ResourceType;
  readonly id: string;
  /** `schemas` and the attributes that a client may write. Never changed in place. */
  readonly attributes: JsonObject;
  /** ISO 8601. */
  readonly created: string;
  readonly lastModified: string;
  /** Counts the changes, from 1. */
  readonly version: number;
}

/** The sample server's memory. Entries keep the order in which they were created. */
export class Store {
  readonly #entries = new Map<string, Entry>();
  /** User or group id → ids of the groups that have it as a member. */
  readonly #groupsOf = new Map<string, Set<string>>();

  /**
   * The entry with an id.
   *
   * @param type the resource type
   * @param id compared exactly
   */
  get(type: ResourceType, id: string): Entry | undefined {
    const entry = this.#entries.get(id);
    return entry?.type === type ? entry : undefined;
  }

  /**
   * All entries of a type, oldest first.
   *
   * @param type the resource type
   */
  all(type: ResourceType): Entry[] {
    return [...this.#entries.values()].filter((entry) => entry.type === type);
  }

  /**
   * Stores an entry in place of the one with the same id, or at the end.
   *
   * @param entry the entry
   */
  put(entry: Entry): void {
    this.#unlink(this.#entries.get(entry.id));
    this.#entries.set(entry.id, entry);
    for (const id of memberIds(entry)) {
      const groups = this.#groupsOf.get(id) ?? new Set();
      this.#groupsOf.set(id, groups.add(entry.id));
    }
  }

  /**
   * Forgets an entry. Its memberships in groups are the caller's business.
   *
   * @param id the entry's id
   */
  delete(id: string): void {
    this.#unlink(this.#entries.get(id));
    this.#entries.delete(id);
  }

  /**
   * The groups that have a resource as a direct member, oldest first.
   *
   * @param id the member's id
   */
  groupsWith(id: string): Entry[] {
    const groups = [...(this.#groupsOf.get(id) ?? [])].map((group) => this.get('Group', group));
    return groups.filter((group) => group !== undefined);
  }

  #unlink(entry: Entry | undefined): void {
    if (entry === undefined) return;
    for (const id of memberIds(entry)) this.#groupsOf.get(id)?.delete(entry.id);
  }
}

/**
 * The ids that a group lists as members.
 *
 * @param entry any entry; users have none
 */
export function memberIds(entry: Pick<Entry, 'type' | 'attributes'>): string[] {
  const members = entry.type === 'Group' ? entry.attributes['members'] : undefined;
  if (!Array.isArray(members)) return [];
  return members.flatMap((member) => {
    const value = typeof member === 'object' && member !== null && !Array.isArray(member) ? member['value'] : undefined;
    return typeof value === 'string' ? [value] : [];
  });
}
