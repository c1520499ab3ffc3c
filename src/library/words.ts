import { SETTINGS, type SettingName } from '../config/settings.js';
import { CLIENT_SECRET_VARIABLE, TOKEN_VARIABLE } from '../config/token.js';
import { UsageError } from '../config/usage-error.js';
import { OAUTH_SETTING_OF, SETTING_OF } from './options.js';

/** What the command line calls a thing → what the library calls it. */
const OPTION_OF: ReadonlyMap<string, string> = new Map([
  ...named(SETTING_OF, ''),
  ...named(OAUTH_SETTING_OF, 'oauth.'),
  ['--oauth-client-secret-file', 'oauth.clientSecret'],
]);

function named(settings: Readonly<Record<string, SettingName>>, before: string): [string, string][] {
  return Object.entries(settings).map(([option, setting]) => [`--${SETTINGS[setting].name}`, `${before}${option}`]);
}

/**
 * Does something whose messages are those of the command line, and puts them into the words of the library.
 *
 * @param action what to do
 * @throws UsageError in the library's words
 */
export async function inOptions<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(inWords(error.message), error.hint === undefined ? undefined : inWords(error.hint));
  }
}

/** `flag --jobs: …` becomes `option jobs: …`; a value that stands behind the name of a flag stays. */
function inWords(text: string): string {
  return text
    .replace(NO_TOKEN, 'Give it: token, or oauth.')
    .replace(/^argument\b/, 'option scenarios')
    .replaceAll(CLIENT_SECRET_VARIABLE, 'the option oauth.clientSecret')
    .replaceAll(TOKEN_VARIABLE, 'the option token')
    .replace(/(?:flag )?(--[a-z][a-z-]+)/g, (written, flag: string) => {
      const option = OPTION_OF.get(flag);
      return option === undefined ? written : `option ${option}`;
    });
}

/** Where the command line looks for a token. */
const NO_TOKEN = /^Set SCIM_CHECK_TOKEN, .*$/;
