const WIDE =
  /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}{2}|[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Splits text into what a reader sees as single characters.
 *
 * @param text any text
 */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), (each) => each.segment);
}

/**
 * The columns of a terminal that one character takes: 2 for East Asian wide characters and emoji, 0 for marks that stand alone.
 * Source: Unicode Standard Annex #11, reduced to the ranges that are wide in every terminal.
 *
 * @param grapheme one character, as `graphemes` yields it
 */
export function displayWidth(grapheme: string): 0 | 1 | 2 {
  if (WIDE.test(grapheme)) return 2;
  return ZERO.test(grapheme) ? 0 : 1;
}
