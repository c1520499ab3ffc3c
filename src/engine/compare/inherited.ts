import type { Difference } from '../../check/context.js';
import { show } from '../../check/show.js';
import type { JsonObject } from '../../scim/json.js';
import type { CompiledPath } from '../state/compiled-path.js';
import { isEmpty } from '../state/twin.js';

/** What many people have in common, and a server may set by itself. */
const COMMON = /^(preferredlanguage|locale|timezone|usertype)$/;

/**
 * What a new resource has of the deleted one whose name it takes, although nobody sent it. A default of the server's own would not
 * be the very text that somebody had written to the other one.
 *
 * @param former the deleted resource, with the values that were written to it
 * @param sent the new one as it was sent
 * @param actual the new one as it is read
 * @param paths the paths that count
 */
export function inheritedFrom(former: JsonObject, sent: JsonObject, actual: JsonObject, paths: readonly CompiledPath[]): Difference[] {
  return paths.flatMap((path): Difference[] => {
    const held = path.valueIn(actual);
    if (typeof held !== 'string' || held === '' || COMMON.test(path.key) || !isEmpty(path.valueIn(sent))) return [];
    if (path.valueIn(former) !== held || isMadeOf(held, sent)) return [];
    return [{ kind: 'extra', path: path.text, expected: `${path.text}: no value`, received: `${path.text} = ${show(held)}` }];
  });
}

/** A server may make a name of what it was sent, for both in the same way: each word of it was sent again. */
function isMadeOf(held: string, sent: JsonObject): boolean {
  const text = JSON.stringify(sent).toLowerCase();
  const words = held.toLowerCase().split(/[\s,;]+/);
  return words.every((word) => text.includes(JSON.stringify(word).slice(1, -1)));
}
