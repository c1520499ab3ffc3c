/** Ids that are shorter may stand in any number or word by chance. */
const SHORT = 8;

/**
 * Where a text has an id, or a mark of a name, as a word of its own: a short one counts as a whole JSON string or a segment of a path only.
 *
 * @param text any text
 * @param word what is looked for, without regard to letter case
 * @param from where to begin
 * @returns -1 where there is none
 */
export function findWord(text: string, word: string, from = 0): number {
  const [lower, wanted] = [text.toLowerCase(), word.toLowerCase()];
  if (wanted === '') return -1;
  for (let at = lower.indexOf(wanted, from); at !== -1; at = lower.indexOf(wanted, at + 1)) {
    const [before, after] = [lower[at - 1] ?? '', lower[at + wanted.length] ?? ''];
    const isWord = word.length < SHORT ? /^["/]$/.test(before) && /^(["/?&]|)$/.test(after) : !/[a-z0-9]/.test(before + after);
    if (isWord) return at;
  }
  return -1;
}
