import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { ScimRequest } from '../../scim/message.js';
import type { WriteOperation } from '../operation.js';
import { isPut, ofMembers } from '../written.js';

/** A write to a group, as far as it is about its members. */
export interface MembersWrite {
  readonly request: Pick<ScimRequest, 'body'>;
  readonly operations: readonly WriteOperation[];
  /** The group before it. */
  readonly before?: JsonObject;
  /** Others are sent at the same moment. */
  readonly parallel?: boolean;
}

/**
 * Whether there were members, and none is left once a write is carried out, or between two of its operations.
 *
 * @param write the write
 */
export function leavesNobody(write: MembersWrite): boolean {
  // Of several at the same moment nobody knows which is the last.
  if (write.parallel === true) return idsIn(write.before?.['members']).length > 0 && write.operations.some(({ kind }) => kind === 'remove');
  return memberStates(write).some(({ length }) => length === 0);
}

/**
 * The members after each operation of a write; nothing where there were none.
 *
 * @param write the write
 */
export function memberStates({ request, operations, before }: MembersWrite): readonly (readonly Json[])[] {
  let members: readonly Json[] = idsIn(before?.['members']);
  if (members.length === 0) return [];
  if (operations.some(isPut)) return [idsIn(isObject(request.body) ? getMember(request.body, 'members') : undefined)];
  return operations.filter(ofMembers).map((operation) => {
    members = membersAfter(members, operation);
    return members;
  });
}

function membersAfter(members: readonly Json[], { kind, path, text, value }: WriteOperation): readonly Json[] {
  if (kind === 'replace') return idsIn(value);
  if (kind !== 'remove') return [...members, ...idsIn(value)];
  if (path?.filter !== undefined) return members.filter((id) => text?.includes(JSON.stringify(id)) !== true);
  const gone = idsIn(value);
  return value === undefined ? [] : members.filter((id) => !gone.includes(id));
}

/** The ids in a list of members, or of one that stands for a list. */
export function idsIn(members: Json | undefined): Json[] {
  const list = Array.isArray(members) ? members : members === undefined ? [] : [members];
  return list.flatMap((member) => (isObject(member) ? (getMember(member, 'value') ?? []) : []));
}
