import type { ObjectSpec } from '../../scenario/intent.js';
import type { Scenario, Step } from '../../scenario/scenario.js';
import { createdObjects } from '../../scenario/steps/registry.js';
import type { SchemaSet } from '../../scim/schema-set.js';
import { demandsMembers } from '../compare/required-members.js';

/** Who is in every group of a scenario besides those that it names. */
const KEEPER = 'keeper';

/**
 * A scenario in which no group is ever empty, where the target's /Schemas has it that groups must have members (RFC 7643 §7): somebody
 * whom the scenario does not touch is in each from the start. A refusal of an empty group would be right, and would say nothing
 * about what the scenario asks.
 *
 * @param scenario the scenario
 * @param schemas what the target advertises
 */
export function withSomebodyInGroups(scenario: Scenario, schemas: SchemaSet): Scenario {
  const created = createdObjects(scenario);
  if (!demandsMembers(schemas) || !created.some(({ type }) => type === 'Group')) return scenario;
  const spec: ObjectSpec = { type: 'User', key: KEEPER, with: {}, without: [], members: [] };
  const first: Step = { intent: { kind: 'create', object: spec }, expect: {}, source: scenario.source };
  return { ...scenario, steps: [first, ...scenario.steps.map(withKeeper)] };
}

function withKeeper(step: Step): Step {
  const { intent, expect } = step;
  const { absent, ...rest } = expect;
  const left = absent?.filter((path) => path !== 'members') ?? [];
  const expected = {
    ...rest,
    ...(left.length > 0 ? { absent: left } : {}),
    ...(expect.members === undefined ? {} : { members: [...expect.members, KEEPER] }),
  };
  const kept = { ...step, expect: expected };
  if (intent.kind === 'create' && intent.object.type === 'Group')
    return { ...kept, intent: { ...intent, object: { ...intent.object, members: [...intent.object.members, KEEPER] } } };
  if (intent.kind === 'update' && intent.members !== undefined)
    return { ...kept, intent: { ...intent, members: [...intent.members, KEEPER] } };
  return kept;
}
