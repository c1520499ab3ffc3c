import type { Forms } from './forms.js';
import { DENSE, DENSE_SHORTEST, type Folding, PLAIN, symbolsOf } from './symbols.js';

/** How much of a secret is looked for. */
export interface Extent {
  /** Secrets with fewer characters are not looked for. */
  readonly shortest: number;
  /** So many letters and digits in a row are a piece that is found anywhere. */
  readonly piece: number;
  /** Secrets with fewer letters and digits are looked for as a whole only. */
  readonly piecesFrom: number;
  /** A text's end may be the first, and its begin the last characters of a secret, if they are so many. */
  readonly edge?: number;
}

/** What comes from a target, before anything else sees it: what remains must be what the target meant to say. */
export const INCOMING: Extent = { shortest: 8, piece: 12, piecesFrom: 12 };

/** What goes into reports: a piece too much is better than one too little. */
export const OUTGOING = { shortest: 1, piece: 8, piecesFrom: 16, edge: 6 } as const satisfies Extent;

/** Pieces of encoded forms; a UUID must not be taken for one. Shorter forms count as a whole: eight letters stand in ordinary sentences. */
const ENCODED_PIECE = 12;

/** Shorter secrets stand in ordinary words and numbers all the time: they are looked for as whole words. */
export const WORD = 4;

/** A form of a secret, any `size` symbols of which in a row are looked for. */
export interface Needle {
  readonly symbols: Uint8Array;
  /** At least 8 where `folding` is DENSE. */
  readonly size: number;
  readonly folding: Folding;
  /** Only where no other letter or digit stands beside it. */
  readonly word: boolean;
}

/**
 * All that is looked for of a secret.
 *
 * @param secret not blank
 * @param extent how much of it is looked for
 * @param forms its forms
 * @param known whether pieces may stand in texts that are no secret
 */
export function needlesOf(secret: string, extent: Extent, forms: Forms, known: boolean): Needle[] {
  const needles: Needle[] = [];
  const add = (symbols: Uint8Array, size: number, folding: Folding, word = false): void => {
    if (size > 0 && symbols.length >= size) needles.push({ symbols, size, folding, word });
  };
  if (secret.length < WORD) {
    const symbols = symbolsOf(secret, PLAIN);
    add(symbols, symbols.length, PLAIN, true);
    return needles;
  }
  const { whole, plain, encoded } = forms;
  // Where all of it are letters and digits, but for some inside, the pieces below find the same.
  const simple = plain[0] !== undefined && plain[0].length >= DENSE_SHORTEST && /^[A-Za-z0-9].*[A-Za-z0-9]$/.test(secret);
  for (const form of simple ? [] : whole.filter((each) => each.length >= WORD - 1)) add(form, form.length, PLAIN);
  for (const form of plain.filter((each) => each.length >= DENSE_SHORTEST)) {
    add(form, form.length >= extent.piecesFrom ? extent.piece : form.length, DENSE);
    // The whole of it is a secret, whatever its pieces are.
    if (known) add(form, form.length, DENSE);
  }
  for (const form of encoded.filter((each) => each.length >= DENSE_SHORTEST)) add(form, Math.min(form.length, ENCODED_PIECE), DENSE);
  return needles;
}
