import type { Extent } from './needles.js';
import { clear, put, type View } from './view.js';

/** What is worth a look. */
export interface Worth {
  /** Runs with fewer symbols are left out. */
  readonly symbols: number;
  /** So is what decodes to fewer printable characters in a row: most runs are words that mean nothing as base64. */
  readonly bytes: number;
  /** Only characters of ASCII count as printable: no secret has others. */
  readonly ascii: boolean;
  /** Characters of the longest secret. */
  readonly longest: number;
}

/**
 * What is worth a look when secrets are looked for: shorter runs hold none, and no piece of one.
 *
 * @param secrets none of them blank
 * @param extent how much of them is looked for
 */
export function worthOf(secrets: readonly string[], { piece }: Pick<Extent, 'piece'>): Worth {
  const bytes = Math.min(...secrets.map(({ length }) => Math.min(length, piece)));
  return {
    symbols: Math.ceil((bytes * 8) / 6),
    bytes,
    ascii: secrets.every((secret) => /^[\x20-\x7e]*$/.test(secret)),
    longest: Math.max(0, ...secrets.map(({ length }) => length)),
  };
}

/** An encoding whose texts are runs of symbols of so many bits each. */
interface Coding {
  readonly bits: 4 | 6;
  /** By byte: the symbol's value; PASSED: it may stand between symbols; ENDS: it ends the run. */
  readonly values: Int8Array;
  /**
   * By byte: the places in which the symbol may stand where all bytes are of ASCII, one lane of eight bits for each place of four in a
   * row, the last one first. A byte's highest bit is then 0, and each symbol but the last of such four begins with or holds the highest
   * bit of one: all may be the last one, so that no symbol has 0.
   */
  readonly places: Int32Array;
}

const PASSED = -1;
const ENDS = -2;

/** One in each lane: four counters in a number, which never come near what a lane holds. */
const ONES = 0x01010101;

/** Base64 of both alphabets (RFC 4648 §4, §5), wrapped or not. The highest bits of three bytes are the 1st, 9th and 17th of 24. */
const BASE64 = coding(6, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', ' \t\r\n', [0b100000, 0b1000, 0b10, 0]);

/** Hexadecimal, with or without something between the bytes. */
const HEX = coding(4, '0123456789abcdef', ' \t\r\n:-,', [0b1000, 0, 0b1000, 0]);

/** Whether no run goes on behind a byte. */
export function endsRuns(byte: number): boolean {
  return BASE64.values[byte] === ENDS && HEX.values[byte] === ENDS;
}

/**
 * Decodes whatever in a view may be base64 or hexadecimal, from each bit that a byte could begin with: what stands before a text
 * shifts it, and a run that was cut begins within a byte.
 *
 * @param view where
 * @param decoded is filled with each decoded run in turn
 * @param worth what is worth a look
 * @param visit is called when it is
 */
export function decodeRuns(view: View, decoded: View, worth: Worth, visit: () => void): void {
  decodeRunsOf(BASE64, view, decoded, worth, visit);
  decodeRunsOf(HEX, view, decoded, worth, visit);
}

function decodeRunsOf(coding: Coding, view: View, decoded: View, worth: Worth, visit: () => void): void {
  const { bytes, length } = view;
  const { values, places, bits } = coding;
  // So many symbols hold the highest bits of as many bytes as are worth a look.
  const enough = worth.ascii ? Math.floor(((worth.bytes - 1) * 8) / bits) + 1 : 0;
  // Added to a counter that has come so far, it sets the lane's second highest bit.
  const missing = (0x40 - enough) * ONES;
  let first = 0;
  let count = 0;
  // How many symbols in a row may be of ASCII, for each way to divide the run into bytes.
  let counters = 0;
  let isEnough = enough === 0;
  for (let at = 0; at <= length; at++) {
    const byte = at === length ? 0 : (bytes[at] ?? 0);
    const value = values[byte] ?? ENDS;
    if (value >= 0) {
      if (count++ === 0) first = at;
      if (isEnough) continue;
      // The next symbol has the next place.
      counters = (((counters << 8) | (counters >>> 24)) + ONES) & (places[byte] ?? 0);
      isEnough = ((counters + missing) & (0x40 * ONES)) !== 0;
    } else if (value === ENDS && count > 0) {
      if (isEnough && count >= worth.symbols) decodeRun(coding, view, first, at, decoded, worth, visit);
      count = counters = 0;
      isEnough = enough === 0;
    }
  }
}

function decodeRun(coding: Coding, view: View, from: number, to: number, decoded: View, worth: Worth, visit: () => void): void {
  for (let skip = 0; skip < 8; skip += coding.bits === 6 ? 2 : 4) {
    if (!hasRow(view, from, to, skip, coding, worth)) continue;
    decode(view, from, to, skip, coding, decoded);
    visit();
  }
}

/** Whether a run decodes to enough printable bytes in a row: told before anything is written, because hardly any does. */
function hasRow({ bytes }: View, from: number, to: number, skip: number, { bits, values }: Coding, worth: Worth): boolean {
  const beyond = worth.ascii ? 0x100 : 0x80;
  let waiting = 0;
  let held = -skip;
  let row = 0;
  for (let at = from; at < to; at++) {
    const value = values[bytes[at] ?? 0] ?? PASSED;
    if (value < 0) continue;
    waiting = ((waiting << bits) | value) & 0xffff;
    held += bits;
    if (held < 8) continue;
    held -= 8;
    const byte = (waiting >> held) & 0xff;
    // Zeros stand between the letters of UTF-16.
    if (byte === 0) continue;
    row = (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13 || byte >= beyond ? row + 1 : 0;
    if (row >= worth.bytes) return true;
  }
  return false;
}

function decode(view: View, from: number, to: number, skip: number, { bits, values }: Coding, decoded: View): void {
  clear(decoded, to - from);
  let waiting = 0;
  let held = -skip;
  let begun = from;
  for (let at = from; at < to; at++) {
    const value = values[view.bytes[at] ?? 0] ?? PASSED;
    if (value < 0) continue;
    if (held === 0) begun = at;
    waiting = ((waiting << bits) | value) & 0xffff;
    held += bits;
    if (held < 8) continue;
    held -= 8;
    const byte = (waiting >> held) & 0xff;
    const start = begun;
    begun = at;
    if (byte !== 0) put(decoded, byte, view.starts[start] ?? 0, view.ends[at] ?? 0);
  }
}

function coding(bits: 4 | 6, alphabet: string, passed: string, highest: readonly number[]): Coding {
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
  const places = Int32Array.from(values, (value) =>
    highest.reduce((lanes, bit, place) => (value >= 0 && (value & bit) === 0 ? lanes | (0xff << (8 * ((place + 1) % 4))) : lanes), 0),
  );
  return { bits, values, places };
}
