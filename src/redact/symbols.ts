import { emptyView, fill, type View } from './view.js';

/**
 * What a byte counts as when texts are compared; 0: it is passed over. Texts that differ only in what is folded are equal.
 */
export type Folding = Uint8Array;

const LOWER = Uint8Array.from({ length: 256 }, (_byte, code) => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code));

/** Letters in lower case, digits and everything beyond ASCII: line breaks, separators, hyphens and paddings do not count. */
export const DENSE: Folding = LOWER.map((byte) =>
  byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a) ? byte : 0,
);

/** With fewer letters and digits a secret is looked for with all of its characters. */
export const DENSE_SHORTEST = 8;

/** Everything counts; letter case does not, and a blank is a plus, as in forms. */
export const PLAIN: Folding = LOWER.map((byte) => (byte === 0 ? 1 : byte === 0x20 ? 0x2b : byte));

/** The symbols of a view that count, and where in the view each of them stands. The arrays may be longer. */
export interface Symbols {
  length: number;
  values: Uint8Array;
  places: Uint32Array;
}

/** No symbols; `fold` makes room. */
export function noSymbols(): Symbols {
  return { length: 0, values: new Uint8Array(0), places: new Uint32Array(0) };
}

/**
 * Fills `symbols` with those of a view that count.
 *
 * @param view the view
 * @param folding which do
 * @param symbols what it held is lost
 */
export function fold(view: View, folding: Folding, symbols: Symbols): void {
  const { bytes, length } = view;
  if (symbols.values.length < length) {
    symbols.values = new Uint8Array(bytes.length);
    symbols.places = new Uint32Array(bytes.length);
  }
  const { values, places } = symbols;
  let count = 0;
  for (let at = 0; at < length; at++) {
    const symbol = folding[bytes[at] ?? 0] ?? 0;
    if (symbol === 0) continue;
    values[count] = symbol;
    places[count++] = at;
  }
  symbols.length = count;
}

/** Used again: what is returned is a copy. */
const SCRATCH = { view: emptyView(false), symbols: noSymbols() };

/** The symbols of a view alone. */
export function symbolsIn(view: View, folding: Folding): Uint8Array {
  const { symbols } = SCRATCH;
  fold(view, folding, symbols);
  return symbols.values.slice(0, symbols.length);
}

/** The same for a text. */
export function symbolsOf(text: string, folding: Folding): Uint8Array {
  fill(SCRATCH.view, text);
  return symbolsIn(SCRATCH.view, folding);
}
