import { isDeepStrictEqual } from 'node:util';
import { timeOf } from '../../base/clock.js';
import type { JsonObject } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { badRequest, Refusal } from '../refusal.js';
import type { Stages } from '../stage.js';
import { type Entry, memberIds } from '../store.js';
import type { World } from '../world.js';

/** The attribute whose value no two resources of a type may share, without regard to case (RFC 7643 §4.1.1). */
const UNIQUE: Readonly<Record<ResourceType, string>> = { User: 'userName', Group: 'displayName' };

/**
 * The stages that judge and keep what is written.
 *
 * @param world what the stages share
 */
export function keepStages(world: World): Pick<Stages, 'check' | 'unique' | 'save' | 'erase' | 'newId' | 'find' | 'entries'> {
  return {
    find: (type, id) => world.store.get(type, id),
    entries: (type) => world.store.all(type),
    check: (type, attributes) => check(world, type, attributes),
    unique: (type, attributes, entry) => unique(world, type, attributes, entry),
    save: (type, attributes, entry) => save(world, type, attributes, entry),
    erase: (entry) => erase(world, entry),
    newId: (type, attributes) => world.newId(type, attributes),
  };
}

function check({ store }: World, type: ResourceType, attributes: JsonObject): void {
  const name = UNIQUE[type];
  const value = attributes[name];
  if (typeof value !== 'string' || value.trim() === '') throw badRequest('invalidValue', `${name} is required.`);
  for (const id of memberIds({ type, attributes })) {
    const known = store.get('User', id) ?? store.get('Group', id);
    if (known === undefined) throw badRequest('invalidValue', `The member ${id} does not exist.`);
  }
}

function unique({ store }: World, type: ResourceType, attributes: JsonObject, entry: Entry | undefined): void {
  const name = UNIQUE[type];
  const wanted = String(attributes[name]).toLowerCase();
  const holder = store.all(type).find((other) => other.id !== entry?.id && String(other.attributes[name]).toLowerCase() === wanted);
  if (holder !== undefined) throw new Refusal(409, `Another ${type} has the ${name} ${attributes[name]}.`, 'uniqueness');
}

function save(world: World, type: ResourceType, attributes: JsonObject, entry: Entry | undefined): Entry {
  // A write that changes nothing leaves the version and the time of the last change as they are (RFC 7644 §3.5.2.1).
  if (entry !== undefined && isDeepStrictEqual(entry.attributes, attributes)) return entry;
  const now = timeOf(world.clock);
  const saved: Entry = {
    type,
    id: entry?.id ?? world.stages.newId(type, attributes),
    attributes,
    created: entry?.created ?? now,
    lastModified: now,
    version: (entry?.version ?? 0) + 1,
  };
  world.store.put(saved);
  return saved;
}

function erase(world: World, entry: Entry): void {
  for (const group of world.store.groupsWith(entry.id)) {
    const members = group.attributes['members'];
    const rest = Array.isArray(members) ? members.filter((member) => !memberIds(groupOf(member)).includes(entry.id)) : [];
    const { members: _, ...others } = group.attributes;
    save(world, 'Group', rest.length === 0 ? others : { ...others, members: rest }, group);
  }
  world.store.delete(entry.id);
}

function groupOf(member: JsonObject[string]): Pick<Entry, 'type' | 'attributes'> {
  return { type: 'Group', attributes: { members: [member] } };
}
