import { defined } from '../base/defined.js';
import type { Config } from './resolve.js';
import { type SecretSources, secretFromFile } from './secret-text.js';
import { UsageError } from './usage-error.js';

/** The variable that holds the token unless another is named. */
export const TOKEN_VARIABLE = 'SCIM_CHECK_TOKEN';

/** The variable that holds the secret of an OAuth client. */
export const CLIENT_SECRET_VARIABLE = 'SCIM_CHECK_OAUTH_CLIENT_SECRET';

/** Where a token can be read from. */
export interface TokenSources extends SecretSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * Runs a shell command to its end; absent: none can be run.
   *
   * @returns its exit code, and what it wrote to standard output
   */
  readonly runCommand?: (command: string) => Promise<{ readonly exitCode: number; readonly output: string }>;
}

/** The token, ready to be sent, and what is worth telling about it. */
export interface Token {
  readonly secret: string;
  /** `SCIM_CHECK_TOKEN`, `file token.txt`, `standard input`. */
  readonly from: string;
  /** One sentence: what was repaired. */
  readonly notice?: string;
}

/**
 * Reads the token from the file, the variable named or SCIM_CHECK_TOKEN. Its text never stands in a message.
 *
 * @param config the settings `token-file`, `token-env` and `auth-scheme`
 * @param sources where to read
 * @throws UsageError when two places are named, when nothing is there, or when the text cannot be a token
 */
export async function readToken(config: Pick<Config, 'tokenEnv' | 'tokenFile' | 'authScheme'>, sources: TokenSources): Promise<Token> {
  const { tokenEnv, tokenFile, authScheme } = config;
  // The nearer origin wins between levels; naming both on one level leaves open which one is meant.
  if (tokenFile.value !== undefined && tokenEnv.value !== undefined && level(tokenFile.from) === level(tokenEnv.from))
    throw new UsageError(`both --token-file (${tokenFile.from}) and --token-env (${tokenEnv.from}) are given`, 'Name one of them.');
  const useFile = tokenFile.value !== undefined && (tokenEnv.value === undefined || level(tokenFile.from) < level(tokenEnv.from));
  const found = useFile ? await secretFromFile(tokenFile.value ?? '', '--token-file', sources) : fromVariable(tokenEnv, sources);
  return usable(found.text, found.from, authScheme.value);
}

/** How near an origin is: flag, environment, file. */
function level(from: string): number {
  return from.startsWith('flag ') ? 0 : from.startsWith('SCIM_CHECK_') ? 1 : 2;
}

function fromVariable(named: Config['tokenEnv'], sources: TokenSources): { text: string; from: string } {
  const name = named.value ?? TOKEN_VARIABLE;
  const text = sources.env[name];
  if (text !== undefined) return { text, from: name };
  if (named.value === undefined)
    throw new UsageError(
      'no token is given',
      `Set ${TOKEN_VARIABLE}, or name a variable (--token-env NAME) or a file (--token-file FILE, "-" for standard input).`,
    );
  // The name is not repeated: it may be the token itself, given in the wrong place.
  throw new UsageError(
    `${named.from}: the variable that it names is not set`,
    "The setting takes the name of a variable, not the token. A token that was given as a name counts as disclosed: it is in the shell's history.",
  );
}

function usable(text: string, from: string, scheme: string): Token {
  const prefixed = scheme === 'bearer' ? /^\s*bearer\s+(.*)$/is.exec(text)?.[1] : undefined;
  const secret = prefixed ?? text;
  if (secret.trim() === '') throw new UsageError(`the token from ${from} is empty`);
  if (/[\r\n]/.test(secret))
    throw new UsageError(`the token from ${from} has more than one line`, 'Only the token itself may stand there.');
  // What cannot stand in a header would fail later, with a message that could show it.
  if (/[^\t\x20-\x7e]/.test(secret)) throw new UsageError(`the token from ${from} has characters that cannot stand in an HTTP header`);
  if (secret !== secret.trim()) throw new UsageError(`the token from ${from} begins or ends with blanks`);
  if (scheme === 'basic' && !secret.includes(':'))
    throw new UsageError(`the token from ${from} is not user:password, which --auth-scheme basic needs`);
  const notice =
    prefixed === undefined ? undefined : `The token from ${from} begins with "Bearer ": the word is left out, scim-check adds it itself.`;
  return { secret, from, ...defined({ notice }) };
}
