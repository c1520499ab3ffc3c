import type { Step } from '../../scenario/scenario.js';
import { isObject, type Json } from '../../scim/json.js';

/**
 * A step with other words in its names and texts.
 *
 * @param step the step
 * @param renamed gives the words in place of a name or a text
 */
export function renamedIn(step: Step, renamed: (text: string) => string): Step {
  const { intent, expect, source, ...rest } = step;
  return { ...rest, intent: inAll(intent, renamed), expect: inAll(expect, renamed), source };
}

/** The same value with other words in its names and texts. */
function inAll<T extends object>(value: T, renamed: (text: string) => string): T {
  const all = (each: Json): Json => {
    if (typeof each === 'string') return renamed(each);
    if (Array.isArray(each)) return each.map(all);
    if (!isObject(each)) return each;
    return Object.fromEntries(Object.entries(each).map(([name, member]) => [renamed(name), all(member)]));
  };
  // Intents and expectations hold nothing but JSON.
  return all(value as Json) as T;
}
