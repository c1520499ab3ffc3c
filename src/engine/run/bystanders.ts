import { BYSTANDERS } from '../../scenario/bystanders-id.js';
import type { Intent, ObjectSpec } from '../../scenario/intent.js';
import { BUILT_IN, type Expectation, type Scenario, type Step } from '../../scenario/scenario.js';

/** The key of the group among them. */
export const FIRST_GROUP = 'club';

const NO_EXPECTATION: Expectation = {};

/**
 * People and a group whom no scenario touches, created before the others as any scenario creates them. What happens to them
 * was done by a write that was meant for somebody else.
 *
 * @param groups whether the app exchanges groups
 */
export function bystanderScenario(groups: boolean): Scenario {
  const spec = (type: 'User' | 'Group', key: string, members: readonly string[] = []): ObjectSpec => ({
    type,
    key,
    with: {},
    without: [],
    members,
  });
  const objects = [
    spec('User', 'bystander'),
    spec('User', 'neighbour'),
    ...(groups ? [spec('Group', FIRST_GROUP, ['bystander', 'neighbour'])] : []),
  ];
  const steps = objects.map(
    (object): Step => ({ intent: { kind: 'create', object } satisfies Intent, expect: NO_EXPECTATION, source: BUILT_IN }),
  );
  return { id: BYSTANDERS, title: 'People and a group whom nobody touches stay as they are', needs: [], steps, source: BUILT_IN };
}
