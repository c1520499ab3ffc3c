import { idsIn, leavesNobody } from '../../check/group/member-states.js';
import { operationsOf } from '../../check/operation.js';
import { getMember, isObject, type JsonObject } from '../../scim/json.js';
import type { ScimRequest } from '../../scim/message.js';
import type { SchemaSet } from '../../scim/schema-set.js';

/** Where the target says that there is no group without members. */
export const DECLARED_REQUIRED = `"required": true for members in the target's /Schemas`;

/**
 * Whether a target's /Schemas says that every group has members (RFC 7643 §7): then a refusal of an empty one is its right.
 *
 * @param schemas what the target advertises; undefined: it says nothing usable
 */
export function demandsMembers(schemas: SchemaSet | undefined): boolean {
  const members = schemas?.find({ attribute: 'members' }, 'Group');
  return members?.required === true && members.mutability !== 'readOnly';
}

/**
 * Whether a request makes a group that has nobody, or leaves nobody in one.
 *
 * @param request its method, its body and what it addresses
 * @param held the group before it; absent: the request creates it
 * @param schemas what is known of attributes
 */
export function asksForNobody(
  request: Pick<ScimRequest, 'method' | 'body' | 'resourceType'>,
  held: JsonObject | undefined,
  schemas: SchemaSet,
): boolean {
  const { method, body, resourceType } = request;
  if (resourceType !== 'Group' || !isObject(body)) return false;
  if (method === 'POST') return idsIn(getMember(body, 'members')).length === 0;
  if (held === undefined) return false;
  return leavesNobody({ request, operations: operationsOf(method, body, held, 'Group', schemas), before: held });
}
