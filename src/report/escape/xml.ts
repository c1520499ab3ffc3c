import { escapeTerminal } from './terminal.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/**
 * Makes a text fit for XML 1.0, as element content. Characters that XML 1.0 forbids even as a reference (§2.2 `Char`), and all
 * others that hide or act, become visible escapes; line breaks stay. `>` is always written as a reference, so `]]>` cannot occur.
 *
 * @param text any text; may hold lone surrogates
 */
export function escapeXml(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeTerminal(line).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? ''))
    .join('\n');
}

/**
 * The same for an attribute's value: a line break would be read back as a space (§3.3.3), so it becomes a visible escape.
 *
 * @param text any text; may hold lone surrogates
 */
export function escapeXmlAttribute(text: string): string {
  return escapeXml(text.replaceAll('\n', '\\u000a'));
}
