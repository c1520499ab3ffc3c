import type { DirectoryValue } from '../../../client/client.js';
import { besideValue, otherBesideValue } from '../../../client/values/beside.js';
import type { Json } from '../../../scim/json.js';
import type { ResourceType } from '../../../scim/message.js';
import type { StepContext } from '../step-context.js';

/**
 * A value for each attribute that the target advertises and the mapping does not have; another one where the object has one.
 *
 * @param context the step
 * @param type the object's resource type
 * @param key the object's name in the scenario
 * @param held what it has so far
 * @returns target path → value
 */
export function besidesValues(
  { run, runner, state }: StepContext,
  type: ResourceType,
  key: string,
  held: ReadonlyMap<string, DirectoryValue> = new Map(),
): Map<string, Json & DirectoryValue> {
  const { dialect, family } = runner.client;
  const identity = { ...state.identity, dialect, family, scenario: state.scenario.id, key };
  return new Map(
    (run.mapping.besides?.[type] ?? []).flatMap((row) => {
      const now = held.get(row.name);
      const value = now === undefined ? besideValue(row, identity) : otherBesideValue(row, now);
      return value === undefined ? [] : [[row.name, value] as const];
    }),
  );
}
