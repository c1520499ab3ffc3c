import { DENSE, DENSE_SHORTEST } from './symbols.js';
import type { Interval, View } from './view.js';

/**
 * A text that was cut may end in the first characters of a secret, or begin with its last: too few for a piece.
 *
 * @param view the text
 * @param secrets their letters and digits
 * @param shortest so many characters are no chance
 * @param isKnown whether a piece stands in a text that is no secret
 */
export function edgesOf(view: View, secrets: readonly Uint8Array[], shortest: number, isKnown: (piece: Uint8Array) => boolean): Interval[] {
  const places = placesOf(view, 2 * DENSE_SHORTEST);
  const found: Interval[] = [];
  for (const secret of secrets) {
    const least = Math.min(shortest, Math.ceil(secret.length / 2));
    for (let length = Math.min(secret.length, 2 * DENSE_SHORTEST) - 1; length >= least; length--) {
      const last = places.end.slice(-length);
      const first = places.start.slice(0, length);
      if (
        last.length === length &&
        last.every((at, index) => DENSE[view.bytes[at] ?? 0] === secret[index]) &&
        !isKnown(secret.subarray(0, length))
      )
        found.push([view.starts[last[0] ?? 0] ?? 0, view.ends[last.at(-1) ?? 0] ?? 0]);
      const rest = secret.length - length;
      if (
        first.length === length &&
        first.every((at, index) => DENSE[view.bytes[at] ?? 0] === secret[rest + index]) &&
        !isKnown(secret.subarray(rest))
      )
        found.push([view.starts[first[0] ?? 0] ?? 0, view.ends[first.at(-1) ?? 0] ?? 0]);
    }
  }
  return found;
}

/** Where the first and the last symbols that count stand. */
function placesOf(view: View, count: number): { readonly start: readonly number[]; readonly end: readonly number[] } {
  const start: number[] = [];
  const end: number[] = [];
  for (let at = 0; at < view.length && start.length < count; at++) if (DENSE[view.bytes[at] ?? 0] !== 0) start.push(at);
  for (let at = view.length - 1; at >= 0 && end.length < count; at--) if (DENSE[view.bytes[at] ?? 0] !== 0) end.unshift(at);
  return { start, end };
}
