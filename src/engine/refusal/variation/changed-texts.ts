import { isObject, type Json } from '../../../scim/json.js';

/**
 * A value with each of its texts, at any depth, changed.
 *
 * @param value the value
 * @param change makes another text of one
 */
export function changedTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => changedTexts(each, change));
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, changedTexts(each, change)])) : value;
}
