/** Longer words are compared by their beginning. */
const LONGEST = 80;

/**
 * The candidate that was probably meant by a mistyped word.
 *
 * @param word what was written
 * @param candidates what could have been meant
 * @returns the nearest candidate, or undefined when none is near enough
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    const allowed = Math.max(1, Math.floor(Math.min(word.length, candidate.length) / 3));
    if (distance <= allowed && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * A hint for an unknown word: the probable one, otherwise all that there are, when they are few.
 *
 * @param word what was written
 * @param candidates what could have been written
 * @returns a sentence, or undefined when nothing useful can be said
 */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const near = nearest(word, candidates);
  if (near !== undefined) return `Did you mean "${near}"?`;
  if (candidates.length === 0 || candidates.length > 24) return undefined;
  return `Possible here: ${candidates.join(', ')}.`;
}

/** Damerau-Levenshtein distance (optimal string alignment): a swapped pair of letters counts once. */
function editDistance(a: string, b: string): number {
  const left = a.slice(0, LONGEST);
  const right = b.slice(0, LONGEST);
  let previous: number[] = [];
  let current = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min((current[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (current[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (previous[column - 2] ?? 0) + 1);
      next.push(cost);
    }
    previous = current;
    current = next;
  }
  return current[right.length] ?? 0;
}
