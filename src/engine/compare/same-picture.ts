import type { Difference } from '../../check/context.js';
import type { JsonObject } from '../../scim/json.js';
import { getMember } from '../../scim/json.js';
import { isEmpty } from '../state/twin.js';
import { type ComparisonRules, compare } from './comparison.js';
import { returnedWhen } from './visibility.js';

/**
 * How a resource looks in one answer, held against what a read by its id shows: one resource has one picture, whatever the
 * answer. Members may be left out of lists, and what is returned on request only need not be there.
 *
 * @param shown the resource in a list, or in the answer to a write
 * @param byId the resource as a read by its id shows it
 * @param rules the paths that count
 */
export function pictureDifferences(shown: JsonObject, byId: JsonObject, rules: ComparisonRules): Difference[] {
  const paths = rules.paths.filter(
    (path) => returnedWhen(path) !== 'request' && (path.key !== 'members' || getMember(shown, 'members') !== undefined),
  );
  // What a read by the id does not show must not show elsewhere.
  const cleared = new Set(paths.filter((path) => isEmpty(path.valueIn(byId))).map((path) => path.text));
  const picture = { resource: byId, cleared, clearedOrKept: new Set<string>() };
  return compare(picture, shown, { ...rules, paths }).differences.filter((each) => each.kind !== 'duplicate');
}
