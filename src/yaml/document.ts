import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import { defined } from '../base/defined.js';
import type { Json } from '../scim/json.js';
import type { Diagnostic } from './diagnostic.js';
import { refuseExcess } from './guard.js';
import { indexLines, lineOf } from './lines.js';
import type { Position } from './position.js';
import { structureProblems } from './structure.js';
import { syntaxProblem } from './syntax-error.js';

/** Where a value stands inside a document: map keys and list indexes from the top. */
export type Path = readonly (string | number)[];

/** A larger file is refused: no scenario or mapping comes near. */
export const LARGEST_BYTES = 1024 * 1024;
/** After so many problems a file's reader stops reading them. */
export const MOST_PROBLEMS = 100;
/** How often aliases may repeat their anchors, in all. */
const MOST_ALIASES = 100;

/** A YAML file, parsed, with a way back from each value to its place in the text. */
export interface YamlDocument {
  /** The content as JSON; undefined when the YAML is broken. */
  readonly value: Json | undefined;
  readonly problems: readonly Diagnostic[];
  /**
   * A problem at a value, or at its key.
   *
   * @param path where the value stands
   * @param message one clause
   * @param more `hint`; `at: 'key'` points at the map key; `offset` counts characters into a one-line text value or key
   */
  problem(
    path: Path,
    message: string,
    more?: { hint?: string | undefined; at?: 'key' | 'value'; offset?: number; stage?: Diagnostic['stage'] },
  ): Diagnostic;
  /** A plain value as it is written; undefined for what is no plain value. */
  source(path: Path): string | undefined;
  /** The place of a value or of its key. */
  position(path: Path, at?: 'key' | 'value', offset?: number): Position;
}

/**
 * Parses one YAML file. It never throws; work and memory are bounded whatever the text holds.
 *
 * @param text the file's text
 * @param file its path as shown to people
 */
export function readDocument(text: string, file: string): YamlDocument {
  const lines = indexLines(text);
  const place = (offset: number): Position => ({ file, ...lines.at(offset) });
  const report = (offset: number, message: string, hint?: string, stage: Diagnostic['stage'] = 'yaml'): Diagnostic => {
    const position = place(offset);
    return { position, message, ...defined({ hint }), lineText: lineOf(text, position.line), stage };
  };
  const broken = (problems: readonly Diagnostic[]): YamlDocument => ({
    value: undefined,
    problems,
    problem: (_path, message, more) => report(0, message, more?.hint, more?.stage),
    source: () => undefined,
    position: () => place(0),
  });

  if (Buffer.byteLength(text) > LARGEST_BYTES) return broken([report(0, 'the file is larger than 1 MiB', 'Split it into several files.')]);
  const refusal = refuseExcess(text);
  if (refusal !== undefined) return broken([report(refusal.offset, refusal.message)]);
  const parsed = parse(text);
  if (parsed instanceof Error) return broken([report(0, `the file cannot be read as YAML: ${parsed.message}`)]);
  const notes = [...parsed.errors, ...parsed.warnings];
  if (notes.length > 0) {
    // One slip makes the parser stumble again and again: what comes after the first is seldom a mistake of its own.
    const [first] = notes.toSorted((a, b) => a.pos[0] - b.pos[0]);
    if (first === undefined) return broken([]);
    const { message, hint } = syntaxProblem(first, lineOf(text, place(first.pos[0]).line));
    return broken([report(first.pos[0], message, hint)]);
  }
  if (parsed.contents === null || (isScalar(parsed.contents) && parsed.contents.value === null)) {
    return broken([report(0, 'the file is empty')]);
  }
  const structure = structureProblems(parsed);
  const problems = structure
    .slice(0, MOST_PROBLEMS)
    .map(({ offset, message, hint, first }) =>
      report(offset, message, first === undefined ? hint : `The first one stands in line ${place(first).line}.`),
    );
  const value = structure.some(({ isLocal }) => isLocal !== true) ? undefined : toJson(parsed);
  if (value instanceof Error) return broken([...problems, report(0, value.message)]);

  const offsetOf = (path: Path, at: 'key' | 'value', inside: number | undefined): number => locate(parsed, text, path, at, inside);
  return {
    value,
    problems,
    problem: (path, message, more = {}) =>
      report(offsetOf(path, more.at ?? 'value', more.offset), message, more.hint, more.stage ?? 'meaning'),
    source: (path) => {
      const node = parsed.getIn(path, true);
      return isScalar(node) ? node.source : undefined;
    },
    position: (path, at = 'value', inside) => place(offsetOf(path, at, inside)),
  };
}

/** Parses; uniqueness of keys is checked elsewhere, because the parser's own check is quadratic. */
function parse(text: string): Document | Error {
  try {
    return parseDocument(text, { version: '1.2', uniqueKeys: false, prettyErrors: false, stringKeys: true });
  } catch (error) {
    return error instanceof Error ? error : new Error('unknown failure');
  }
}

/** The document as JSON; the structure check has made sure that every scalar is a JSON value. */
function toJson(document: Document): Json | Error {
  try {
    const value: Json = document.toJS({ maxAliasCount: MOST_ALIASES });
    return value;
  } catch (error) {
    return new Error(/alias/i.test(String(error)) ? 'aliases repeat too much of the file' : 'the file cannot be read');
  }
}

/** The offset of the value at a path, or of the nearest thing around it that has a place of its own. */
function locate(document: Document, text: string, path: Path, at: 'key' | 'value', inside: number | undefined): number {
  let node = followed(document, document.contents);
  let pair: Pair | undefined;
  let best = startOf(node) ?? 0;
  for (const segment of path) {
    pair = undefined;
    if (isMap(node)) {
      pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(segment));
      if (pair === undefined) return best;
      best = startOf(pair.key) ?? best;
      node = followed(document, pair.value);
    } else if (isSeq(node)) {
      const item = node.items[Number(segment)];
      if (item === undefined) return best;
      node = followed(document, item);
      best = startOf(node) ?? best;
    } else return best;
  }
  const target: unknown = at === 'key' && pair !== undefined ? pair.key : node;
  const start = startOf(target);
  if (start === undefined || (isScalar(target) && target.source === '' && target.value === null)) return best;
  return start + insideOf(target, start, text, inside);
}

/** How far into a scalar's source a character of its value stands; 0 when escapes or line folds make the two differ. */
function insideOf(node: unknown, start: number, text: string, inside: number | undefined): number {
  if (inside === undefined || !isScalar(node) || typeof node.value !== 'string') return 0;
  const quote = text[start] === '"' || text[start] === "'" ? 1 : 0;
  const head = node.value.slice(0, inside);
  return text.startsWith(head, start + quote) ? quote + inside : 0;
}

/** The node that an alias stands for, or the node itself. */
function followed(document: Document, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function startOf(node: unknown): number | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range?.[0];
}
