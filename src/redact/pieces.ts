import { randomInt } from 'node:crypto';
import type { Symbols } from './symbols.js';

/** Odd, and different in each process: nobody can prepare a text whose pieces all fall into one slot. */
const BASE = randomInt(2 ** 20, 2 ** 30) * 2 + 1;

/** After a find of this length the search goes on behind it; shorter pieces may overlap, which joins them to longer ones. */
const LONG = 64;

/** A set of texts of one length, searched for all at once with a rolling hash (Rabin and Karp): linear whatever the text. */
export class Pieces {
  readonly #size: number;
  /** All needles in a row. */
  readonly #pool: Uint8Array;
  /** By slot: where a piece starts in the pool, plus one; 0 is free. */
  readonly #slots: Int32Array;
  readonly #hashes: Int32Array;
  readonly #mask: number;
  /** BASE to the power of size: the weight of the symbol that leaves the window. */
  readonly #leaving: number;
  readonly #except: () => Pieces | undefined;

  /**
   * @param size symbols in a piece
   * @param needles folded symbols; every run of `size` of them is a piece
   * @param except pieces of the same size that are left out: they are no secret. Asked for when one is found, which is seldom
   */
  constructor(size: number, needles: readonly Uint8Array[], except: () => Pieces | undefined = () => undefined) {
    this.#except = except;
    this.#size = size;
    this.#pool = Buffer.concat(needles);
    const count = needles.reduce((sum, needle) => sum + Math.max(0, needle.length - size + 1), 0);
    const capacity = 2 ** Math.ceil(Math.log2(count * 3 + 4));
    this.#slots = new Int32Array(capacity);
    this.#hashes = new Int32Array(capacity);
    this.#mask = capacity - 1;
    this.#leaving = power(BASE, size);
    let offset = 0;
    for (const needle of needles) {
      this.#add(needle, offset);
      offset += needle.length;
    }
  }

  /**
   * Finds all pieces.
   *
   * @param symbols where
   * @param found is called with the positions of a piece's first and last byte in the view
   */
  find({ values, length, places }: Symbols, found: (first: number, last: number) => void): void {
    const size = this.#size;
    const leaving = this.#leaving;
    const slots = this.#slots;
    const hashes = this.#hashes;
    const mask = this.#mask;
    let hash = 0;
    let begin = 0;
    for (let at = 0; at < length; at++) {
      hash = (Math.imul(hash, BASE) + (values[at] ?? 0)) | 0;
      const first = at - size + 1;
      if (first > begin) hash = (hash - Math.imul(values[first - 1] ?? 0, leaving)) | 0;
      if (first < begin) continue;
      for (let slot = mixed(hash) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
        if (hashes[slot] !== hash || !this.#holds((slots[slot] ?? 0) - 1, values, first)) continue;
        if (this.#except()?.has(hash, values, first) === true) break;
        found(places[first] ?? 0, places[at] ?? 0);
        if (size > LONG) {
          begin = at + 1;
          hash = 0;
        }
        break;
      }
    }
  }

  /** Tells whether the piece at a place of the pool stands at a place of a text. */
  #holds(start: number, values: Uint8Array, first: number): boolean {
    for (let index = 0; index < this.#size; index++) if (values[first + index] !== this.#pool[start + index]) return false;
    return true;
  }

  /** Whether it has the piece at a place of a text, whose hash is known. */
  has(hash: number, values: Uint8Array, first: number): boolean {
    for (let slot = mixed(hash) & this.#mask; this.#slots[slot] !== 0; slot = (slot + 1) & this.#mask)
      if (this.#hashes[slot] === hash && this.#holds((this.#slots[slot] ?? 0) - 1, values, first)) return true;
    return false;
  }

  #add(needle: Uint8Array, offset: number): void {
    const [size, slots, hashes, mask] = [this.#size, this.#slots, this.#hashes, this.#mask];
    let hash = 0;
    for (let at = 0; at < needle.length; at++) {
      hash = (Math.imul(hash, BASE) + (needle[at] ?? 0)) | 0;
      const first = at - size + 1;
      if (first > 0) hash = (hash - Math.imul(needle[first - 1] ?? 0, this.#leaving)) | 0;
      if (first < 0) continue;
      let slot = mixed(hash) & mask;
      // Two pieces with one hash both stay; of equal ones, as in a text that repeats itself, one is enough.
      while (slots[slot] !== 0 && !(hashes[slot] === hash && this.#holds((slots[slot] ?? 0) - 1, needle, first))) slot = (slot + 1) & mask;
      slots[slot] = offset + first + 1;
      hashes[slot] = hash;
    }
  }
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let count = 0; count < exponent; count++) result = Math.imul(result, base);
  return result;
}

function mixed(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8;
}
