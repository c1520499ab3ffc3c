import { escapeTerminal } from './terminal.js';

/**
 * Makes a text fit for the message of a workflow command of GitHub Actions: line breaks stay, nothing in it ends the command or
 * begins another one.
 *
 * @param text any text
 */
export function escapeCommandData(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeTerminal(line).replaceAll('%', '%25'))
    .join('%0A');
}

/**
 * The same for a property of a command, such as its title or file.
 *
 * @param text any text
 */
export function escapeCommandProperty(text: string): string {
  return escapeTerminal(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
