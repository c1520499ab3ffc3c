import { getMember, isObject, type Json } from '../../../scim/json.js';
import { valueAt } from '../../../scim/resource.js';

/**
 * What a scenario's path points at.
 *
 * @param body the body of a request or an answer
 * @param path a JSON pointer (it starts with a slash), its names without regard to case (RFC 7643 §2.1), or a target path
 */
export function pointedAt(body: Json | undefined, path: string): Json | undefined {
  if (!path.startsWith('/')) return isObject(body) ? valueAt(body, path) : undefined;
  let value: Json | undefined = body;
  for (const part of path.slice(1).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Array.isArray(value) ? value[Number(key)] : isObject(value) ? getMember(value, key) : undefined;
  }
  return value;
}
