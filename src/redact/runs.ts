import { clear, put, type View } from './view.js';

/** What is worth a look. */
interface Shortest {
  /** Runs with fewer symbols are left out. */
  readonly symbols: number;
  /** So is what decodes to fewer printable characters in a row: most runs are words that mean nothing as base64. */
  readonly bytes: number;
  /** Only characters of ASCII count as printable: no secret has others. */
  readonly ascii: boolean;
}

/** An encoding whose texts are runs of symbols of so many bits each. */
interface Coding {
  readonly bits: 4 | 6;
  /** By byte: the symbol's value; PASSED: it may stand between symbols; ENDS: it ends the run. */
  readonly values: Int8Array;
}

const PASSED = -1;
const ENDS = -2;

/** Base64 of both alphabets (RFC 4648 §4, §5), wrapped or not. */
const BASE64 = coding(6, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', ' \t\r\n');

/** Hexadecimal, with or without something between the bytes. */
const HEX = coding(4, '0123456789abcdef', ' \t\r\n:-,');

/**
 * Decodes whatever in a view may be base64 or hexadecimal, from each symbol that it could begin with: what stands before a
 * text shifts it by some bits.
 *
 * @param view where
 * @param decoded is filled with each decoded run in turn
 * @param shortest what is worth a look
 * @param visit is called when it is
 */
export function decodeRuns(view: View, decoded: View, shortest: Shortest, visit: () => void): void {
  const { bytes, length } = view;
  for (const each of [BASE64, HEX]) {
    const { values } = each;
    let first = 0;
    let count = 0;
    for (let at = 0; at <= length; at++) {
      const value = at === length ? ENDS : (values[bytes[at] ?? 0] ?? ENDS);
      if (value >= 0) {
        if (count === 0) first = at;
        count++;
      } else if (value === ENDS) {
        for (let shift = 0; count >= shortest.symbols && shift < (each.bits === 6 ? 4 : 2); shift++) {
          if (decode(view, first, at, shift, each, decoded, shortest.ascii ? 0x100 : 0x80) >= shortest.bytes) visit();
        }
        count = 0;
      }
    }
  }
}

/** Returns the length of the longest row of printable bytes. */
function decode(view: View, from: number, to: number, skip: number, { bits, values }: Coding, decoded: View, beyond: number): number {
  clear(decoded, to - from);
  let waiting = 0;
  let held = 0;
  let begun = from;
  let row = 0;
  let longest = 0;
  for (let at = from, passed = 0; at < to; at++) {
    const value = values[view.bytes[at] ?? 0] ?? PASSED;
    if (value < 0 || passed++ < skip) continue;
    if (held === 0) begun = at;
    waiting = (waiting << bits) | value;
    held += bits;
    if (held < 8) continue;
    held -= 8;
    const byte = (waiting >> held) & 0xff;
    waiting &= (1 << held) - 1;
    const start = begun;
    begun = at;
    // Zeros stand between the letters of UTF-16.
    if (byte === 0) continue;
    put(decoded, byte, view.starts[start] ?? 0, view.ends[at] ?? 0);
    row = (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13 || byte >= beyond ? row + 1 : 0;
    if (row > longest) longest = row;
  }
  return longest;
}

function coding(bits: 4 | 6, alphabet: string, passed: string): Coding {
  const values = new Int8Array(256).fill(ENDS);
  for (const letter of passed) values[letter.charCodeAt(0)] = PASSED;
  for (const [value, letter] of [...alphabet].entries()) {
    values[letter.charCodeAt(0)] = value;
    if (bits === 4) values[letter.toUpperCase().charCodeAt(0)] = value;
  }
  if (bits === 6) {
    values['-'.charCodeAt(0)] = 62;
    values['_'.charCodeAt(0)] = 63;
  }
  return { bits, values };
}
