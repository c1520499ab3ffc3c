import type { AttributePath, CompareOperator, Filter } from './expression.js';
import type { Reader } from './reader.js';

/** How deep parentheses, `not` and brackets may nest. */
export const MAX_DEPTH = 64;

/** How many comparisons a filter may hold: a long chain is a deep tree as well. */
export const MAX_EXPRESSIONS = 1000;

const OPERATORS: ReadonlySet<string> = new Set<CompareOperator>(['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le']);

/** `ATTRNAME` of RFC 7644 figure 1, and `$ref`, which the grammar forgets. */
const NAME = /^[A-Za-z$_][A-Za-z0-9$_-]*$/;

/** An attribute path without its brackets. */
type PlainPath = Pick<AttributePath, 'urn' | 'attribute' | 'sub'>;

/**
 * Reads an attribute path with its value filter (RFC 7644 §3.5.2 `PATH`).
 *
 * @param reader stands at the path's first character
 * @param depth levels of nesting around the path
 */
export function readPath(reader: Reader, depth: number): AttributePath {
  const start = reader.offset;
  const path = readPlainPath(reader);
  if (reader.peek() !== '[') return path;
  if (path.attribute === undefined) reader.fail('a value filter needs an attribute');
  if (path.sub !== undefined) reader.fail('a value filter stands after the attribute, not after the sub-attribute', start);
  reader.expect('[');
  const filter = readOr(reader, depth + 1, true);
  reader.skipSpace();
  reader.expect(']');
  if (!reader.accept('.')) return { ...path, filter };
  const sub = reader.peekWord();
  if (!NAME.test(sub)) reader.fail('the name of a sub-attribute expected');
  reader.offset += sub.length;
  return { ...path, filter, sub };
}

/**
 * Reads a filter (RFC 7644 §3.4.2.2 `FILTER`).
 *
 * @param reader stands at the filter's first character
 * @param depth levels of nesting around the filter
 */
export function readFilter(reader: Reader, depth: number): Filter {
  return readOr(reader, depth, false);
}

function readOr(reader: Reader, depth: number, inBrackets: boolean): Filter {
  if (depth > MAX_DEPTH) reader.fail(`nested more than ${MAX_DEPTH} levels deep`);
  let left = readAnd(reader, depth, inBrackets);
  while (acceptWord(reader, 'or')) left = { kind: 'or', left, right: readAnd(reader, depth, inBrackets) };
  return left;
}

function readAnd(reader: Reader, depth: number, inBrackets: boolean): Filter {
  let left = readTerm(reader, depth, inBrackets);
  while (acceptWord(reader, 'and')) left = { kind: 'and', left, right: readTerm(reader, depth, inBrackets) };
  return left;
}

function readTerm(reader: Reader, depth: number, inBrackets: boolean): Filter {
  reader.skipSpace();
  if (acceptNot(reader)) return { kind: 'not', filter: readGroup(reader, depth, inBrackets) };
  if (reader.peek() === '(') return readGroup(reader, depth, inBrackets);
  return readExpression(reader, depth, inBrackets);
}

function readGroup(reader: Reader, depth: number, inBrackets: boolean): Filter {
  reader.expect('(');
  const filter = readOr(reader, depth + 1, inBrackets);
  reader.skipSpace();
  reader.expect(')');
  return filter;
}

/** `attrExp` or `valuePath`; a value path that an operator follows is Entra's form of a comparison. */
function readExpression(reader: Reader, depth: number, inBrackets: boolean): Filter {
  reader.countExpression(MAX_EXPRESSIONS);
  const start = reader.offset;
  const path = readPath(reader, depth);
  if (path.filter !== undefined && inBrackets) reader.fail('a value filter inside a value filter', start);
  reader.skipSpace();
  const word = reader.peekWord().toLowerCase();
  if (path.filter !== undefined && path.sub === undefined && word !== 'pr' && !OPERATORS.has(word)) {
    const { filter, ...rest } = path;
    return { kind: 'valuePath', path: rest, filter };
  }
  if (word === 'pr') {
    reader.offset += word.length;
    return { kind: 'present', path };
  }
  if (!isOperator(word)) return reader.fail(word === '' ? 'an operator is missing' : `the operator "${word}" is not supported`);
  if (path.attribute === undefined) reader.fail('a comparison needs an attribute', start);
  reader.offset += word.length;
  reader.skipSpace();
  return { kind: 'compare', path, op: word, value: readValue(reader) };
}

function readValue(reader: Reader): string | number | boolean | null {
  if (reader.peek() === '"') return reader.readString();
  const word = reader.peekWord();
  const literal = word.toLowerCase();
  if (literal === 'true' || literal === 'false' || literal === 'null') {
    reader.offset += word.length;
    return literal === 'null' ? null : literal === 'true';
  }
  const start = reader.offset;
  const number = reader.readNumber();
  if (number === undefined || reader.offset !== start + word.length) {
    return reader.fail(word === '' ? 'a value is missing' : 'the value must be a quoted string, a number, true, false or null', start);
  }
  return number;
}

/** Consumes a logical operator, if it comes next as a word of its own. */
function acceptWord(reader: Reader, word: string): boolean {
  const before = reader.offset;
  reader.skipSpace();
  if (reader.peekWord().toLowerCase() !== word) {
    reader.offset = before;
    return false;
  }
  reader.offset += word.length;
  return true;
}

/** Consumes `not` when a group follows; otherwise it may be the name of an attribute. */
function acceptNot(reader: Reader): boolean {
  const before = reader.offset;
  if (!acceptWord(reader, 'not')) return false;
  reader.skipSpace();
  if (reader.peek() === '(') return true;
  reader.offset = before;
  return false;
}

function isOperator(word: string): word is CompareOperator {
  return OPERATORS.has(word);
}

function readPlainPath(reader: Reader): PlainPath {
  const known = readKnownUrn(reader);
  if (known !== undefined) return known;
  const word = reader.peekWord();
  const colon = word.lastIndexOf(':');
  const names = splitNames(word.slice(colon + 1));
  if (names === undefined || colon === 0)
    return reader.fail(word === '' ? 'the name of an attribute is missing' : `"${word}" is no attribute path`);
  reader.offset += word.length;
  return colon < 0 ? names : { urn: word.slice(0, colon), ...names };
}

/** A path that starts with a known URN, the longest that leads to a well-formed path. */
function readKnownUrn(reader: Reader): PlainPath | undefined {
  const candidates = reader.urns.filter((urn) => urn.includes(':') && startsWith(reader, urn));
  candidates.sort((a, b) => b.length - a.length);
  for (const urn of candidates) {
    const start = reader.offset;
    reader.offset += urn.length;
    const word = reader.peekWord();
    if (word === '') return { urn };
    const names = /^[:.]/.test(word) ? splitNames(word.slice(1)) : undefined;
    if (names !== undefined) {
      reader.offset += word.length;
      return { urn, ...names };
    }
    reader.offset = start;
  }
  return undefined;
}

function startsWith(reader: Reader, urn: string): boolean {
  return reader.text.slice(reader.offset, reader.offset + urn.length).toLowerCase() === urn.toLowerCase();
}

/** `attribute` or `attribute.sub`; undefined when it is neither. */
function splitNames(text: string): { attribute: string; sub?: string } | undefined {
  const dot = text.indexOf('.');
  const attribute = dot < 0 ? text : text.slice(0, dot);
  if (!NAME.test(attribute)) return undefined;
  if (dot < 0) return { attribute };
  const sub = text.slice(dot + 1);
  return NAME.test(sub) ? { attribute, sub } : undefined;
}
