import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reasonOf, UsageError } from './usage-error.js';

/** Where secrets can be read from. */
export interface SecretSources {
  readonly cwd: string;
  /** Reads standard input to its end. */
  readonly readStdin: () => Promise<string>;
}

/** A text and where it was found: `file token.txt`, `standard input`. */
export interface FoundText {
  readonly text: string;
  readonly from: string;
}

/**
 * Reads a secret from a file or standard input. Its path never stands in a message: it may be the secret itself.
 *
 * @param path the file; `-` is standard input
 * @param option the option that names it, for messages
 * @param sources where to read
 * @throws UsageError when it cannot be read
 */
export async function secretFromFile(path: string, option: string, sources: SecretSources): Promise<FoundText> {
  if (path === '-') return { text: stripped(await sources.readStdin()), from: 'standard input' };
  try {
    return { text: stripped(await readFile(resolve(sources.cwd, path), 'utf8')), from: `file ${path}` };
  } catch (error) {
    throw new UsageError(`the file named by ${option} cannot be read: ${reasonOf(error)}`);
  }
}

/** Editors and `echo` end a file with a newline that is no part of the secret. */
function stripped(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
}
