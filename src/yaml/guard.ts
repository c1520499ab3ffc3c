import { Lexer } from 'yaml';

/** Collections inside collections: a scenario needs about ten, a SCIM body in it a few more. */
const DEEPEST = 64;
/** Tokens of one file: some thousand lines of YAML. */
const MOST_TOKENS = 100_000;

/** Why a text is not given to the YAML parser. `offset` counts UTF-16 code units. */
export interface Refusal {
  readonly offset: number;
  readonly message: string;
}

/**
 * Measures a YAML text before it is parsed: the parser is recursive, and text that nests a thousand levels deep exhausts its stack.
 * The lexer is not, so depth and amount are counted on its tokens, and counting stops at the limit.
 *
 * @param text YAML text
 * @returns undefined when the text is safe to parse
 */
export function refuseExcess(text: string): Refusal | undefined {
  let offset = 0;
  let tokens = 0;
  let flow = 0;
  let compact = 0;
  let atLineStart = true;
  let indents: number[] = [];
  let column = 0;
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > MOST_TOKENS) return { offset, message: `the file has more than ${MOST_TOKENS} words and signs` };
    const blank = /^[ \t]*$/.test(token);
    if (atLineStart && !blank && flow === 0 && !MARKERS.has(token)) {
      indents = [...indents.filter((indent) => indent < column), column];
      atLineStart = false;
    }
    if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
    else if (token === FLOW_END) flow = 0;
    else if (flow === 0 && (token === '-' || token === '?' || token === ':')) compact += 1;
    if (flow + compact + indents.length > DEEPEST) return { offset, message: `the file nests more than ${DEEPEST} levels deep` };
    if (token.startsWith('\n') || token.startsWith('\r\n')) {
      atLineStart = true;
      column = 0;
      if (flow === 0) compact = 0;
    } else if (!MARKERS.has(token)) {
      column = token.includes('\n') ? 0 : column + token.length;
      if (token.includes('\n')) atLineStart = true;
    }
    if (!MARKERS.has(token)) offset += token.length;
  }
  return undefined;
}

/** The lexer's own signs, which stand for no text: document start, flow end, scalar follows. */
const FLOW_END = '\u0018';
const MARKERS: ReadonlySet<string> = new Set(['\u0002', FLOW_END, '\u001f']);
