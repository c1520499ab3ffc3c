import type { Deviation } from './defect.js';

/**
 * Picks deviations by name.
 *
 * @param kind what they are called in the message: `defect`, `variant`
 * @param all the registry
 * @param names the names wanted
 * @throws Error for a name that does not exist, with the names nearest to it
 */
export function choose<T extends Deviation>(kind: string, all: readonly T[], names: readonly string[]): T[] {
  return names.map((name) => {
    const found = all.find((each) => each.name === name);
    if (found !== undefined) return found;
    const near = nearest(name, all).map((each) => `"${each}"`);
    throw new Error(`There is no ${kind} "${name}". The nearest names are ${near.join(', ')}.`);
  });
}

function nearest(name: string, all: readonly Deviation[]): string[] {
  const ranked = all.map((each) => ({ name: each.name, distance: distance(name, each.name) }));
  ranked.sort((left, right) => left.distance - right.distance);
  return ranked.slice(0, 3).map((each) => each.name);
}

/** How far two names are apart: a shared word counts for more than a shared letter. */
function distance(left: string, right: string): number {
  const words = new Set(left.split('-'));
  const shared = right.split('-').filter((word) => words.has(word)).length;
  return editDistance(left, right) - 6 * shared;
}

/** The number of letters to insert, delete or replace (Levenshtein). */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
