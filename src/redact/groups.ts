import type { Forms } from './forms.js';
import { symbolsOfKnown } from './known.js';
import { Pieces } from './pieces.js';
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
export const OUTGOING: Extent = { shortest: 1, piece: 8, piecesFrom: 16, edge: 6 };

/** Pieces of encoded forms; a UUID must not be taken for one. */
const ENCODED_PIECE = 12;

/** Shorter secrets stand in ordinary words and numbers all the time: they are looked for as whole words. */
const WORD = 4;

/** One search for all needles of one length. */
export interface Group {
  readonly pieces: Pieces;
  readonly folding: Folding;
  readonly word: boolean;
}

/**
 * The searches that find secrets. Each is a pass over the text, so there are as few as can be.
 *
 * @param secrets none of them blank
 * @param extent how much of them is looked for
 * @param known texts that are no secret: pieces that stand in them are not looked for
 * @param forms the forms of a secret
 */
export function groupsOf(secrets: readonly string[], extent: Extent, known: readonly string[], forms: (secret: string) => Forms): Group[] {
  const needles = new Map<string, { size: number; folding: Folding; word: boolean; partial: boolean; list: Uint8Array[] }>();
  const add = (needle: Uint8Array, size: number, folding: Folding, word = false): void => {
    if (size === 0 || needle.length < size) return;
    const partial = size < needle.length;
    const key = [size, folding === DENSE, word, partial].join();
    const group = needles.get(key) ?? { size, folding, word, partial, list: [] };
    needles.set(key, group);
    group.list.push(needle);
  };
  for (const secret of secrets) {
    if (secret.length < WORD) {
      const symbols = symbolsOf(secret, PLAIN);
      add(symbols, symbols.length, PLAIN, true);
      continue;
    }
    const { whole, plain, encoded } = forms(secret);
    // Where all of it are letters and digits, but for some inside, the pieces below find the same.
    const simple = plain[0] !== undefined && plain[0].length >= DENSE_SHORTEST && /^[A-Za-z0-9].*[A-Za-z0-9]$/.test(secret);
    for (const form of simple ? [] : whole.filter((each) => each.length >= WORD - 1)) add(form, form.length, PLAIN);
    for (const form of plain.filter((each) => each.length >= DENSE_SHORTEST)) {
      add(form, form.length >= extent.piecesFrom ? extent.piece : form.length, DENSE);
      // The whole of it is a secret, whatever its pieces are.
      if (known.length > 0) add(form, form.length, DENSE);
    }
    for (const form of encoded.filter((each) => each.length >= DENSE_SHORTEST))
      add(form, form.length < ENCODED_PIECE ? DENSE_SHORTEST : ENCODED_PIECE, DENSE);
  }
  // Those of one folding one after the other, so that a text is folded once for all of them.
  const groups = [...needles.values()].sort((one, other) => Number(one.folding === PLAIN) - Number(other.folding === PLAIN));
  return groups.map(({ size, folding, word, partial, list }) => {
    const pieces = new Pieces(size, list);
    for (const text of partial ? symbolsOfKnown(known, folding) : []) pieces.forget(text);
    return { pieces, folding, word };
  });
}
