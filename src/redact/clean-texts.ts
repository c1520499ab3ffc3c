/** Longer texts, such as bodies, hardly come twice. */
const LONGEST = 256;
/** So many are remembered; then it starts anew, so that a hostile target cannot fill the memory. */
const MOST = 4096;

/**
 * Remembers short texts that hold no secret: names of attributes and headers come thousands of times in a run, and searching
 * them was most of what hiding secrets cost. No text with a secret in it is kept.
 *
 * @param hide takes the secrets out of a text
 * @returns the same, sooner
 */
export function rememberingClean(hide: (text: string) => string): (text: string) => string {
  const clean = new Set<string>();
  return (text) => {
    if (text.length > LONGEST) return hide(text);
    if (clean.has(text)) return text;
    const hidden = hide(text);
    if (hidden === text) {
      if (clean.size >= MOST) clean.clear();
      clean.add(text);
    }
    return hidden;
  };
}
