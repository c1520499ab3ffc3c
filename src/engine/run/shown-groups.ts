import { show } from '../../check/show.js';
import { getMember, type JsonObject, objectsIn } from '../../scim/json.js';
import { memberIds } from '../compare/comparison.js';
import type { OwnedResource } from '../state/owned-resource.js';

/** Id of a group → who must be in it; a group that was deleted has nobody. Groups of which that is not known are left out. */
export type Memberships = ReadonlyMap<string, ReadonlySet<string>>;

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Who must be in which group.
 *
 * @param created the resources of a run
 * @returns nothing where groups are within groups: a user may show those that stand above as well (RFC 7643 §4.1.2)
 */
export function membershipsOf(created: readonly OwnedResource[]): Memberships {
  const groups = created.filter(({ type }) => type === 'Group');
  const members = new Map(groups.map((group) => [group, group.deleted ? NOBODY : memberIds(group.twin.resource)]));
  const isNested = groups.some(({ id }) => [...members.values()].some((each) => each.has(id)));
  const isKnown = (group: OwnedResource): boolean =>
    group.deleted ||
    // A PUT that leaves members out takes them away or lets them stay (RFC 7644 §3.5.1).
    !(group.twin.clearedOrKept.has('members') || group.contentUnknown || group.isUnreliable('members') || group.isUnreliable(''));
  return new Map(isNested ? [] : [...members].filter(([group]) => isKnown(group)).map(([{ id }, each]) => [id, each]));
}

/** How the groups that a user shows differ from those that have the user as a member. */
export interface GroupsDifference {
  readonly expected: string;
  readonly received: string;
}

/**
 * Compares the groups that a user shows with those that have the user as a member. A user need not show any.
 *
 * @param user the user's id
 * @param seen the user as read
 * @param memberships who must be in which group; other groups may stand there as well
 */
export function groupsDifference(user: string, seen: JsonObject, memberships: Memberships): GroupsDifference | undefined {
  const shown = new Set(objectsIn(getMember(seen, 'groups')).map((each) => getMember(each, 'value')));
  if (shown.size === 0) return undefined;
  const wanted = [...memberships].filter(([, members]) => members.has(user)).map(([id]) => id);
  const found = [...memberships.keys()].filter((id) => shown.has(id));
  const isSame = wanted.length === found.length && wanted.every((id) => shown.has(id));
  return isSame ? undefined : { expected: `groups = ${show(wanted)}`, received: `groups = ${show(found)}` };
}
