import { existsSync, realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { isFolder } from './folder.js';
import { SAMPLE, SETTINGS, type SettingName } from './settings.js';
import { UsageError } from './usage-error.js';
import { looksLikeFile } from './values.js';

/**
 * What a file that nobody named must not decide, and why. It may come with a pull request, and CI runs it with a token that
 * whoever wrote it does not have.
 */
const REFUSED: Partial<Record<SettingName, string>> = {
  target: 'it would say who gets the token',
  tokenEnv: 'it would say which secret is sent',
  tokenFile: 'it would say which file is sent',
  oauthTokenUrl: 'it would say who gets the client secret',
  oauthClientId: 'it would say in whose name a token is asked for',
  oauthClientSecretFile: 'it would say which file is sent',
  oauthParameter: 'it would say what is sent to the token endpoint',
  oauthKey: 'it would say which key signs',
  oauthClaim: 'it would say what is signed with your key',
  oauthAssertionFile: 'it would say which file is sent',
  oauthAssertionCommand: 'it would run a command',
  proxy: 'it would say through whom the token goes',
  ca: 'it would say whose certificates are trusted',
  ledger: 'it would say where files are written',
  repro: 'it would say where files are written',
  rerunFailed: 'it would say which files are read',
  updateBaseline: 'it would say that a file is written',
};

/**
 * Refuses a setting of a `scim-check.yaml` that was found in the working directory and not named, where it could send a token
 * elsewhere, or read or write files outside the folder.
 *
 * @param name the setting
 * @param entry as the file has it
 * @param directory the file's folder
 * @throws UsageError that says what to do instead
 */
export function refuseFromFoundFile(
  name: SettingName,
  entry: { readonly texts: readonly string[]; readonly from: string },
  directory: string,
): void {
  const why = reasonAgainst(name, entry.texts, directory);
  if (why === undefined) return;
  const setting = SETTINGS[name].name;
  throw new UsageError(
    `${entry.from}: ${setting} does not count from a file that was found and not named: ${why}`,
    `Name the file, if you trust what is in it: --config ${entry.from.replace(/(:\d+)*$/, '')}; or give --${setting} yourself.`,
  );
}

function reasonAgainst(name: SettingName, texts: readonly string[], directory: string): string | undefined {
  if (name === 'target' && texts.every((text) => text.trim().toLowerCase() === SAMPLE)) return undefined;
  if (name === 'report') return texts.some((text) => /=(?!-?$)/.test(text)) ? 'it would say where files are written' : undefined;
  if (name === 'scenario' || name === 'mapping' || name === 'baseline') {
    const outside = texts
      .filter((text) => looksLikeFile(text) || isFolder(resolve(directory, text)))
      .some((text) => !isInside(resolve(directory, text), directory));
    return outside ? 'the file is outside its folder' : undefined;
  }
  return REFUSED[name];
}

/** Links are followed. What does not exist is told by whoever reads it. */
function isInside(path: string, directory: string): boolean {
  const below = (each: string, folder: string): boolean => !relative(folder, each).startsWith('..');
  if (!below(path, directory)) return false;
  return !existsSync(path) || below(realpathSync(path), realpathSync(directory));
}
