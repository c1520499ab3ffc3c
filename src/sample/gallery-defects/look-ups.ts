import type { JsonObject } from '../../scim/json.js';
import type { Page, Query } from '../query.js';
import type { Hooks } from '../stage.js';
import type { Entry } from '../store.js';

/** The name that people know a resource by. */
export function nameOf({ attributes }: Entry): string {
  return String(attributes['userName'] ?? attributes['displayName'] ?? '');
}

/**
 * Look-ups do not find resources of a certain name.
 *
 * @param part stands in the name
 */
export function notFound(part: string): Hooks {
  return { select: (next, entries, filter, types) => next(entries, filter, types).filter((entry) => !nameOf(entry).includes(part)) };
}

/**
 * Look-ups by a certain name are answered with other resources than they found.
 *
 * @param part stands in the filter
 * @param change from what was found to what is answered
 */
export function answeredWith(part: string, change: (found: readonly JsonObject[]) => readonly JsonObject[]): Hooks {
  return {
    envelope: (next, resources, page: Page<Entry>, query: Query) => {
      if (query.filter?.includes(part) !== true) return next(resources, page, query);
      const shown = [...change(resources)];
      return { ...next(shown, page, query), totalResults: shown.length };
    },
  };
}

/**
 * Look-ups by a certain name go on showing what they found once.
 *
 * @param part stands in the filter
 */
export function staysFound(part: string): Hooks {
  let last: readonly JsonObject[] = [];
  return answeredWith(part, (found) => {
    if (found.length > 0) last = found;
    return last;
  });
}
