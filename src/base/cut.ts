/**
 * The first characters of a text as a text of its own: what `slice` gives keeps the whole original in memory as long as it lives
 * itself. Never leaves half a surrogate pair.
 *
 * @param text any text
 * @param length in UTF-16 units
 */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
  return Buffer.from(start, 'utf16le').toString('utf16le');
}
