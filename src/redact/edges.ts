import { DENSE, DENSE_SHORTEST } from './symbols.js';
import type { Interval, View } from './view.js';

/** Longer ones are found as pieces. */
const LONGEST = 2 * DENSE_SHORTEST - 1;

/** Where the first and the last letters and digits of a text stand, used again. */
const PLACES = { start: new Uint32Array(LONGEST), end: new Uint32Array(LONGEST), count: 0 };

/** An edge has at least half of the symbols of a secret: four make one number. */
const SYMBOLS = 4;

/**
 * Whose first letters and digits a text may end in, or whose last it may begin with, so many that it is no chance. Hardly any text
 * does: its first and its last four symbols say so, however many secrets there are.
 */
export class Edges {
  readonly #shortest: number;
  readonly #secrets: { readonly number: number; readonly symbols: Uint8Array }[] = [];
  readonly #first = new Set<number>();
  readonly #last = new Set<number>();

  /** @param shortest so many are no chance */
  constructor(shortest: number) {
    this.#shortest = shortest;
  }

  /**
   * Adds a secret.
   *
   * @param symbols its letters and digits, at least DENSE_SHORTEST
   * @param number its number
   */
  add(symbols: Uint8Array, number: number): void {
    this.#secrets.push({ number, symbols });
    for (let length = SYMBOLS; length <= Math.min(symbols.length, LONGEST); length++) {
      this.#last.add(four(symbols, length - SYMBOLS));
      this.#first.add(four(symbols, symbols.length - length));
    }
  }

  /**
   * Tells whose edges a text has.
   *
   * @param view the text
   * @param found receives their numbers
   */
  find(view: View, found: Set<number>): void {
    const { start, end, count } = placesOf(view);
    if (count < SYMBOLS) return;
    const at = (place = 0) => DENSE[view.bytes[place] ?? 0] ?? 0;
    const first = four([at(start[0]), at(start[1]), at(start[2]), at(start[3])], 0);
    const last = four([at(end[LONGEST - 4]), at(end[LONGEST - 3]), at(end[LONGEST - 2]), at(end[LONGEST - 1])], 0);
    if (!this.#first.has(first) && !this.#last.has(last)) return;
    for (const { number, symbols } of this.#secrets) if (eachEdge(view, [symbols], this.#shortest, () => true)) found.add(number);
  }
}

function four(symbols: ArrayLike<number>, at: number): number {
  return ((symbols[at] ?? 0) << 24) | ((symbols[at + 1] ?? 0) << 16) | ((symbols[at + 2] ?? 0) << 8) | (symbols[at + 3] ?? 0);
}

/**
 * A text that was cut may end in the first characters of a secret, or begin with its last: too few for a piece.
 *
 * @param view the text
 * @param secrets their letters and digits
 * @param shortest so many characters are no chance
 * @param isKnown whether a piece stands in a text that is no secret
 */
export function edgesOf(view: View, secrets: readonly Uint8Array[], shortest: number, isKnown: (piece: Uint8Array) => boolean): Interval[] {
  const found: Interval[] = [];
  eachEdge(view, secrets, shortest, (piece, first, last) => {
    if (!isKnown(piece)) found.push([view.starts[first] ?? 0, view.ends[last] ?? 0]);
    return false;
  });
  return found;
}

/** Calls `visit` with each edge and where it stands in the view, until it says that this is enough. */
function eachEdge(
  view: View,
  secrets: readonly Uint8Array[],
  shortest: number,
  visit: (piece: Uint8Array, first: number, last: number) => boolean,
): boolean {
  const { start, end, count } = placesOf(view);
  const isAt = (secret: Uint8Array, from: number, places: Uint32Array, place: number, length: number): boolean => {
    for (let index = 0; index < length; index++)
      if (DENSE[view.bytes[places[place + index] ?? 0] ?? 0] !== secret[from + index]) return false;
    return true;
  };
  for (const secret of secrets) {
    const least = Math.min(shortest, Math.ceil(secret.length / 2));
    for (let length = Math.min(count, secret.length - 1, LONGEST); length >= least; length--) {
      const place = LONGEST - length;
      const rest = secret.length - length;
      if (isAt(secret, 0, end, place, length) && visit(secret.subarray(0, length), end[place] ?? 0, end[LONGEST - 1] ?? 0)) return true;
      if (isAt(secret, rest, start, 0, length) && visit(secret.subarray(rest), start[0] ?? 0, start[length - 1] ?? 0)) return true;
    }
  }
  return false;
}

/** Where the first and the last symbols that count stand: the last ones at the end of `end`. */
function placesOf(view: View): typeof PLACES {
  const { bytes, length } = view;
  const { start, end } = PLACES;
  let count = 0;
  for (let at = 0; at < length && count < LONGEST; at++) if (DENSE[bytes[at] ?? 0] !== 0) start[count++] = at;
  PLACES.count = count;
  for (let at = length - 1; at >= 0 && count > 0; at--) if (DENSE[bytes[at] ?? 0] !== 0) end[LONGEST - 1 - (PLACES.count - count--)] = at;
  return PLACES;
}
