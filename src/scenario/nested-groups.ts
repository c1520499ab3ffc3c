import type { Scenario } from './scenario.js';
import { createdObjects, stepType } from './steps/registry.js';

/**
 * Whether a scenario makes a group the member of a group.
 *
 * @param scenario the scenario
 */
export function nestsGroups(scenario: Scenario): boolean {
  const groups = new Set(createdObjects(scenario).flatMap(({ type, key }) => (type === 'Group' ? key : [])));
  return scenario.steps.some(
    ({ intent }) =>
      stepType(intent)
        .members?.(intent)
        .some((key) => groups.has(key)) === true,
  );
}
