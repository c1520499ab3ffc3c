import type { Family } from '../client/client.js';
import type { ResourceType } from '../scim/message.js';
import type { CheckInfo } from './check.js';

/**
 * What the violation of a check does to a client of this kind.
 *
 * @param check the check
 * @param client the client of the run
 * @param type what the requests were about; undefined: nothing in particular
 * @param seen whether the check held for other resources of this type, and whether the target refused, or broke down at, all that shows it
 */
export function effectOn(
  { effect, effects = [] }: CheckInfo,
  client: Family,
  type: ResourceType | undefined,
  { partly = false, refused = false }: { readonly partly?: boolean; readonly refused?: boolean } = {},
): string {
  const fitting = effects.find(
    (each) =>
      (each.client === undefined || each.client === client) &&
      (each.type === undefined || each.type === type) &&
      (each.partly !== true || partly) &&
      (each.refused !== true || refused),
  );
  return fitting?.effect ?? effect;
}
