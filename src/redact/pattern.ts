/** From (inclusive) to (exclusive), as in `slice`. */
export type Interval = readonly [from: number, to: number];

/** Longer regular expressions take V8 disproportionately long to compile, and access tokens have thousands of characters. */
const CHUNK = 24;

/** A secret in one family of encodings, compiled once. */
export interface Pattern {
  /**
   * Finds all occurrences.
   *
   * @param text the text to search
   * @returns where they are, in order, without overlaps
   */
  find(text: string): Interval[];
}

/**
 * Compiles a sequence of character patterns. The head finds candidates fast; the rest is compared chunk by chunk.
 *
 * @param sources sources of regular expressions, one per character
 * @param whole match only where no letter, digit or underscore stands before or after
 */
export function compile(sources: readonly string[], whole = false): Pattern {
  const chunks: string[] = [];
  for (let start = 0; start < sources.length; start += CHUNK) chunks.push(sources.slice(start, start + CHUNK).join(''));
  const [first = '(?!)', ...others] = chunks;
  const last = whole && others.length === 0 ? '(?![A-Za-z0-9_])' : '';
  const head = new RegExp(`${whole ? '(?<![A-Za-z0-9_])' : ''}${first}${last}`, 'g');
  const rest = others.map((source) => new RegExp(source, 'y'));
  return {
    find(text) {
      const found: Interval[] = [];
      head.lastIndex = 0;
      for (let match = head.exec(text); match !== null; match = head.exec(text)) {
        const end = follow(rest, text, head.lastIndex);
        if (end !== undefined) found.push([match.index, end]);
        head.lastIndex = end ?? match.index + 1;
      }
      return found;
    },
  };
}

/**
 * Replaces intervals of a text; intervals that touch or overlap become one.
 *
 * @param text the text
 * @param intervals in any order
 * @param mark what stands in their place
 */
export function replace(text: string, intervals: readonly Interval[], mark: string): string {
  if (intervals.length === 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    if (from > done || (from === done && parts.length === 0)) parts.push(text.slice(done, from), mark);
    done = Math.max(done, to);
  }
  return parts.join('') + text.slice(done);
}

function follow(rest: readonly RegExp[], text: string, from: number): number | undefined {
  let end = from;
  for (const chunk of rest) {
    chunk.lastIndex = end;
    if (!chunk.test(text)) return undefined;
    end = chunk.lastIndex;
  }
  return end;
}
