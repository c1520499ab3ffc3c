import { isObject, type Json } from '../../scim/json.js';
import { readOperation } from '../operation.js';
import type { Entry } from '../store.js';
import { isMembers, membersOf } from './common.js';

/**
 * Whether somebody is to be removed who is not in the group.
 *
 * @param entry the group before
 * @param operations the operations of a PATCH
 */
export function namesStranger(entry: Entry, operations: readonly Json[]): boolean {
  const held = new Set(membersOf(entry).map((member) => String(member['value'])));
  return operations
    .map(readOperation)
    .filter(({ op, path }) => op === 'remove' && isMembers(path))
    .some(({ path, value }) => named(path, value).some((id) => !held.has(id)));
}

/** The ids in `members[value eq "…"]`, or in a list of values. */
function named(path: string | undefined, value: Json | undefined): string[] {
  const inPath = /"(.*)"/.exec(path ?? '')?.[1];
  const listed = Array.isArray(value) ? value.flatMap((each) => (isObject(each) ? [String(each['value'])] : [])) : [];
  return inPath === undefined ? listed : [inPath];
}
