import type { JsonObject } from '../../scim/json.js';
import { CORE_URNS } from '../../scim/urn.js';
import { redeclared } from '../redeclared.js';

/**
 * The documents of /Schemas with another `returned` (RFC 7643 §7) for the members of a group.
 *
 * @param schemas the documents
 * @param returned when they are shown
 */
export function declareMembers(schemas: readonly JsonObject[], returned: 'request' | 'never'): JsonObject[] {
  return redeclared(schemas, (each, schema) =>
    schema['id'] === CORE_URNS.Group && each['name'] === 'members' ? { ...each, returned } : each,
  );
}
