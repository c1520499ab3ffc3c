import { keysOf, leadsTo } from '../../check/leads-to.js';
import { show } from '../../check/show.js';
import { getMember, isObject, type JsonObject, objectsIn } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import type { OwnedResource } from '../state/owned-resource.js';

/** How what an element says of a resource differs from the resource that its value names. */
export interface ReferenceDifference {
  readonly path: string;
  readonly expected: string;
  readonly received: string;
}

/** Other labels are the target's own (RFC 7643 §2.4). */
const TYPES: Readonly<Record<string, ResourceType>> = { user: 'User', group: 'Group' };

/**
 * Compares the reference and the type of members, groups and managers with the resources that their values name. Neither need be shown,
 * and what a reference into another system names there is not known here (RFC 7643 §2.3.7).
 *
 * @param seen the resource as read
 * @param living the resources of the run that are there, by their ids
 * @param host the host and port by which the target is reached
 * @returns the first difference
 */
export function referenceDifference(
  seen: JsonObject,
  living: ReadonlyMap<string, OwnedResource>,
  host: string | undefined,
): ReferenceDifference | undefined {
  const meta = getMember(seen, 'meta');
  const own = [host, hostOf(isObject(meta) ? getMember(meta, 'location') : undefined)];
  const extension = getMember(seen, ENTERPRISE_USER_URN);
  const manager = isObject(extension) ? getMember(extension, 'manager') : undefined;
  const lists = [
    ['members', objectsIn(getMember(seen, 'members'))],
    ['groups', objectsIn(getMember(seen, 'groups'))],
    ['manager', isObject(manager) ? [manager] : []],
  ] as const;
  for (const [name, elements] of lists)
    for (const element of elements) {
      const value = getMember(element, 'value');
      const named = typeof value === 'string' ? living.get(value) : undefined;
      const found = named === undefined ? undefined : differenceOf(name, element, named, own);
      if (found !== undefined) return found;
    }
  return undefined;
}

function differenceOf(
  name: string,
  element: JsonObject,
  { id, type, twin }: OwnedResource,
  own: readonly (string | undefined)[],
): ReferenceDifference | undefined {
  const [reference, label] = [getMember(element, '$ref'), getMember(element, 'type')];
  const isOwn = typeof reference === 'string' && reference !== '' && (hostOf(reference) === undefined || own.includes(hostOf(reference)));
  if (isOwn && !keysOf(id, twin.resource).some((key) => leadsTo(reference, key, type)))
    return { path: `${name}.$ref`, expected: `"$ref" with the URI of ${type} ${id}`, received: `"$ref": ${show(reference)}` };
  // The type of a user's group says how the user is in it (RFC 7643 §4.1.2).
  const said = name === 'members' && typeof label === 'string' ? TYPES[label.toLowerCase()] : undefined;
  if (said === undefined || said === type) return undefined;
  return { path: `${name}.type`, expected: `"type": "${type}" for ${id}`, received: `"type": ${show(label)}` };
}

/** The host and port of an absolute URI; a relative one stays within the target. */
function hostOf(uri: unknown): string | undefined {
  return typeof uri === 'string' && URL.canParse(uri) ? new URL(uri).host : undefined;
}
