import { Pieces } from './pieces.js';
import { DENSE, type Folding, symbolsOf } from './symbols.js';

/** The lists never change, and each secret that comes is looked for by a search of its own: what depends on them alone is kept. */
const KEPT = new WeakMap<readonly string[], Map<Folding, Map<number, Pieces>>>();

/**
 * The pieces of texts that are no secret.
 *
 * @param known the texts
 * @param size symbols in a piece
 * @param folding which symbols count
 */
export function knownPieces(known: readonly string[], size: number, folding: Folding): Pieces {
  const byFolding = KEPT.get(known) ?? new Map<Folding, Map<number, Pieces>>();
  KEPT.set(known, byFolding);
  const bySize = byFolding.get(folding) ?? new Map<number, Pieces>();
  byFolding.set(folding, bySize);
  const pieces = bySize.get(size) ?? new Pieces(size, symbolsOfAll(known, folding));
  bySize.set(size, pieces);
  return pieces;
}

/** The same texts, letters and digits only, to look for a few symbols in them. */
const TEXTS = new WeakMap<readonly string[], readonly string[]>();

/**
 * Whether symbols stand in texts that are no secret.
 *
 * @param known the texts
 * @param symbols letters and digits, as `DENSE` folds them
 */
export function isInKnown(known: readonly string[], symbols: Uint8Array): boolean {
  const texts = TEXTS.get(known) ?? symbolsOfAll(known, DENSE).map(latin1);
  TEXTS.set(known, texts);
  return texts.some((text) => text.includes(latin1(symbols)));
}

function latin1(symbols: Uint8Array): string {
  return Buffer.from(symbols).toString('latin1');
}

function symbolsOfAll(known: readonly string[], folding: Folding): Uint8Array[] {
  return known.map((text) => symbolsOf(text, folding));
}
