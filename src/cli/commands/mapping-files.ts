import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { reasonOf, UsageError } from '../../config/usage-error.js';
import { LARGEST_IMPORT, tooLarge } from '../../mapping/import.js';

/** A document to import; reading it may have failed. */
export interface Document {
  /** As it was named, or found below a folder. */
  readonly file: string;
  /** Reads it. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** No folder of tutorials holds more. */
const MOST_FILES = 5000;

/**
 * The documents that were named; a folder stands for the Markdown and JSON files in it.
 *
 * @param paths files, folders, `-` for standard input
 * @param cwd working directory
 * @throws UsageError for a path that does not exist, and a folder without documents
 */
export function documentsAt(paths: readonly string[], cwd: string): { documents: Document[]; many: boolean } {
  const documents = paths.flatMap((path): Document[] => {
    if (path === '-') return [{ file: '-', bytes: readStdin }];
    const full = resolve(cwd, path);
    if (!isFolder(path, full)) return [{ file: path, bytes: () => readBounded(path, full) }];
    const names = readdirSync(full, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:md|markdown|json)$/i.test(name) && !/(?:^|[/\\])(?:\.|node_modules[/\\])/.test(name))
      .sort();
    if (names.length === 0) throw new UsageError(`${path}: there is no .md or .json file in this folder`);
    if (names.length > MOST_FILES) throw new UsageError(`${path}: this folder holds more than ${MOST_FILES} documents`);
    return names.map((name) => ({ file: join(path, name), bytes: () => readBounded(join(path, name), join(full, name)) }));
  });
  return { documents, many: documents.length > 1 || paths.some((path) => path !== '-' && isFolder(path, resolve(cwd, path))) };
}

function isFolder(path: string, full: string): boolean {
  try {
    return statSync(full).isDirectory();
  } catch (error) {
    throw new UsageError(`${path}: ${reasonOf(error)}`);
  }
}

async function readBounded(path: string, full: string): Promise<Uint8Array> {
  const stat = statSync(full);
  if (stat.isFile() && stat.size > LARGEST_IMPORT) throw new UsageError(`${path}:1: ${tooLarge()}`);
  try {
    return stat.isFile() ? readFileSync(full) : await collect(createReadStream(full), path);
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${path}: ${reasonOf(error)}`);
  }
}

async function readStdin(): Promise<Uint8Array> {
  return await collect(createReadStream('', { fd: 0, autoClose: false }), '-');
}

async function collect(stream: AsyncIterable<unknown>, path: string): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    if (!(part instanceof Buffer)) continue;
    parts.push(part);
    size += part.length;
    if (size > LARGEST_IMPORT) throw new UsageError(`${path}:1: ${tooLarge()}`);
  }
  return Buffer.concat(parts);
}
