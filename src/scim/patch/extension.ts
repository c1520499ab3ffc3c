import { findKey, getMember, isObject, type JsonObject } from '../json.js';
import { CORE_URNS } from '../urn.js';
import { put } from './members.js';
import type { PatchContext } from './target.js';

/**
 * Works on an extension of a resource. An extension that gets its first attribute appears in the resource and in `schemas`
 * (RFC 7644 §3.5.2: adding an attribute by its full name "automatically adds" the URN); one that loses its last disappears
 * from both.
 *
 * @param resource the resource, which is changed
 * @param urn the extension, as it is to be spelled
 * @param context the patch's settings
 * @param work changes the extension's attributes
 */
export function changeExtension(resource: JsonObject, urn: string, context: PatchContext, work: (extension: JsonObject) => void): void {
  const present = getMember(resource, urn);
  const extension = isObject(present) ? present : {};
  const wasEmpty = Object.keys(extension).length === 0;
  work(extension);
  if (Object.keys(extension).length > 0) {
    put(resource, urn, extension);
    listSchema(resource, urn, context);
  } else if (!wasEmpty) {
    removeExtension(resource, urn);
  }
}

/**
 * Takes an extension with its URN out of a resource.
 *
 * @param resource the resource, which is changed
 * @param urn the extension
 */
export function removeExtension(resource: JsonObject, urn: string): void {
  const key = findKey(resource, urn);
  if (key === undefined) return;
  delete resource[key];
  const schemas = getMember(resource, 'schemas');
  if (!Array.isArray(schemas)) return;
  put(
    resource,
    'schemas',
    schemas.filter((listed) => typeof listed !== 'string' || listed.toLowerCase() !== urn.toLowerCase()),
  );
}

/**
 * Makes sure that `schemas` lists a URN.
 *
 * @param resource the resource, which is changed
 * @param urn the URN
 * @param context the patch's settings
 */
function listSchema(resource: JsonObject, urn: string, context: PatchContext): void {
  const schemas = getMember(resource, 'schemas');
  const listed = Array.isArray(schemas) ? schemas : [CORE_URNS[context.type]];
  const isListed = listed.some((item) => typeof item === 'string' && item.toLowerCase() === urn.toLowerCase());
  put(resource, 'schemas', isListed ? listed : [...listed, urn]);
}
