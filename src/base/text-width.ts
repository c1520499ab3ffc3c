import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Text is taken apart in pieces of this many code points: the segmenter of Node takes time that grows with the square of a text's
 * length, and a hostile text may be megabytes long. A character made of several code points that a piece ends in counts as two.
 */
const PIECE = /[\s\S]{1,200}/gu;

/**
 * Splits text into what a reader sees as single characters, one after the other: whoever needs the first few of a long text does
 * not pay for the rest.
 *
 * @param text any text
 */
export function* graphemes(text: string): Generator<string, void> {
  for (const [piece] of text.matchAll(PIECE)) for (const { segment } of segmenter.segment(piece)) yield segment;
}

/**
 * The columns of a terminal that a text takes: East Asian wide characters and emoji two, combining marks and control characters none.
 *
 * @param text any text
 */
export function widthOf(text: string): number {
  let width = 0;
  for (const [piece] of text.matchAll(PIECE)) width += stringWidth(piece, { countAnsiEscapeCodes: true });
  return width;
}
