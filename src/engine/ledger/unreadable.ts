import { lstat, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** A file that looks like a ledger by its name and is none. */
export interface Unreadable {
  readonly file: string;
  /** One sentence. */
  readonly message: string;
}

/** What was told before, one file a line. */
const REPORTED = 'told';

/**
 * The files that have not been told yet, or have changed since: whoever cleans up every night need not hear of the same foreign file
 * for ever. The files themselves stay as they are.
 *
 * @param directory of the ledgers
 * @param unreadable all that cannot be read now
 * @returns one sentence each
 */
export async function newlyUnreadable(directory: string, unreadable: readonly Unreadable[]): Promise<string[]> {
  const place = join(directory, REPORTED);
  const reported = new Set((await readFile(place, 'utf8').catch(() => '')).split('\n'));
  const lines = await Promise.all(unreadable.map(async ({ file }) => await stateOf(file)));
  const news = unreadable.filter((_each, index) => !reported.has(lines[index] ?? ''));
  if (unreadable.length === 0) await rm(place, { force: true }).catch(() => undefined);
  // Where nothing can be written it is told again.
  else await writeFile(place, `${lines.join('\n')}\n`, { mode: 0o600 }).catch(() => undefined);
  return news.map(({ message }) => `${message} It stays as it is, and is not told again.`);
}

/** A file as it is now: another one of its name is another. */
async function stateOf(file: string): Promise<string> {
  return await lstat(file).then(
    ({ size, mtimeMs }) => JSON.stringify([basename(file), size, mtimeMs]),
    () => JSON.stringify([basename(file)]),
  );
}
