import { ENDPOINTS, type ResourceType } from '../scim/message.js';

/**
 * A filter value as a quoted string: JSON escapes, as RFC 7644 §3.4.2.2 demands of strings in filters.
 *
 * @param value the text to compare with
 */
export function quoted(value: string): string {
  return JSON.stringify(value);
}

/**
 * Encodes as an HTML form does: `+` for a blank, `%XX` for all but letters, digits and a few marks. Entra encodes its
 * filters this way (observed: `userName+eq+%22a%40b.c%22`).
 *
 * @param text a query value
 */
export function formEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+').replaceAll("'", '%27').replaceAll('~', '%7E');
}

/**
 * Percent-encodes all but the unreserved characters. Okta's documentation and captures show filters in this form
 * (`userName%20eq%20%22a%40b.c%22`).
 *
 * @param text a query value or path segment
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The path of a resource below the base URL.
 *
 * @param type its type
 * @param id any text
 */
export function resourcePath(type: ResourceType, id: string): string {
  return `${ENDPOINTS[type]}/${percentEncode(id)}`;
}
