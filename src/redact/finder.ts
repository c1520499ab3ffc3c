import { Decodings } from './decodings.js';
import { edgesOf } from './edges.js';
import { groupsOf } from './groups.js';
import { isInKnown } from './known.js';
import { type Extent, needlesOf } from './needles.js';
import type { Worth } from './runs.js';
import type { Secret } from './suspects.js';
import { DENSE, DENSE_SHORTEST, type Folding, fold, noSymbols, symbolsOf } from './symbols.js';
import type { Interval, View } from './view.js';

/** Room for decoding, used again: a search ends before the next one begins. */
const DECODINGS = new Decodings(true);
const SYMBOLS = noSymbols();

/** Looks for secrets in every encoding. */
export interface Finder {
  /**
   * Finds all occurrences.
   *
   * @param text the text to search
   * @param worth which encoded runs in it are worth a look
   * @returns where they are, in any order; they may overlap
   */
  find(text: string, worth: Worth): Interval[];
}

/**
 * Prepares the search for secrets: as they are, in other letter case, backwards, with anything between their letters,
 * escaped for JSON, URLs, HTML, XML and shells, in hexadecimal and base64, and in combinations of these. A text is decoded
 * step by step and searched after each step.
 *
 * @param secrets none of them blank
 * @param extent how much of them is looked for
 * @param known texts that are no secret: pieces that stand in them are not looked for
 */
export function finderOf(secrets: readonly Secret[], extent: Extent, known: readonly string[] = []): Finder {
  const wanted = secrets.filter(({ text }) => text.length >= extent.shortest);
  const needles = wanted.flatMap(({ text, forms }) => needlesOf(text, extent, forms, known.length > 0));
  const groups = groupsOf(needles, known);
  const edges = wanted.map(({ text }) => symbolsOf(text, DENSE)).filter((symbols) => symbols.length >= DENSE_SHORTEST);

  function search(view: View, found: Interval[], isCoded: boolean): void {
    let folded: Folding | undefined;
    for (const { pieces, folding, word } of groups) {
      // A few letters come out of any word that is read as base64.
      if (word && isCoded) continue;
      if (folding !== folded) fold(view, folding, SYMBOLS);
      folded = folding;
      pieces.find(SYMBOLS, (first, last) => {
        if (word && (isLetter(view, first - 1) || isLetter(view, last + 1))) return;
        const [from, to] = [view.starts[first] ?? 0, view.starts[last] ?? 0];
        join(found, Math.min(from, to), Math.max(view.ends[first] ?? 0, view.ends[last] ?? 0));
      });
    }
  }

  return {
    find(text, worth) {
      const found: Interval[] = [];
      if (groups.length === 0) return found;
      const { edge } = extent;
      DECODINGS.each(text, worth, {
        look: (view, isCoded) => search(view, found, isCoded),
        lookAtEnds: (view) => {
          if (edge !== undefined) found.push(...edgesOf(view, edges, edge, (piece) => isInKnown(known, piece)));
        },
      });
      return found;
    },
  };
}

/** Adds an interval; pieces that overlap the one before become one with it, as there may be millions of them. */
function join(found: Interval[], from: number, to: number): void {
  const last = found.at(-1);
  if (last === undefined || from > last[1] || to < last[0]) found.push([from, to]);
  else found[found.length - 1] = [Math.min(from, last[0]), Math.max(to, last[1])];
}

function isLetter(view: View, at: number): boolean {
  return at >= 0 && at < view.length && /[A-Za-z0-9_]/.test(String.fromCharCode(view.bytes[at] ?? 0));
}
