import { escapeUnseen } from './terminal.js';

/**
 * Makes finished markup fit to be shown and sent on: what a reader cannot see becomes a visible escape, line breaks stay, and
 * what a CI system would take for a command, when it prints the page, is written as character references, which a browser shows as
 * they were. It keeps markup as it is: texts must have been escaped as such before.
 *
 * @param markup HTML without scripts and styles
 */
export function escapeMarkup(markup: string): string {
  return escapeUnseen(markup, (character) => `&#${character.charCodeAt(0)};`);
}
