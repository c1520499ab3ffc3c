/** Deeper values are not laid out: their indentation would be longer than they are. */
const DEEPEST = 40;

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;

/**
 * A body for people: JSON is laid out, each token as it was sent, any other text stays as it is.
 *
 * @param text a body, whole or cut
 */
export function layOut(text: string): string {
  if (!isJson(text)) return text;
  const tokens = text.match(TOKEN) ?? [];
  let depth = 0;
  let laid = '';
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (token === '{' || token === '[') depth += 1;
    if (next === '}' || next === ']') depth -= 1;
    if (depth > DEEPEST) return text;
    const breaks = token === ',' || (token === '{' || token === '[') !== (next === '}' || next === ']');
    laid += token + (token === ':' ? ' ' : breaks && next !== undefined ? `\n${'  '.repeat(depth)}` : '');
  }
  return laid;
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
