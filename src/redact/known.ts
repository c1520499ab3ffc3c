import { type Folding, type Symbols, symbolsOf } from './symbols.js';

/** The lists never change, and each secret that comes makes the search anew: what depends on them alone is kept. */
const KEPT = new WeakMap<readonly string[], Map<Folding, readonly Symbols[]>>();

/**
 * The symbols of texts that are no secret.
 *
 * @param known the texts
 * @param folding which symbols count
 */
export function symbolsOfKnown(known: readonly string[], folding: Folding): readonly Symbols[] {
  const kept = KEPT.get(known) ?? new Map<Folding, readonly Symbols[]>();
  KEPT.set(known, kept);
  const symbols = kept.get(folding) ?? known.map((text) => toSymbols(symbolsOf(text, folding)));
  kept.set(folding, symbols);
  return symbols;
}

function toSymbols(values: Uint8Array): Symbols {
  return { values, length: values.length, places: new Uint32Array(0) };
}
