import { knownPieces } from './known.js';
import type { Needle } from './needles.js';
import { Pieces } from './pieces.js';
import { DENSE, type Folding, PLAIN } from './symbols.js';

/** One search for all needles of one length. */
export interface Group {
  readonly pieces: Pieces;
  readonly folding: Folding;
  readonly word: boolean;
}

/**
 * The searches that find needles. Each is a pass over the text, so there are as few as can be.
 *
 * @param needles what is looked for
 * @param known texts that are no secret: pieces that stand in them are not looked for
 */
export function groupsOf(needles: readonly Needle[], known: readonly string[]): Group[] {
  const alike = new Map<string, { size: number; folding: Folding; word: boolean; partial: boolean; list: Uint8Array[] }>();
  for (const { symbols, size, folding, word } of needles) {
    const partial = size < symbols.length;
    const key = [size, folding === DENSE, word, partial].join();
    const group = alike.get(key) ?? { size, folding, word, partial, list: [] };
    alike.set(key, group);
    group.list.push(symbols);
  }
  // Those of one folding one after the other, so that a text is folded once for all of them.
  const groups = [...alike.values()].sort((one, other) => Number(one.folding === PLAIN) - Number(other.folding === PLAIN));
  return groups.map(({ size, folding, word, partial, list }) => {
    const except = () => (partial && known.length > 0 ? knownPieces(known, size, folding) : undefined);
    return { pieces: new Pieces(size, list, except), folding, word };
  });
}
