import fastStringWidth from 'fast-string-width';

/** Made when it is first wanted: it loads tables that most runs do not need. */
let segmenter: Intl.Segmenter | undefined;

/**
 * Each of these characters is one by itself and takes one column, those of European languages and the signs of reports among them;
 * nothing that others need is loaded for them.
 */
export const PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\u024f\u2013\u2014\u2018-\u201e\u2026\u2192\u2713\u2717\u25cb\u2610]*$/;

/** Joiners, direction marks and byte-order marks: nobody sees them. The joiner of emoji is not among them. */
const INVISIBLE = /[\u200b\u200c\u200e\u200f\u2060-\u2064\ufeff]/g;

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
  for (const [piece] of text.matchAll(PIECE)) {
    if (PLAIN.test(piece)) yield* piece;
    else {
      segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
      for (const { segment } of segmenter.segment(piece)) yield segment;
    }
  }
}

/**
 * The columns of a terminal that a text takes: East Asian wide characters and emoji two, combining marks and control characters none.
 *
 * @param text any text
 */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : fastStringWidth(text.replace(INVISIBLE, ''));
}
