import type { Difference } from '../../check/context.js';
import type { JsonObject } from '../../scim/json.js';
import { compilePath } from '../state/compiled-path.js';
import type { Twin } from '../state/twin.js';
import { type ComparisonRules, compare, memberIds } from './comparison.js';

/**
 * Finds a difference that may be no more than an old state that a target still shows: what is missing may come, and what is there
 * may be what was there before. A value that was never there does not become right by waiting.
 *
 * @param differences what differs; may be as many as a group has members
 * @param actual the resource as read
 * @param before what it held before the write; undefined: it was created
 * @param rules how it is compared
 * @returns the first one
 */
export function oldState(
  differences: readonly Difference[],
  actual: JsonObject,
  before: Twin | undefined,
  rules: ComparisonRules,
): Difference | undefined {
  let earlierMembers: ReadonlySet<string> | undefined;
  return differences.find(({ kind, path }) => {
    if (kind === 'missing') return true;
    if (before === undefined || kind === 'duplicate') return false;
    const member = /^members\[(.*)\]$/.exec(path)?.[1];
    if (member !== undefined) {
      earlierMembers ??= memberIds(before.resource);
      return earlierMembers.has(member);
    }
    const compiled = compilePath(rules.schemas, rules.type, path);
    // What the server had of its own is not known: nothing differs from that.
    return compare(before, actual, { ...rules, paths: [compiled] }).differences.length === 0;
  });
}
