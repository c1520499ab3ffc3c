/**
 * The ways in which software writes one character of a secret, as sources of regular expressions. A secret is then the
 * concatenation of its characters' patterns, so that any mixture is found: `a%2Fb`, `a\/b`, `a&#x2F;b`, `a%252fb`.
 * No pattern can match one text in many ways, so matching takes linear time whatever a server sends.
 */

/** A mark of an escape sequence, itself percent-encoded or not: a URL may hold text that was escaped for JSON or HTML before. */
const marked = (mark: string, hex: string): string => `(?:${mark}|%(?:25){0,4}${eitherCase(hex)})`;

const ESCAPE = marked(String.raw`\\`, '5c');
const SEMICOLON = marked(';', '3b');
const HASH = marked('#', '23');

/** `&amp;amp;#47;`: text that was escaped more than once. */
const AMPERSAND = `${marked('&', '26')}(?:amp${SEMICOLON}){0,3}`;

/** Characters that JSON or JavaScript escape with a letter. */
const LETTERS: Readonly<Record<string, string>> = { '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't' };

/** Characters that HTML and XML libraries escape by name. */
const NAMES: Readonly<Record<string, string>> = { '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos', '+': 'plus', '=': 'equals', '/': 'sol' };

/** One backslash; of the escapes, those that hold one. */
const BACKSLASH = String.raw`(?:\\(?:u005[cC]|x5[cC])|\\|%(?:(?:25){0,4}|u00)5[cC]|${AMPERSAND}${HASH}(?:0{0,4}92|[xX]0{0,4}5[cC])${SEMICOLON})`;

/**
 * The patterns of a text's characters, in order; a run of backslashes is one pattern, because each level of JSON
 * escaping doubles it.
 *
 * @param text the secret
 * @returns one source of a regular expression (without flags) per character
 */
export function charactersOf(text: string): string[] {
  const parts = text.match(/\\+|[^\\]/gu) ?? [];
  return parts.map((part, index) => {
    // What follows a run needs no escape of its own: the run takes it in. Two loops in a row would be slow on a flood.
    if (!part.startsWith('\\')) return character(part, parts[index - 1]?.startsWith('\\') === true);
    return `${BACKSLASH}{${part.length},${part.length * 8 + 7}}`;
  });
}

/**
 * The patterns of a text in base64, standard or URL alphabet, padded or not. What stands before the text (as in
 * `user:secret` or `Bearer secret`) shifts it by 0, 1 or 2 bytes; the characters at its edges then also carry bits of
 * their neighbours and are matched by the bits that are the text's.
 *
 * @param text the secret
 * @param shift bytes by which it is shifted: 0, 1 or 2
 * @returns one source of a regular expression per base64 character
 * @see RFC 4648 §4 and §5
 */
export function base64Of(text: string, shift: 0 | 1 | 2): string[] {
  const known = [...Buffer.from(text, 'utf8')].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const bits = '?'.repeat(shift * 8) + known;
  const patterns: string[] = [];
  for (let start = Math.floor((shift * 8) / 6) * 6; start < bits.length; start += 6) {
    const sextet = bits.slice(start, start + 6).padEnd(6, '?');
    const candidates = [...ALPHABET].filter((_letter, value) => fits(value, sextet));
    patterns.push(candidates.length === 1 ? base64Character(candidates[0] ?? '') : `(?:${candidates.map(base64Character).join('|')})`);
  }
  return patterns;
}

/**
 * The patterns of a text in hexadecimal, either case, with or without a separator between bytes.
 *
 * @param text the secret
 * @returns one source of a regular expression per byte
 */
export function hexOf(text: string): string[] {
  return [...Buffer.from(text, 'utf8')].map((byte, index) => `${index === 0 ? '' : '[ :-]?'}${hexDigits(byte)}`);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function fits(value: number, sextet: string): boolean {
  const bits = value.toString(2).padStart(6, '0');
  return [...sextet].every((bit, index) => bit === '?' || bit === bits[index]);
}

/** Letters and digits of base64 are never escaped; the other two may be, inside JSON or a URL. */
function base64Character(letter: string): string {
  if (letter === '+') return `(?:${character('+')}|-)`;
  if (letter === '/') return `(?:${character('/')}|_)`;
  return letter;
}

function character(letter: string, escaped = false): string {
  const code = letter.codePointAt(0) ?? 0;
  const units = Array.from({ length: letter.length }, (_unit, index) => letter.charCodeAt(index));
  // An ampersand may carry the names that escaping gave it, whichever way it is written itself.
  const ways: string[] = letter === '&' ? [`${marked('&', '26')}(?:amp${SEMICOLON}){0,4}`] : [];
  ways.push([...Buffer.from(letter, 'utf8')].map((byte) => `%(?:25){0,4}${hexDigits(byte)}`).join(''));
  ways.push(units.map((unit) => `(?:${ESCAPE}{1,4}|%)u${hexDigits(unit >> 8)}${hexDigits(unit & 0xff)}`).join(''));
  if (code < 0x100) ways.push(`${ESCAPE}{1,4}x${hexDigits(code)}`);
  // A shell is given the bytes of what it could not show, as in the curl commands of a report; of ASCII that is the line above.
  if (code > 0x7f) ways.push([...Buffer.from(letter, 'utf8')].map((byte) => `${ESCAPE}{1,4}x${hexDigits(byte)}`).join(''));
  ways.push(`${AMPERSAND}${HASH}(?:0{0,4}${code}|[xX]0{0,4}${hexNumber(code)})${SEMICOLON}`);
  const name = NAMES[letter];
  if (name !== undefined) ways.push(`${AMPERSAND}${name}${SEMICOLON}`);
  const short = LETTERS[letter];
  if (short !== undefined) ways.push(`${ESCAPE}{1,4}${short}`);
  // Last, so that an escaped ampersand or per cent sign is taken whole.
  ways.push(literal(letter));
  // Quotes and slashes are escaped with backslashes, before anything else is done to them.
  const escapes = !escaped && '"\'/'.includes(letter) ? `${ESCAPE}{0,7}` : '';
  return `${escapes}(?:${ways.join('|')})`;
}

function literal(letter: string): string {
  if (letter === ' ') return '[ +]';
  // First a POSIX shell's way to put a quote into a quoted text, as in the curl commands of a report.
  if (letter === "'") return String.raw`'\\''|'`;
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function hexDigits(byte: number): string {
  return eitherCase(byte.toString(16).padStart(2, '0'));
}

function hexNumber(code: number): string {
  return eitherCase(code.toString(16));
}

function eitherCase(hex: string): string {
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
