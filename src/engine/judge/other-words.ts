import { sentByScimCheck } from '../../client/own.js';
import type { ScimRequest } from '../../scim/message.js';

/** A search in other words. */
export interface OtherWords {
  readonly request: ScimRequest;
  /** Whoever finds nothing may not have understood it. */
  readonly mustFind: boolean;
}

/** The `filter` of a query, what stands before it, and its first letter. */
const FILTER = /([?&]filter=)([A-Za-z])/;

/** The same as far as the first letter of a text in it. */
const TEXT = /([?&]filter=[^&]*?%22)([A-Za-z0-9])/;

/**
 * The same search in other words, for a target that keeps answers: with one letter of the URL encoded (RFC 3986 §2.3), which is another
 * URL, and with one letter of the value as a JSON escape (RFC 7644 §3.4.2.2), which is another filter. Nothing else is another, as
 * targets answer other attributes, operators and forms by other code: what is wrong there would be right here, and nothing had been kept.
 *
 * @param request a search with a filter, in a client's manner
 */
export function inOtherWords(request: ScimRequest): readonly OtherWords[] {
  const own = sentByScimCheck({ ...request, purpose: 'verify' });
  const encoded = request.target.replace(FILTER, (_, name: string, letter: string) => `${name}%${hex(letter)}`);
  const escaped = request.target.replace(TEXT, (_, before: string, letter: string) => `${before}%5Cu00${hex(letter)}`);
  return [
    { request: { ...own, target: encoded }, mustFind: false },
    { request: { ...own, target: escaped }, mustFind: true },
  ].filter((other) => other.request.target !== request.target);
}

function hex(letter: string): string {
  return letter.charCodeAt(0).toString(16).toUpperCase();
}
