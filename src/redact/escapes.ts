import { append, put, type View } from './view.js';

const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const AMPERSAND = 0x26;
const QUOTE = 0x27;

/** An escape sequence as one number, so that a flood of them costs no memory: its code point, its length, whether it is a byte of UTF-8. */
const NONE = -1;
const LENGTH_BITS = 5;
const BYTE = 2 ** 30;
const sequence = (code: number, length: number): number => (code > 0x10ffff ? NONE : code * 2 ** LENGTH_BITS + length);

/** By byte: whether an escape sequence may begin with it. */
export const MAY_ESCAPE = table({ '\\': 1, '%': 1, '&': 1, "'": 1 }, 0);

/** By byte: what JSON and JavaScript escape with a letter; 0: nothing. */
const LETTERS = table({ b: 8, f: 12, n: 10, r: 13, t: 9, '"': 0x22, "'": QUOTE, '/': 0x2f, '\\': BACKSLASH }, 0);

/** By byte: the value of a hexadecimal digit; 99: it is none. */
const DIGITS = table(Object.fromEntries([...'0123456789abcdefABCDEF'].map((digit) => [digit, Number.parseInt(digit, 16)])), 99);

/** Entities that HTML understands without a semicolon as well. Any other one stands for a mark that no secret is looked for by. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", plus: '+', equals: '=', sol: '/' };
const ENTITY = /^&(?:(amp|lt|gt|quot|apos|plus|equals|sol);?|[a-z][a-z0-9]{1,11};)/i;
const NUMERIC = /^&#(?:0{0,8}(\d{1,7})|x0{0,8}([0-9a-f]{1,6}));?/i;
const LONGEST_ENTITY = 20;

/**
 * Undoes one level of escaping in place: `\u0041`, `\x41`, `\/` of JSON and JavaScript, `%41` and `%u0041` of URLs, `&#65;`,
 * `&#x41`, `&amp;` of HTML and XML, `'\''` of shells.
 *
 * @param view is changed; never becomes longer
 * @returns whether anything was escaped
 */
export function undoEscapes(view: View): boolean {
  const { bytes, starts, ends, length } = view;
  let at = 0;
  while (at < length && (MAY_ESCAPE[bytes[at] ?? 0] === 0 || escapeAt(bytes, at, length) === NONE)) at++;
  if (at === length) return false;
  view.length = at;
  let high = 0;
  while (at < length) {
    const found = MAY_ESCAPE[bytes[at] ?? 0] === 0 ? NONE : escapeAt(bytes, at, length);
    const start = starts[at] ?? 0;
    if (found === NONE) {
      put(view, bytes[at] ?? 0, start, ends[at] ?? 0);
      high = 0;
      at++;
      continue;
    }
    const code = (found & (BYTE - 1)) >> LENGTH_BITS;
    at += found & (2 ** LENGTH_BITS - 1);
    const end = ends[at - 1] ?? 0;
    if (found >= BYTE) put(view, code, start, end);
    else if (high !== 0 && code >= 0xdc00 && code < 0xe000) {
      // The second half of a surrogate pair: both make one character.
      view.length -= 3;
      append(view, 0x10000 + (high - 0xd800) * 0x400 + (code - 0xdc00), starts[view.length] ?? 0, end);
    } else append(view, code, start, end);
    high = code >= 0xd800 && code < 0xdc00 ? code : 0;
  }
  return true;
}

function escapeAt(bytes: Uint8Array, at: number, length: number): number {
  const byte = bytes[at] ?? 0;
  if (byte === BACKSLASH) return backslash(bytes, at, length);
  if (byte === PERCENT) return percent(bytes, at, length);
  if (byte === AMPERSAND) return entity(bytes, at, length);
  const quoted = byte === QUOTE && at + 3 < length && bytes[at + 1] === BACKSLASH && bytes[at + 2] === QUOTE && bytes[at + 3] === QUOTE;
  return quoted ? sequence(QUOTE, 4) : NONE;
}

function backslash(bytes: Uint8Array, at: number, length: number): number {
  const next = at + 1 < length ? (bytes[at + 1] ?? 0) : 0;
  const letter = LETTERS[next] ?? 0;
  if (letter !== 0) return sequence(letter, 2);
  // In a shell's `$'…'` a byte of UTF-8; of JavaScript's the same for all that tokens consist of.
  if (next === 0x78) return byteOf(digits(bytes, at + 2, 2, length, 4));
  if (next === 0x75 && bytes[at + 2] === 0x7b) {
    const text = String.fromCharCode(...bytes.subarray(at + 3, Math.min(length, at + 10)));
    const code = /^([0-9a-f]{1,6})\}/i.exec(text)?.[1];
    return code === undefined ? NONE : sequence(Number.parseInt(code, 16), code.length + 4);
  }
  if (next === 0x75) return digits(bytes, at + 2, 4, length, 6);
  const octal = [1, 2, 3].map((step) => (at + step < length ? (DIGITS[bytes[at + step] ?? 0] ?? 99) : 99));
  const [first = 99, second = 99, third = 99] = octal;
  return first < 4 && second < 8 && third < 8 ? sequence(first * 64 + second * 8 + third, 4) : NONE;
}

function percent(bytes: Uint8Array, at: number, length: number): number {
  const next = at + 1 < length ? (bytes[at + 1] ?? 0) : 0;
  if (next === 0x75 || next === 0x55) return digits(bytes, at + 2, 4, length, 6);
  return byteOf(digits(bytes, at + 1, 2, length, 3));
}

function byteOf(found: number): number {
  return found === NONE ? NONE : found + BYTE;
}

/** Hexadecimal digits of a fixed number. */
function digits(bytes: Uint8Array, from: number, count: number, length: number, consumed: number): number {
  if (from + count > length) return NONE;
  let code = 0;
  for (let at = from; at < from + count; at++) {
    const digit = DIGITS[bytes[at] ?? 0] ?? 99;
    if (digit > 15) return NONE;
    code = code * 16 + digit;
  }
  return sequence(code, consumed);
}

function entity(bytes: Uint8Array, at: number, length: number): number {
  const next = at + 1 < length ? (bytes[at + 1] ?? 0) : 0;
  if (next !== 0x23 && ((next | 0x20) < 0x61 || (next | 0x20) > 0x7a)) return NONE;
  const text = String.fromCharCode(...bytes.subarray(at, Math.min(length, at + LONGEST_ENTITY)));
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) {
    const code = numeric[1] === undefined ? Number.parseInt(numeric[2] ?? '', 16) : Number(numeric[1]);
    return sequence(code, numeric[0].length);
  }
  const named = ENTITY.exec(text);
  return named === null ? NONE : sequence((ENTITIES[named[1]?.toLowerCase() ?? ''] ?? '?').charCodeAt(0), named[0].length);
}

function table(entries: Readonly<Record<string, number>>, otherwise: number): Uint8Array {
  const values = new Uint8Array(256).fill(otherwise);
  for (const [letter, value] of Object.entries(entries)) values[letter.charCodeAt(0)] = value;
  return values;
}
