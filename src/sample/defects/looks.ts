import type { JsonObject } from '../../scim/json.js';
import { nameAttribute } from '../../scim/message.js';
import { mapBody } from '../reply.js';
import type { Hooks } from '../stage.js';
import type { Entry } from '../store.js';
import type { World } from '../world.js';

/**
 * Hooks that change how resources look in lists and look-ups, and nowhere else.
 *
 * @param change from a resource as it is shown to what the list shows
 */
export function inLists(change: (resource: JsonObject) => JsonObject): Hooks {
  return { envelope: (next, resources, page, query) => next(resources.map(change), page, query) };
}

/** `userName eq "…"` or `displayName eq "…"`, and nothing else. */
const LOOK_UP = /^\s*(userName|displayName)\s+eq\s+("(?:[^"\\]|\\.)*")\s*$/i;

/**
 * The name that a filter looks up.
 *
 * @param filter the filter, decoded
 * @returns undefined for other filters
 */
export function lookedUp(filter: string): string | undefined {
  const text = LOOK_UP.exec(filter)?.[2];
  return text === undefined ? undefined : (JSON.parse(text) as string);
}

/** The name of a user or group. */
export function nameOf({ type, attributes }: Pick<Entry, 'type' | 'attributes'>): string {
  return String(attributes[nameAttribute(type)]);
}

/**
 * Hooks that compare the names in look-ups in a way of their own.
 *
 * @param alike whether a name that somebody has is the one that is looked up, both in lower case
 */
export function namesAlike(alike: (held: string, wanted: string) => boolean): Hooks {
  return {
    select: (next, entries, filter, types) => {
      const wanted = lookedUp(filter)?.toLowerCase();
      return wanted === undefined ? next(entries, filter, types) : entries.filter((entry) => alike(nameOf(entry).toLowerCase(), wanted));
    },
  };
}

/**
 * Hooks that answer a write with the resource as it was before.
 *
 * @param world what the stages share
 * @param method the write
 */
export function answersOldState({ store, stages }: World, method: 'PATCH' | 'PUT'): Hooks {
  return {
    perform: (next, route, request) => {
      const before = request.method === method && route.kind === 'resource' ? store.get(route.type, route.id) : undefined;
      const shown = before === undefined ? undefined : stages.render(before);
      const answer = next(route, request);
      return shown === undefined || answer.status !== 200 ? answer : mapBody(answer, () => shown);
    },
  };
}

/**
 * Hooks that change what `meta` says.
 *
 * @param change from the meta of a resource to what is shown
 */
export function inMeta(change: (meta: JsonObject) => JsonObject): Hooks {
  return {
    render: (next, entry) => {
      const resource = next(entry);
      return { ...resource, meta: change(resource['meta'] as JsonObject) };
    },
  };
}
