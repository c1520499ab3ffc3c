import { put, type View } from './view.js';

/** What has no width, from (inclusive) to (inclusive): it may stand between any two letters, and nobody sees it. */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

const STARTS = UNSEEN.map(([from]) => from);
const ENDS = UNSEEN.map(([, to]) => to);

const PATTERN = new RegExp(`[${UNSEEN.map((range) => range.map((code) => String.fromCodePoint(code)).join('-')).join('')}]`);

/** By byte: whether one of these may begin there in UTF-8. */
export const MAY_BE_UNSEEN = new Uint8Array(256);
for (const [from, to] of UNSEEN)
  for (let code = from; code <= to; code++) MAY_BE_UNSEEN[Buffer.from(String.fromCodePoint(code))[0] ?? 0] = 1;

/** Whether a text has a character without width as it is. */
export function hasUnseen(text: string): boolean {
  return PATTERN.test(text);
}

/**
 * Leaves out what has no width, in place.
 *
 * @param view is changed
 * @returns whether there was any
 */
export function dropUnseen(view: View): boolean {
  const { bytes, starts, ends, length } = view;
  let at = 0;
  while (at < length && (MAY_BE_UNSEEN[bytes[at] ?? 0] === 0 || sizeAt(bytes, at, length) === 0)) at++;
  if (at === length) return false;
  view.length = at;
  while (at < length) {
    const size = sizeAt(bytes, at, length);
    if (size === 0) put(view, bytes[at] ?? 0, starts[at] ?? 0, ends[at] ?? 0);
    at += Math.max(1, size);
  }
  return true;
}

/** How many bytes a character without width takes that begins there; 0: none does. */
function sizeAt(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at] ?? 0;
  if (MAY_BE_UNSEEN[first] === 0) return 0;
  const size = first < 0xe0 ? 2 : 3;
  if (at + size > length) return 0;
  const second = (bytes[at + 1] ?? 0) & 0x3f;
  const code = size === 2 ? ((first & 0x1f) << 6) | second : ((first & 0x0f) << 12) | (second << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
  // Asked of each such character of a text: nothing is made for it.
  for (let index = 0; index < STARTS.length; index++) if (code >= (STARTS[index] ?? 0) && code <= (ENDS[index] ?? 0)) return size;
  return 0;
}
