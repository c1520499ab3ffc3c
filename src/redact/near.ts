import { MOST_CHANGES } from './escapes.js';
import { endsRuns } from './runs.js';
import { DENSE, DENSE_SHORTEST } from './symbols.js';
import type { View } from './view.js';

/** So many letters and digits on each side: windows, and what a text that was cut may begin or end with, have fewer. */
const SYMBOLS = 2 * DENSE_SHORTEST;

/** And so many bytes: no escape sequence is longer, nor what is looked for with all of its characters. */
const BYTES = 32;

/** Where what is near goes on for longer, as in a picture, nothing is gained; in bytes. */
const FAR = 1024;

/** Ends every run, and is no symbol. */
const BETWEEN = 0x22;

/**
 * Shortens a view whose escapes were undone to what need be looked at when all of it was looked at before: what stands near an escape.
 * Nothing can be found in the rest that could not be found there before.
 *
 * @param view is changed; not traced
 * @param changes where in it the outcome of each escape ends, in ascending order; with MOST_CHANGES of them all is kept
 */
export function keepNear(view: View, changes: readonly number[]): void {
  if (changes.length >= MOST_CHANGES) return;
  const { bytes, length: total } = view;
  const ranges: [from: number, to: number][] = [];
  // The outcome of an escape is four bytes at the most.
  for (const [from, to] of changes.map((end) => [end - 4, end] as const)) {
    const last = ranges.at(-1);
    // Of escapes side by side the last one says where they end.
    const begin = last !== undefined && from <= last[1] ? last[0] : beginOfNear(bytes, from);
    const end = endOfNear(bytes, to, total);
    if (begin === undefined || end === undefined) return;
    if (last !== undefined && begin <= last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([begin, end]);
  }
  let length = 0;
  for (const [from, to] of ranges) {
    if (length > 0) bytes[length++] = BETWEEN;
    bytes.copyWithin(length, from, to);
    length += to - from;
  }
  view.length = length;
}

/** From where on the bytes before a place are near it; undefined: too far. */
function beginOfNear(bytes: Uint8Array, place: number): number | undefined {
  let symbols = 0;
  for (let at = place - 1; at > place - FAR; at--) {
    if (at < 0) return 0;
    const byte = bytes[at] ?? 0;
    if (DENSE[byte] !== 0) symbols++;
    else if (symbols >= SYMBOLS && place - at > BYTES && endsRuns(byte)) return at;
  }
  return undefined;
}

/** Up to where the bytes behind a place are near it. */
function endOfNear(bytes: Uint8Array, place: number, length: number): number | undefined {
  let symbols = 0;
  for (let at = place; at < place + FAR; at++) {
    if (at >= length) return length;
    const byte = bytes[at] ?? 0;
    if (DENSE[byte] !== 0) symbols++;
    else if (symbols >= SYMBOLS && at - place >= BYTES && endsRuns(byte)) return at;
  }
  return undefined;
}
