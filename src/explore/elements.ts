import { getMember, isObject, type Json, objectsIn } from '../scim/json.js';
import type { History } from './history-step.js';
import { LISTS } from './request-effect.js';

/**
 * The elements of lists that requests of a history write: they are compared, whether the mapping has them or not.
 *
 * @param history what is played
 * @returns target paths: `emails[type eq "other"].value`
 */
export function elementsIn(history: History): readonly string[] {
  const bodies = history.flatMap(({ intent }) => (intent.kind === 'request' ? [intent.body ?? null] : []));
  return [
    ...new Set(bodies.flatMap((body) => LISTS.flatMap((list) => typesIn(body, list).map((type) => `${list}[type eq "${type}"].value`)))),
  ];
}

/** The types of a list's elements, wherever they stand in a body: in a resource, in a value with or without a path. */
function typesIn(body: Json, list: string): readonly string[] {
  if (!isObject(body)) return [];
  const operations = getMember(body, 'Operations');
  if (!Array.isArray(operations)) return typesOf(getMember(body, list));
  return objectsIn(operations).flatMap(({ path, value }) => {
    if (path === list) return typesOf(value);
    return path === undefined && isObject(value) ? typesOf(getMember(value, list)) : [];
  });
}

function typesOf(elements: Json | undefined): readonly string[] {
  return objectsIn(elements).flatMap(({ type }) => (typeof type === 'string' ? [type] : []));
}
