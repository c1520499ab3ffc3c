/**
 * Characters that a reader cannot see or that act on a terminal: control characters (C0, C1: ESC, CSI, OSC, line breaks, tabs),
 * format characters (bidi overrides and isolates, zero-width, soft hyphen, byte-order mark, tags), line and paragraph
 * separators, spaces other than U+0020 (they look like one and are none), lone surrogates, noncharacters, and whatever Unicode
 * says may be left out of the display.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/** Nothing in it is unseen, but for line breaks. */
const PLAIN = /^[\n\x20-\x7e]*$/;

/**
 * The first character of what a CI system would read as a command in a log: `::error::` (GitHub, at the start of a line, and a
 * wrapped line may start anywhere), `##[group]`, `##vso[task…]`, `##teamcity[…]` (Azure Pipelines, TeamCity: anywhere).
 * What follows the name is not looked at, so that the result is the same when more text is added behind.
 */
const LOG_COMMAND = /:(?=:[a-z])|#(?=#[a-z]*\[)/giu;

/**
 * Makes a text fit for a terminal or a CI log: one line, nothing hidden, nothing that acts. What is replaced stays visible as
 * an escape such as `\u001b`, so that two texts which differ also look different. A second pass changes nothing.
 *
 * @param text any text, from a target or not; may hold lone surrogates
 * @returns the text without line breaks and without invisible characters
 */
export function escapeTerminal(text: string): string {
  return text.replace(UNSEEN, codeEscape).replace(LOG_COMMAND, codeEscape);
}

/**
 * The same for text that already is JSON: every replaced character stands inside a string there, where `\u001b` means the
 * character itself, so the value that a reader parses is unchanged.
 *
 * @param json serialised JSON, with or without indentation
 */
export function escapeJsonText(json: string): string {
  // Nearly all events are of plain letters, which the classes of Unicode need not be asked about.
  const seen = PLAIN.test(json) ? json : json.replace(UNSEEN, (character) => (character === '\n' ? character : unitEscape(character)));
  return mayHoldCommand(seen) ? seen.replace(LOG_COMMAND, unitEscape) : seen;
}

/** JSON is full of single colons, which cost the expression more than all else. */
function mayHoldCommand(text: string): boolean {
  return text.includes('::') || text.includes('##');
}

/**
 * The same for text that has a form of its own: line breaks stay.
 *
 * @param text any text
 * @param broken writes the first character of what would be read as a command in another way
 */
export function escapeUnseen(text: string, broken: (character: string) => string): string {
  const seen = PLAIN.test(text) ? text : text.replace(UNSEEN, (character) => (character === '\n' ? character : codeEscape(character)));
  return seen.replace(LOG_COMMAND, broken);
}

/** `\u001b`; above the basic plane `\u{e0001}`. */
function codeEscape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : unitEscape(character);
}

/** One `\uXXXX` per UTF-16 code unit, as JSON wants it (RFC 8259 §7). */
function unitEscape(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}
