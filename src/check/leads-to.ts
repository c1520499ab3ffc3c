import { getMember, type JsonObject } from '../scim/json.js';

/**
 * Whether a URI, absolute or relative, ends with the id of a resource, and does not name the other collection before it.
 *
 * @param uri a location or a reference
 * @param id what must stand at its end
 * @param type the type of the resource, as far as it is known
 */
export function leadsTo(uri: string, id: string, type: string | undefined): boolean {
  let path = (uri.split(/[?#]/)[0] ?? '').replace(/\/+$/, '');
  try {
    path = decodeURIComponent(path);
  } catch {
    // A lone percent sign: compared as it stands.
  }
  if (!path.toLowerCase().endsWith(id.toLowerCase())) return false;
  const before = path.slice(0, -id.length);
  // 21 ends with 1, and is somebody else.
  if (/[\p{L}\p{N}]$/u.test(before)) return false;
  const collection = /(?:^|\/)(users|groups)\/$/i.exec(before)?.[1];
  return collection === undefined || type === undefined || collection.toLowerCase() === `${type.toLowerCase()}s`;
}

/**
 * What may stand at the end of a location: the id, or a name that is nobody else's. That it leads there is shown by reading it.
 *
 * @param id the id of the resource
 * @param resource the resource
 */
export function keysOf(id: string, resource: JsonObject): string[] {
  const names = ['userName', 'displayName', 'externalId'].map((name) => getMember(resource, name));
  return [id, ...names.filter((name): name is string => typeof name === 'string' && name !== '')];
}
