import { MAY_ESCAPE } from './escapes.js';
import { endsRuns } from './runs.js';
import { DENSE, DENSE_SHORTEST } from './symbols.js';
import { MAY_BE_UNSEEN } from './unseen.js';
import { clear, copyRange, put, type View } from './view.js';

/** So many letters and digits on each side: windows, and what a text that was cut may begin or end with, have fewer. */
const SYMBOLS = 2 * DENSE_SHORTEST;

/** And so many bytes: what is looked for with all of its characters has fewer. */
const BYTES = 32;

/** An escape sequence is no longer, and begins or, where a text is written backwards, ends where it is seen; in bytes. */
const SEQUENCE = 20;

/** By byte: whether what is undone or left out may begin with it. */
const BEGINS = MAY_ESCAPE.map((may, byte) => may | (MAY_BE_UNSEEN[byte] ?? 0));

/** Where what is near goes on for longer, as in a picture, nothing is gained; in bytes. */
const FAR = 1024;

/** Ends every run, and is no symbol. */
const BETWEEN = 0x22;

/**
 * Takes from a view what need be looked at once its escapes are undone and what has no width is left out, when all of it was looked at
 * before: what stands near those. Nothing can be found in the rest that could not be found there before.
 *
 * @param view is left as it is; neither is traced
 * @param near what it held is lost
 */
export function fillNear(near: View, view: View): void {
  const ranges = rangesOf(view);
  clear(near, view.length);
  for (const [from, to] of ranges) {
    if (near.length > 0) put(near, BETWEEN, 0, 0);
    copyRange(near, view, from, to);
  }
}

/** Where that is, in ascending order. */
function rangesOf({ bytes, length }: View): readonly (readonly [from: number, to: number])[] {
  const all = [[0, length]] as const;
  const ranges: [from: number, to: number][] = [];
  for (let first = 0; first < length; first++) {
    if (BEGINS[bytes[first] ?? 0] === 0) continue;
    // Those side by side have what is near them in common.
    let last = first;
    for (let at = first + 1; at < length && at - last <= BYTES; at++) if (BEGINS[bytes[at] ?? 0] !== 0) last = at;
    const begin = beginOfNear(bytes, first - SEQUENCE);
    const end = endOfNear(bytes, last + SEQUENCE, length);
    if (begin === undefined || end === undefined) return all;
    const before = ranges.at(-1);
    if (before !== undefined && begin <= before[1]) before[1] = end;
    else ranges.push([begin, end]);
    first = last;
  }
  return ranges;
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
