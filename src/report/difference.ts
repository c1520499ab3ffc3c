import { diffArrays, diffWordsWithSpace } from 'diff';
import { isObject, type Json } from '../scim/json.js';

/** A piece of one of two texts that are compared. */
export interface Piece {
  readonly text: string;
  /** The other text has it, too. */
  readonly common: boolean;
}

/** Two texts, in pieces. */
export interface Difference {
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
}

/** What another form of a write has shown, behind the value that is expected. */
const SHOWN_BY_TRIAL = /: the same request is (?:accepted|carried out) .*$/s;

/** How a value was seen, before it. */
const SEEN_BY_READ = /^\d{3}, then GET: /;

/**
 * What was expected and what came, word by word. A sentence about another form of the request is no value: nothing that came could be
 * like it.
 *
 * @param expected as a finding words it
 * @param received likewise
 */
export function expectedApart(expected: string, received: string): Difference {
  const sentence = SHOWN_BY_TRIAL.exec(expected)?.[0] ?? '';
  const place = SEEN_BY_READ.exec(received)?.[0] ?? '';
  const { left, right } = wordsApart(expected.slice(0, expected.length - sentence.length), received.slice(place.length));
  const same = (text: string): Piece[] => (text === '' ? [] : [{ text, common: true }]);
  return { left: [...left, ...same(sentence)], right: [...same(place), ...right] };
}

/** Beyond so many changes two texts have nothing to do with each other, and to compare them takes long. */
const MOST_CHANGES = 400;

/**
 * Two texts of a line each, word by word. Texts that have little in common are not taken apart: single words that both happen to
 * have would only disturb.
 *
 * @param left any text
 * @param right any text
 */
export function wordsApart(left: string, right: string): Difference {
  const changes = diffWordsWithSpace(left, right, { maxEditLength: MOST_CHANGES }) ?? [];
  const common = changes.reduce((sum, { value, added, removed }) => (added || removed ? sum : sum + value.length), 0);
  const isAlike = 2 * common >= Math.min(left.length, right.length) && 4 * common >= Math.max(left.length, right.length);
  return isAlike ? apart(changes.map(({ value, ...how }) => ({ ...how, value: [value] }))) : whollyApart([left], [right]);
}

/**
 * Two JSON values, laid out in lines. The members of the right one stand in the order of the left one, where it has them, so that
 * only what differs is marked.
 *
 * @param left a value
 * @param right a value
 * @param most lines of each that are compared
 */
export function linesApart(left: Json, right: Json, most: number): Difference {
  const lines = (value: Json): string[] => JSON.stringify(value, null, 2).split('\n').slice(0, most);
  const [before, after] = [lines(left), lines(inOrderOf(left, right))];
  const isSame = (one: string, other: string): boolean => one.replace(/,$/, '') === other.replace(/,$/, '');
  const changes = diffArrays(before, after, { comparator: isSame, maxEditLength: MOST_CHANGES });
  return changes === undefined ? whollyApart(before, after) : apart(changes);
}

interface Change {
  readonly value: readonly string[];
  readonly added: boolean;
  readonly removed: boolean;
}

function apart(changes: readonly Change[]): Difference {
  const pieces = (not: 'added' | 'removed'): Piece[] =>
    changes
      .filter((change) => !change[not])
      .flatMap(({ value, added, removed }) => value.map((text) => ({ text, common: !added && !removed })));
  return { left: pieces('added'), right: pieces('removed') };
}

function whollyApart(left: readonly string[], right: readonly string[]): Difference {
  const pieces = (texts: readonly string[]): Piece[] => texts.map((text) => ({ text, common: false }));
  return { left: pieces(left), right: pieces(right) };
}

/** Values are not looked into any deeper. */
const DEEPEST = 20;

function inOrderOf(model: Json, value: Json, depth = 0): Json {
  if (depth > DEEPEST) return value;
  if (Array.isArray(model) && Array.isArray(value)) return value.map((each, at) => inOrderOf(model[at] ?? null, each, depth + 1));
  if (!isObject(model) || !isObject(value)) return value;
  const known = Object.keys(model).filter((key) => Object.hasOwn(value, key));
  const keys = [...known, ...Object.keys(value).filter((key) => !known.includes(key))];
  return Object.fromEntries(keys.map((key) => [key, inOrderOf(model[key] ?? null, value[key] ?? null, depth + 1)]));
}
