import { isObject, type Json, objectsIn } from '../../../scim/json.js';

/**
 * The sub-attributes of a value, each once: of an object, or of all elements of a list.
 *
 * @param value the value of an attribute, or what stands under the URN of an extension
 */
export function partsOf(value: Json): string[] {
  const elements = isObject(value) ? [value] : objectsIn(value);
  return [...new Set(elements.flatMap((each) => Object.keys(each)))];
}

/**
 * The target path of a part of an attribute, or of an attribute of an extension.
 *
 * @param key the attribute, or the URN of the extension
 * @param part the part
 */
export function pathOfPart(key: string, part: string): string {
  return `${key}${key.startsWith('urn:') ? ':' : '.'}${part}`;
}
