import type { CheckId } from '../check-id.js';
import { type RefusedWrite, type RuleKind, ruleOf } from './rule.js';

const CHECKS: Readonly<Record<RuleKind, CheckId>> = {
  room: 'SC2801',
  'user-name': 'SC2802',
  value: 'SC2803',
  required: 'SC2804',
  fixed: 'SC2805',
  version: 'SC2806',
};

/** Attributes of users whose want has a check of its own. */
const OWN: Readonly<Record<string, CheckId>> = { externalId: 'SC1224', 'name.familyName': 'SC1221', 'name.givenName': 'SC1221' };

/**
 * The check that names the rule for which a target refuses a write, as its own words have it.
 *
 * @param write the write and its answer
 * @returns undefined where the answer names no rule
 */
export function checkOfRule(write: RefusedWrite): CheckId | undefined {
  const rule = ruleOf(write);
  if (rule === undefined) return undefined;
  const own = rule.kind === 'required' && write.request.resourceType !== 'Group' ? OWN[rule.attribute ?? ''] : undefined;
  return own ?? CHECKS[rule.kind];
}
