import type { Needle } from './needles.js';
import { DENSE, PLAIN } from './symbols.js';
import type { View } from './view.js';

/** Of what counts with all its characters: so many of them tell it from almost all other texts. */
export const PLAIN_WINDOW = 4;

/** Of letters and digits; no needle is shorter. */
export const DENSE_WINDOW = 8;

/** Bytes of the filter, a power of 2. */
const FILTER = 8192;

/** What the table begins with; it doubles when it is half full. */
const ROOM = 1024;

/**
 * Short runs of symbols ("windows") that stand in what is looked for, and whose they are. A window is at most eight symbols: two
 * numbers hold it, so that a text is passed over once, whatever is looked for in it.
 */
export class Windows {
  /** By slot: the symbols, four in a number, and the place of its owners in `#owners`, which 0 is not: that is a free slot. */
  #high = new Int32Array(ROOM);
  #low = new Int32Array(ROOM);
  #slots = new Int32Array(ROOM);
  #count = 0;
  /** Whether some are of what counts with all its characters. */
  #hasPlain = false;
  /** A bit for each hash that a window has: small enough to be at hand for each symbol of a text. */
  readonly #filter = new Uint8Array(FILTER);
  /** Almost all windows have one owner: whose owners are the same share a place. */
  readonly #owners: (readonly number[])[] = [[]];
  readonly #places = new Map<string, number>();

  /**
   * Adds windows of a needle, so many that each of its pieces holds one.
   *
   * @param needle no piece has fewer symbols than a window
   * @param owner number of the secret
   */
  add({ symbols, size, folding }: Needle, owner: number): void {
    const width = folding === DENSE ? DENSE_WINDOW : PLAIN_WINDOW;
    this.#hasPlain ||= folding === PLAIN;
    for (let first = 0; first + width <= symbols.length; first += size - width + 1) {
      let high = 0;
      let low = 0;
      for (let at = first; at < first + width; at++) {
        high = (high << 8) | (low >>> 24);
        low = (low << 8) | (symbols[at] ?? 0);
      }
      this.#put(high, low, owner);
    }
  }

  /**
   * Tells whose windows stand in a text.
   *
   * @param view the text
   * @param found receives their numbers
   */
  find({ bytes, length }: View, found: Set<number>): void {
    let plain = 0;
    let high = 0;
    let low = 0;
    let count = 0;
    const filter = this.#filter;
    for (let at = 0; at < length; at++) {
      const dense = DENSE[bytes[at] ?? 0] ?? 0;
      if (dense === 0) continue;
      high = (high << 8) | (low >>> 24);
      low = (low << 8) | dense;
      if (++count < DENSE_WINDOW) continue;
      const hash = mixed(high, low);
      if (((filter[(hash >>> 3) & (FILTER - 1)] ?? 0) & (1 << (hash & 7))) !== 0) this.#get(high, low, found);
    }
    // Hardly any token needs it.
    for (let at = 0; this.#hasPlain && at < length; at++) {
      // Symbols are not 0, so that fewer than a window are no window.
      plain = (plain << 8) | (PLAIN[bytes[at] ?? 0] ?? 0);
      const hash = mixed(0, plain);
      if (((filter[(hash >>> 3) & (FILTER - 1)] ?? 0) & (1 << (hash & 7))) !== 0) this.#get(0, plain, found);
    }
  }

  #get(high: number, low: number, found: Set<number>): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = mixed(high, low) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.#low[slot] !== low || this.#high[slot] !== high) continue;
      for (const owner of this.#owners[slots[slot] ?? 0] ?? []) found.add(owner);
      return;
    }
  }

  #put(high: number, low: number, owner: number): void {
    const mask = this.#slots.length - 1;
    const hash = mixed(high, low);
    const byte = (hash >>> 3) & (FILTER - 1);
    this.#filter[byte] = (this.#filter[byte] ?? 0) | (1 << (hash & 7));
    let slot = hash & mask;
    while (this.#slots[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high)) slot = (slot + 1) & mask;
    const before = this.#slots[slot] ?? 0;
    const owners = this.#owners[before] ?? [];
    if (owners.includes(owner)) return;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#slots[slot] = this.#placeOf([...owners, owner]);
    if (before === 0 && ++this.#count * 2 >= this.#slots.length) this.#grow();
  }

  #placeOf(owners: readonly number[]): number {
    const key = owners.join();
    const place = this.#places.get(key) ?? this.#owners.push(owners) - 1;
    this.#places.set(key, place);
    return place;
  }

  #grow(): void {
    const [high, low, slots] = [this.#high, this.#low, this.#slots];
    const room = slots.length * 2;
    [this.#high, this.#low, this.#slots] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)];
    for (let from = 0; from < slots.length; from++) {
      if (slots[from] === 0) continue;
      let slot = mixed(high[from] ?? 0, low[from] ?? 0) & (room - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (room - 1);
      this.#high[slot] = high[from] ?? 0;
      this.#low[slot] = low[from] ?? 0;
      this.#slots[slot] = slots[from] ?? 0;
    }
  }
}

function mixed(high: number, low: number): number {
  const hash = Math.imul(high, 0x2c1b3c6d) ^ Math.imul(low, 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 4;
}
