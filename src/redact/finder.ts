import { edgesOf } from './edges.js';
import { undoEscapes } from './escapes.js';
import { formsOf } from './forms.js';
import { type Extent, groupsOf } from './groups.js';
import { symbolsOfKnown } from './known.js';
import { decodeRuns } from './runs.js';
import { DENSE, DENSE_SHORTEST, type Folding, fold, noSymbols, symbolsOf } from './symbols.js';
import { emptyView, fill, fillReversed, type Interval, type View } from './view.js';

/** So often may escaping be nested, and so often base64 or hexadecimal. */
const MAX_ESCAPES = 5;
const MAX_CODINGS = 3;

/** Longer texts are searched in parts that overlap, so that the room for decoding stays small. In UTF-16 units. */
const CHUNK = 512 * 1024;

/** Room for decoding, used again: a search ends before the next one begins. */
const SCRATCH = {
  text: emptyView(0),
  backwards: emptyView(0),
  symbols: noSymbols(),
  decoded: Array.from({ length: MAX_CODINGS }, () => emptyView(0)),
};

/** Looks for secrets in every encoding. */
export interface Finder {
  /**
   * Finds all occurrences.
   *
   * @param text the text to search
   * @returns where they are, in any order; they may overlap
   */
  find(text: string): Interval[];
}

/**
 * Prepares the search for secrets: as they are, in other letter case, backwards, with anything between their letters,
 * escaped for JSON, URLs, HTML, XML and shells, in hexadecimal and base64, and in combinations of these. A text is decoded
 * step by step and searched after each step.
 *
 * @param secrets those that are empty or blank are never found
 * @param extent how much of them is looked for
 * @param known texts that are no secret: pieces that stand in them are not looked for
 * @param forms the forms of a secret; default: made anew
 */
export function finderOf(secrets: Iterable<string>, extent: Extent, known: readonly string[] = [], forms = formsOf): Finder {
  const wanted = [...secrets].filter((secret) => secret.trim() !== '' && secret.length >= extent.shortest);
  const groups = groupsOf(wanted, extent, known, forms);
  const edges = wanted.map((secret) => symbolsOf(secret, DENSE)).filter((symbols) => symbols.length >= DENSE_SHORTEST);
  const knownSymbols = symbolsOfKnown(known, DENSE).map(({ values }) => Buffer.from(values).toString('latin1'));
  const isKnown = (piece: Uint8Array): boolean => knownSymbols.some((text) => text.includes(Buffer.from(piece).toString('latin1')));
  // Shorter runs of base64 or hexadecimal hold no secret, and no piece of one.
  const bytes = Math.min(...wanted.map((secret) => Math.min(secret.length, extent.piece)));
  const shortestRun = { symbols: Math.ceil((bytes * 8) / 6), bytes, ascii: wanted.every((secret) => /^[\x20-\x7e]*$/.test(secret)) };
  const longest = Math.max(0, ...wanted.map((secret) => secret.length));
  const overlap = Math.max(CHUNK / 16, longest * 16);

  function search(view: View, depth: number, found: Interval[]): void {
    let folded: Folding | undefined;
    for (const { pieces, folding, word } of groups) {
      if (folding !== folded) fold(view, folding, SCRATCH.symbols);
      folded = folding;
      pieces.find(SCRATCH.symbols, (first, last) => {
        if (word && (isLetter(view, first - 1) || isLetter(view, last + 1))) return;
        const [from, to] = [view.starts[first] ?? 0, view.starts[last] ?? 0];
        join(found, Math.min(from, to), Math.max(view.ends[first] ?? 0, view.ends[last] ?? 0));
      });
    }
    const decoded = SCRATCH.decoded[depth];
    if (depth < MAX_CODINGS && decoded !== undefined) decodeRuns(view, decoded, shortestRun, () => searchLevels(decoded, depth + 1, found));
  }

  function searchLevels(view: View, depth: number, found: Interval[]): void {
    search(view, depth, found);
    for (let level = 0; level < MAX_ESCAPES && undoEscapes(view); level++) search(view, depth, found);
  }

  /** Decodes and searches a part of the text. */
  function searchPart(text: string, start: number, add: (found: Interval) => void): void {
    const found: Interval[] = [];
    const [view, backwards] = [SCRATCH.text, SCRATCH.backwards];
    fill(view, text);
    const edge = extent.edge;
    if (edge !== undefined) found.push(...edgesOf(view, edges, edge, isKnown));
    fillReversed(backwards, view);
    searchLevels(view, 0, found);
    if (edge !== undefined) found.push(...edgesOf(view, edges, edge, isKnown));
    // Without escapes the forms that are written backwards have been found already.
    if (undoEscapes(backwards)) searchLevels(backwards, MAX_CODINGS, found);
    for (const [from, to] of found) add([from + start, to + start]);
  }

  return {
    find(text) {
      if (groups.length === 0) return [];
      const found: Interval[] = [];
      for (let start = 0; ; start += CHUNK) {
        const end = start + CHUNK + overlap;
        searchPart(text.slice(start, end), start, (each) => found.push(each));
        if (end >= text.length) return found;
      }
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
