import { plainText } from '../base/plain-text.js';
import type { Parsed } from './expression.js';

/** A syntax error with its place. It never leaves the parser: `parseWith` turns it into a failed result. */
class SyntaxFailure extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Characters at which an unquoted word of a path or filter ends. */
const WORD_END = /[\s[\]()"]/;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** A text being parsed, with the place that has been reached and the budget that is left. */
export class Reader {
  readonly text: string;
  readonly urns: readonly string[];
  offset = 0;
  #expressions = 0;

  constructor(text: string, urns: readonly string[]) {
    this.text = text;
    this.urns = urns;
  }

  /** Ends parsing with a message about the current place, or another one. */
  fail(message: string, offset: number = this.offset): never {
    throw new SyntaxFailure(message, offset);
  }

  /** Counts one more comparison; too many of them are refused, so that trees stay shallow enough to walk. */
  countExpression(limit: number): void {
    this.#expressions += 1;
    if (this.#expressions > limit) this.fail(`more than ${limit} expressions`);
  }

  get atEnd(): boolean {
    return this.offset >= this.text.length;
  }

  /** The next character, or an empty string at the end. */
  peek(): string {
    return this.text.charAt(this.offset);
  }

  skipSpace(): void {
    while (!this.atEnd && /\s/.test(this.peek())) this.offset += 1;
  }

  /** Consumes a character if it comes next. */
  accept(character: string): boolean {
    if (this.peek() !== character) return false;
    this.offset += 1;
    return true;
  }

  /** Consumes a character or fails. */
  expect(character: string): void {
    if (!this.accept(character)) this.fail(this.atEnd ? `"${character}" is missing` : `"${character}" expected`);
  }

  /** The word that starts here, not consumed. May be empty. */
  peekWord(): string {
    let end = this.offset;
    while (end < this.text.length && !WORD_END.test(this.text.charAt(end))) end += 1;
    return this.text.slice(this.offset, end);
  }

  /** A JSON string (RFC 8259 §7), consumed; the quote comes next. */
  readString(): string {
    const start = this.offset;
    let end = start + 1;
    while (end < this.text.length && this.text.charAt(end) !== '"') end += this.text.charAt(end) === '\\' ? 2 : 1;
    if (end >= this.text.length) this.fail('the string has no end', start);
    try {
      const value: unknown = JSON.parse(this.text.slice(start, end + 1));
      this.offset = end + 1;
      return plainText(value);
    } catch {
      return this.fail('the string is not valid JSON', start);
    }
  }

  /** A JSON number (RFC 8259 §6), consumed; undefined when none comes next. */
  readNumber(): number | undefined {
    NUMBER.lastIndex = this.offset;
    const text = NUMBER.exec(this.text)?.[0];
    if (text === undefined) return undefined;
    const value = Number(text);
    if (!Number.isFinite(value)) this.fail('the number is too large');
    this.offset += text.length;
    // JSON has no way to print a negative zero back.
    return value === 0 ? 0 : value;
  }
}

/**
 * Runs a parser over a whole text.
 *
 * @param text the text
 * @param urns the URNs of the known schemas
 * @param parse reads the value; whatever it leaves behind, other than white space, is a failure
 */
export function parseWith<T>(text: string, urns: readonly string[], parse: (reader: Reader) => T): Parsed<T> {
  const reader = new Reader(text, urns);
  try {
    reader.skipSpace();
    const value = parse(reader);
    reader.skipSpace();
    if (!reader.atEnd) reader.fail(`unexpected ${JSON.stringify(reader.peek())}`);
    return { ok: true, value };
  } catch (error) {
    if (error instanceof SyntaxFailure) return { ok: false, message: error.message, offset: error.offset };
    throw error;
  }
}
