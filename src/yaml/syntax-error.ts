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
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') return { message, hint: 'Text that holds a colon and a blank must stand in quotes.' };
  if (error.code === 'BAD_SCALAR_START') return { message, hint: 'Put the text in quotes.' };
  if (/\[type eq/.test(line))
    return { message, hint: 'A path with brackets must stand in single quotes, as in \'emails[type eq "work"].value\'.' };
  return { message };
}

function firstLower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
