import type { Header } from '../scim/message.js';

/**
 * The header lines of an answer. With `responseHeaders: 'raw'` undici gives a flat list of names and values, although its types
 * say a record.
 *
 * @param raw what undici gave
 */
export function headerLines(raw: unknown): Header[] {
  if (!Array.isArray(raw)) return [];
  const flat: unknown[] = raw;
  return flat.flatMap((name, index): Header[] => (index % 2 === 0 ? [[String(name), String(flat[index + 1] ?? '')]] : []));
}
