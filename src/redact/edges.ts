import { DENSE, DENSE_SHORTEST } from './symbols.js';
import type { Interval, View } from './view.js';

/** Longer ones are found as pieces. */
const LONGEST = 2 * DENSE_SHORTEST - 1;

/** Where the first and the last letters and digits of a text stand, used again. */
const PLACES = { start: new Uint32Array(LONGEST), end: new Uint32Array(LONGEST), count: 0 };

/**
 * Whether a text ends in the first letters and digits of a secret, or begins with its last, so many that it is no chance.
 *
 * @param view the text
 * @param secret its letters and digits
 * @param shortest so many are no chance
 */
export function hasEdge(view: View, secret: Uint8Array, shortest: number): boolean {
  return eachEdge(view, [secret], shortest, () => true);
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
