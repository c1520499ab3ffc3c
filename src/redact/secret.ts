import { base64Of, charactersOf, hexOf } from './encodings.js';
import { compile, type Interval, type Pattern } from './pattern.js';

/** Shorter secrets stand in ordinary words and numbers all the time. */
const SHORT = 4;

/** So many characters of a secret's start or end are taken for a part of it where a text was cut. */
const PART = 8;

/** What closes an excerpt that was cut: an ellipsis, a quotation mark. */
const CLOSING = /[.…"'`)\]}\s]{0,8}$/;
const OPENING = /^[.…"'`([{\s]{0,8}/;

/**
 * Prepares the search for one secret in every encoding: as it is, escaped for JSON, URLs, HTML, XML and shells (also
 * twice, or in part), in hexadecimal, and in base64 wherever it stands in the encoded text.
 *
 * A secret of fewer than four characters is looked for only as a whole word, and not in hexadecimal or base64, where so
 * few characters turn up by chance: replacing them everywhere would make a report unreadable and hide nothing, since
 * such a secret can be guessed in seconds.
 *
 * @param secret the secret; one that is empty or blank is never found
 */
export function secretFinder(secret: string): Pattern {
  if (secret.trim() === '') return { find: () => [] };
  if (secret.length < SHORT) return compile(charactersOf(secret), true);
  const patterns = [charactersOf(secret), hexOf(secret), base64Of(secret, 0), base64Of(secret, 1), base64Of(secret, 2)].map((each) =>
    compile(each),
  );
  return { find: (text) => [...patterns.flatMap((pattern) => pattern.find(text)), ...cutParts(text, secret)] };
}

/** A body that was cut at a limit, or an excerpt of one, may end or begin in the middle of the secret. */
function cutParts(text: string, secret: string): Interval[] {
  if (secret.length <= PART) return [];
  const found: Interval[] = [];
  const end = text.length - (CLOSING.exec(text.slice(-PART))?.[0].length ?? 0);
  for (const to of new Set([text.length, end])) {
    const start = Math.max(0, to - secret.length);
    const tail = text.slice(start, to);
    for (let at = tail.indexOf(secret.slice(0, PART)); at >= 0; at = tail.indexOf(secret.slice(0, PART), at + 1)) {
      if (secret.startsWith(tail.slice(at))) {
        found.push([start + at, to]);
        break;
      }
    }
  }
  const begin = OPENING.exec(text.slice(0, PART))?.[0].length ?? 0;
  for (const from of new Set([0, begin])) {
    const head = text.slice(from, from + secret.length);
    const ending = secret.slice(-PART);
    for (let at = head.lastIndexOf(ending); at >= 0; at = at === 0 ? -1 : head.lastIndexOf(ending, at - 1)) {
      if (secret.endsWith(head.slice(0, at + PART))) {
        found.push([from, from + at + PART]);
        break;
      }
    }
  }
  return found;
}
