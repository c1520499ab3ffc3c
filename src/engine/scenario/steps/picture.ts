import type { Difference } from '../../../check/context.js';
import { getMember, type JsonObject } from '../../../scim/json.js';
import { compare } from '../../compare/comparison.js';
import { later, type View } from '../../compare/patience.js';
import { pictureDifferences } from '../../compare/same-picture.js';
import type { OwnedResource } from '../../state/owned-resource.js';
import type { StepContext } from '../step-context.js';

/** Where a resource was seen. */
export interface Sight {
  readonly owned: OwnedResource;
  /** As a look-up or a list shows it. */
  readonly shown: JsonObject;
  /** The place where that is. */
  readonly view: View;
  /** Looks once more at the same place. */
  again(): Promise<JsonObject | undefined>;
  /** Paths that the step looks at itself. */
  readonly except?: readonly string[];
}

/**
 * Judges whether a look-up or a list shows of a resource what a read by its id shows (SC2711). The resource is read only where it
 * looks otherwise than it should; a list may be behind for a while.
 *
 * @param context the step
 * @param sight what was seen
 */
export async function judgePicture(context: StepContext, { owned, shown, view, again, except = [] }: Sight): Promise<void> {
  const { runner, run, log } = context;
  if (owned.contentUnknown || owned.deleted) return;
  const rules = runner.rules(owned.type);
  // What an attribute of the standard is shown as in place of a truth value, the answer shows by itself.
  const isJudged = ({ path, kind }: Difference): boolean =>
    !except.includes(path.toLowerCase()) && !(kind === 'type' && path.toLowerCase() === 'active');
  const own = shown['members'] === undefined ? { ...rules, paths: rules.paths.filter(({ key }) => key !== 'members') } : rules;
  if (!compare(owned.twin, shown, own).differences.some(isJudged)) return log.confirm('SC2711');
  const byId = await runner.readBack.unjudged(owned);
  if (byId === undefined) return;
  const look = (seen: JsonObject | undefined): Difference[] =>
    seen === undefined ? [] : pictureDifferences(seen, byId, rules).filter(isJudged);
  const first = look(shown);
  const [difference] = first;
  if (difference === undefined) return log.confirm('SC2711');
  // What was written a moment ago may be missing as well as old.
  const { value, after } = await run.patience.until(
    view,
    first,
    (each) => each.length === 0,
    async () => look(await again()),
  );
  const where = `as GET ${owned.type === 'User' ? '/Users' : '/Groups'}/… shows it: `;
  for (const { expected, received, path } of value)
    log.report([path.toLowerCase() === 'active' ? 'SC2403' : 'SC2711'], { expected: where + expected, received, subject: path, path });
  if (after !== undefined) log.report(['SC2702'], { expected: difference.expected, received: `${difference.received}; ${later(after)}` });
}

/** The resource with an id among those of a list. */
export function withId(resources: readonly JsonObject[], id: string): JsonObject | undefined {
  return resources.find((each) => getMember(each, 'id') === id);
}
