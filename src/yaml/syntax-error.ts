import type { YAMLError } from 'yaml';

/**
 * A YAML error in the words of this tool, with what to do about it.
 *
 * @param error what the parser found; its own message is kept where it is clear
 * @param line the source line in which it stands
 */
export function syntaxProblem(error: YAMLError, line: string): { message: string; hint?: string } {
  const message = firstLower(error.message.replace(/\s+/g, ' ').replace(/[.:]$/, ''));
  if (error.code === 'MULTIPLE_DOCS')
    return { message: 'the file holds more than one YAML document', hint: 'Put each into a file of its own.' };
  if (error.code === 'NON_STRING_KEY') return { message: 'a key must be plain text' };
  if (error.code === 'TAB_AS_INDENT') return { message: 'a tab stands where YAML needs blanks', hint: 'Indent with blanks only.' };
  if (error.code === 'TAG_RESOLVE_FAILED') return { message, hint: 'Tags are not needed here: write plain values.' };
  if (line.includes('${')) return { message, hint: 'Inside { } or [ ], text that holds ${…} must stand in quotes.' };
  const hint = HINTS.find(([fits]) => fits(error.code, line))?.[1];
  return hint === undefined ? { message } : { message, hint };
}

/** What is commonly behind an error, the likeliest first. */
const HINTS: readonly (readonly [fits: (code: string, line: string) => boolean, hint: string])[] = [
  [(_code, line) => /:\s*'[^']*'[^',\]}\s#]/.test(line), "Inside '…' an apostrophe is written twice: ''."],
  [(_code, line) => /:\s*"[^"]*"[^",\]}\s#]/.test(line), 'Inside "…" a quotation mark is written \\".'],
  [(_code, line) => /\[\w+ eq/.test(line), 'A path with brackets must stand in single quotes, as in \'emails[type eq "work"].value\'.'],
  [(code, line) => code === 'BLOCK_AS_IMPLICIT_KEY' && /: .*: /.test(line), 'Text that holds a colon and a blank must stand in quotes.'],
  [
    (code) => code === 'BLOCK_AS_IMPLICIT_KEY',
    'A key has a value beside it or keys below it, not both: look at the indentation of the next line.',
  ],
  [(code) => code === 'BAD_SCALAR_START', 'Put the text in quotes.'],
  [(code) => code === 'BAD_INDENT', 'Keys of one map, and items of one list, begin in the same column. A [ or { may be open above.'],
  [
    (code, line) => code === 'UNEXPECTED_TOKEN' && /^\s*[\w-]+:(\s|$)/.test(line),
    'A list (-) and keys cannot stand side by side; and a line above may lack a closing sign.',
  ],
  [(code, line) => code === 'UNEXPECTED_TOKEN' && /[\]}]\s*$/.test(line), 'There is one closing sign too many.'],
  [(code) => code === 'MISSING_CHAR', 'A quote, [ or { that is opened must be closed.'],
];
function firstLower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
