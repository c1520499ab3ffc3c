import type { ResourceType } from '../../scim/message.js';
import type { CheckId } from '../check-id.js';
import type { RefusedWrite } from './refused-write.js';
import { type RuleKind, ruleOf } from './rule.js';
import { names, wordsOf } from './words.js';

const CHECKS: Readonly<Record<RuleKind, CheckId>> = {
  room: 'SC2801',
  'user-name': 'SC2802',
  value: 'SC2803',
  required: 'SC2804',
  fixed: 'SC2805',
  version: 'SC2806',
  size: 'SC2810',
  members: 'SC2830',
  operation: 'SC2101',
  password: 'SC2831',
};

/** Attributes whose want has a check of its own. */
const OWN: Readonly<Record<ResourceType, Readonly<Record<string, CheckId>>>> = {
  User: { externalId: 'SC1224', 'name.familyName': 'SC1221', 'name.givenName': 'SC1221' },
  Group: { members: 'SC2318' },
};

/**
 * The check that names the rule for which a target refuses a write, as its own words have it.
 *
 * @param write the write and its answer
 * @returns undefined where the answer names no rule
 */
export function checkOfRule(write: RefusedWrite): CheckId | undefined {
  if (mindsExternalId(write)) return 'SC1227';
  const rule = ruleOf(write);
  if (rule === undefined) return undefined;
  const own = rule.kind === 'required' ? OWN[write.request.resourceType ?? 'User'][rule.attribute ?? ''] : undefined;
  return own ?? CHECKS[rule.kind];
}

/** The form of the externalId is what the target says that it minds. */
function mindsExternalId({ request: { body }, response }: RefusedWrite): boolean {
  if ((response.status !== 400 && response.status !== 422) || !/"externalId"/i.test(JSON.stringify(body ?? ''))) return false;
  const words = wordsOf(response);
  return names(words, 'externalId') && /\b(uuid|guid|format|pattern|number|integer|numeric)\b/i.test(words);
}
