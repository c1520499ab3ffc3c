/** A source of numbers in [0, 1) that is the same for the same seed on every machine. */
export type Random = () => number;

/**
 * A small seeded generator (mulberry32). It makes test people, not secrets.
 *
 * @param seed any text; equal texts give equal sequences
 */
export function seededRandom(seed: string): Random {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** FNV-1a over UTF-16 units: spreads short texts well enough for seeds. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/**
 * Picks one item.
 *
 * @param random the source
 * @param items a list that is not empty
 * @throws RangeError when the list is empty
 */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/**
 * Text of lower-case letters and digits.
 *
 * @param random the source
 * @param length number of characters
 */
export function token(random: Random, length: number): string {
  return Array.from({ length }, () => pick(random, [...'abcdefghijkmnpqrstuvwxyz23456789'])).join('');
}

/**
 * What tells a run's resources from those of a run with another seed: `${run.id}` of scenarios.
 *
 * @param seed the run's seed
 */
export function runMark(seed: number): string {
  return mark(seededRandom([seed, 'run'].join('|')), 10);
}

/**
 * What tells a resource from all others, those of its run and those of people: `sc` and seven letters and digits.
 *
 * @param random the source
 */
export function ownMark(random: Random): string {
  return `sc${mark(random, 7)}`;
}

/**
 * A letter follows a digit: by that a name is known as one that scim-check has made up. People have names like `schneider` and
 * `schmidt42`.
 */
function mark(random: Random, length: number): string {
  for (;;) {
    const made = token(random, length);
    if (/\d[a-z]/.test(made)) return made;
  }
}

/**
 * A GUID in the shape of RFC 9562 version 4.
 *
 * @param random the source
 */
export function guid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
  hex[12] = '4';
  hex[16] = pick(random, ['8', '9', 'a', 'b']);
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
