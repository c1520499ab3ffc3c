/** The marks for yes; `&check;` is the one in use, the others are understood too. */
const YES =
  /^(?:&?check(?:mark)?;?|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):|\[x\]|[✓✔☑✅√☒●•*+]\uFE0F?|y|yes|x|true|required|mandatory|supported)$/iu;
const NO = /^(?:|-+|[–—✗✘❌☐×]\uFE0F?|\[ ?\]|&?cross;?|n|no|none|false|n\/?a|optional|not required|not supported|unsupported)$/iu;

/**
 * What a cell says under "Supported for filtering" or "Required".
 *
 * @param text the cell's text
 * @returns undefined when it says neither yes nor no
 */
export function markOf(text: string): boolean | undefined {
  const plain = text.replace(/[\s\u00A0\u200B]+/g, ' ').trim();
  if (YES.test(plain)) return true;
  if (NO.test(plain)) return false;
  // "Yes (one of two)", "No, since 2023", "✓1"
  if (/^(?:yes\b|[✓✔☑✅])/iu.test(plain)) return true;
  if (/^(?:no\b|not\b|[✗✘❌])/iu.test(plain)) return false;
  return undefined;
}

/**
 * Tells whether a cell holds a mark, as opposed to an attribute or a type.
 *
 * @param text the cell's text
 */
export function isMark(text: string): boolean {
  return text !== '' && markOf(text) !== undefined;
}
