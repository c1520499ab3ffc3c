import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Shorter texts are no secrets that are worth the name, and messages are clearer with them. */
const SHORTEST = 8;

/** What stands in place of a text that is not repeated. */
const LEFT_OUT = '…';

/** A guess of what was meant, unless it is made of what was given. */
const MEANT = /Did you mean (?!https?:)/;

/** Texts of our own that are asked for by name. */
const ORDINARY = [
  // URLs, of which messages show no more than host and path; hosts without a scheme.
  /^https?:\/\//i,
  /^[a-z0-9-]{1,30}(\.[a-z0-9-]{1,30})*\.[a-z]{2,15}(:\d{1,5})?(\/[\w./-]*)?$/,
  // Files by their ending, also behind the name of a report.
  /^([a-z]+=)?[\w./\\: @~-]*\.(ya?ml|json|ndjson|xml|md|txt|pem|crt|cer)$/i,
  /^\.{1,2}[\\/]/,
];

/**
 * Leaves out of a message what was given on the command line or in a variable and may be a secret in the wrong place:
 * `--token-env SECRET`, `--client SECRET`, `run SECRET`. The message names the option, and says what was probably meant.
 *
 * @param message text for people
 * @param given arguments, and values of settings from the environment
 * @param cwd working directory: what names a file there is none
 */
export function withoutRepeating(message: string, given: readonly string[], cwd: string): string {
  const suspects = given
    .flatMap((text) => {
      const [name = '', ...rest] = text.split('=');
      return text.startsWith('-') ? [rest.join('=')] : [text, name, rest.join('=')];
    })
    .filter((text) => text.length >= SHORTEST && !isOrdinary(text, cwd))
    .flatMap((text) => [text, JSON.stringify(text).slice(1, -1)])
    .sort((one, other) => other.length - one.length);
  const lines = message.split('\n');
  const shown = lines.map((line, at) => {
    // So near to a name of our own that it is no secret.
    if (MEANT.test(line) || /^\(?Did you mean /.test(lines[at + 1] ?? '')) return line;
    return suspects.reduce((result, text) => result.replaceAll(text, LEFT_OUT), line);
  });
  return shown.join('\n');
}

/** The values of settings in the environment, by whose name messages call them. */
export function settingsIn(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(env).flatMap(([name, value]) => (name.startsWith('SCIM_CHECK_') && value !== undefined ? [value] : []));
}

function isOrdinary(text: string, cwd: string): boolean {
  return ORDINARY.some((form) => form.test(text)) || existsSync(resolve(cwd, text));
}
