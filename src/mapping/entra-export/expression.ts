/** How two values may be compared inside a condition. */
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** An expression of Entra's mapping editor. Offsets count characters of its text from 0. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: string | number | boolean }
  | { readonly kind: 'attribute'; readonly name: string; readonly offset: number }
  | { readonly kind: 'compare'; readonly op: Comparison; readonly left: Expression; readonly right: Expression }
  /** An argument may be empty: `Switch([x], , "a", "b")`. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly (Expression | undefined)[]; readonly offset: number };

export type ParsedExpression =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly message: string; readonly offset: number };

/** No expression nests deeper. */
const DEEPEST = 50;
const LONGEST = 10_000;

class Failure extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/**
 * Parses an expression: constants in quotes, attributes in brackets, function calls, and `=`, `<>`, `<`, `<=`, `>` or `>=` between two of them.
 *
 * @param text such as `Join(" ", [givenName], [surname])`
 * @returns the expression, or why it is none and where; never throws
 * @see https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data
 */
export function parseExpression(text: string): ParsedExpression {
  if (text.length > LONGEST) return { ok: false, message: 'the expression is too long', offset: 0 };
  const reader = new Reader(text);
  try {
    const expression = reader.expression(0);
    reader.end();
    return { ok: true, expression };
  } catch (error) {
    if (error instanceof Failure) return { ok: false, message: error.message, offset: error.offset };
    throw error;
  }
}

function comparison(written: string): Comparison {
  if (written === '!=') return '<>';
  return written === '==' ? '=' : ((['<>', '<=', '>=', '<', '>'] as const).find((each) => each === written) ?? '=');
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  expression(depth: number): Expression {
    if (depth > DEEPEST) throw new Failure('the expression nests too deeply', this.#at);
    const left = this.#operand(depth);
    this.#blanks();
    const op = this.#match(/==?|<>|!=|[<>]=?/y);
    if (op === undefined) return left;
    return { kind: 'compare', op: comparison(op), left, right: this.#operand(depth) };
  }

  end(): void {
    this.#blanks();
    if (this.#at < this.#text.length) throw new Failure('nothing more is expected here', this.#at);
  }

  #operand(depth: number): Expression {
    this.#blanks();
    const offset = this.#at;
    const character = this.#text[offset];
    if (character === '"') return { kind: 'constant', value: this.#quoted() };
    if (character === '[') return { kind: 'attribute', name: this.#bracketed(), offset };
    const hex = this.#match(/&H[0-9A-F]{1,12}\b/iy);
    if (hex !== undefined) return { kind: 'constant', value: Number.parseInt(hex.slice(2), 16) };
    const number = this.#match(/[+-]?\d+(?:\.\d+)?/y);
    if (number !== undefined) return { kind: 'constant', value: Number(number) };
    const word = this.#match(/[A-Za-z_]\w*/y);
    if (word === undefined) throw new Failure('a constant, an attribute in brackets or a function is expected', offset);
    this.#blanks();
    if (this.#text[this.#at] === '(') return { kind: 'call', name: word, args: this.#arguments(depth), offset };
    if (/^(?:true|false)$/i.test(word)) return { kind: 'constant', value: word.toLowerCase() === 'true' };
    throw new Failure(`"${word}" is neither a constant in quotes nor a function with arguments`, offset);
  }

  #arguments(depth: number): (Expression | undefined)[] {
    this.#at += 1;
    const args: (Expression | undefined)[] = [];
    this.#blanks();
    if (this.#take(')')) return args;
    for (;;) {
      this.#blanks();
      const next = this.#text[this.#at];
      args.push(next === ',' || next === ')' ? undefined : this.expression(depth + 1));
      this.#blanks();
      if (this.#take(')')) return args;
      if (!this.#take(',')) throw new Failure('"," or ")" is expected', this.#at);
    }
  }

  /** A backslash makes the quote or backslash after it plain text. */
  #quoted(): string {
    const start = this.#at;
    const found = this.#match(/"(?:[^"\\]|\\[\s\S])*"/y);
    if (found === undefined) throw new Failure('the quotation mark is never closed', start);
    return found.slice(1, -1).replace(/\\(["\\])/g, '$1');
  }

  #bracketed(): string {
    const start = this.#at;
    const found = this.#match(/\[[^\][]*(?:\[[^\][]*\][^\][]*)*\]/y);
    const name = found?.slice(1, -1).trim() ?? '';
    if (name === '') throw new Failure('an attribute in brackets is expected', start);
    return name;
  }

  #blanks(): void {
    this.#match(/\s*/y);
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return undefined;
    this.#at += found.length;
    return found;
  }
}
