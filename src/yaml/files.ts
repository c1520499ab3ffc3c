import { readdirSync, readFileSync, statSync } from 'node:fs';
import { defined } from '../base/defined.js';
import type { Diagnostic } from './diagnostic.js';
import { LARGEST_BYTES } from './document.js';
import { lineOf } from './lines.js';

/** A file's text, with its path as shown to people. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** No directory of scenarios or mappings holds more. */
const MOST_FILES = 2000;

/**
 * Reads all YAML files below a directory.
 *
 * @param directory its path
 * @param shown how the directory is called towards people
 * @returns the texts, sorted by name
 */
export function readYamlFilesBelow(directory: string, shown: string): SourceFile[] {
  return yamlFilesBelow(directory).map((name) => ({ file: `${shown}/${name}`, text: readFileSync(`${directory}/${name}`, 'utf8') }));
}

/**
 * Reads YAML files, and all `.yaml` and `.yml` files below directories.
 *
 * @param paths files and directories, relative to the working directory or absolute
 * @returns the texts in a stable order, without duplicates, and what could not be read
 */
export function collectYamlFiles(paths: readonly string[]): { files: SourceFile[]; problems: Diagnostic[] } {
  const files = new Map<string, SourceFile>();
  const problems: Diagnostic[] = [];
  for (const path of paths) {
    try {
      const names = statSync(path).isDirectory() ? yamlFilesBelow(path).map((name) => `${path.replace(/[/\\]+$/, '')}/${name}`) : [path];
      if (names.length === 0) problems.push(unreadable(path, 'there is no .yaml file in this directory'));
      for (const name of names) {
        if (files.has(name)) continue;
        const read = readYamlFile(name);
        if ('text' in read) files.set(name, read);
        else problems.push(read);
      }
    } catch (error) {
      problems.push(unreadable(path, reasonOf(error)));
    }
  }
  return { files: [...files.values()], problems };
}

/**
 * Reads one YAML file as UTF-8.
 *
 * @param file its path
 * @returns the text, or why it cannot be used: missing, larger than 1 MiB, not UTF-8
 */
export function readYamlFile(file: string): SourceFile | Diagnostic {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return unreadable(file, 'this is not a file');
    if (stat.size > LARGEST_BYTES) return unreadable(file, 'the file is larger than 1 MiB', 'Split it into several files.');
    return decodeFile(file, readFileSync(file));
  } catch (error) {
    return unreadable(file, reasonOf(error));
  }
}

/**
 * Decodes a file's bytes.
 *
 * @param file its path as shown to people
 * @param bytes its content
 * @returns the text, or a problem at the first byte that is not UTF-8
 */
export function decodeFile(file: string, bytes: Uint8Array): SourceFile | Diagnostic {
  try {
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const valid = validPrefix(bytes);
    const before = valid.split('\n');
    const line = before.length;
    const column = (before.at(-1) ?? '').length + 1;
    const lineText = lineOf(new TextDecoder().decode(bytes), line);
    const message = 'the file is not UTF-8 text';
    return { position: { file, line, column }, message, hint: 'Save it with the encoding UTF-8.', lineText, stage: 'yaml' };
  }
}

/** The longest beginning that is UTF-8: found by halving, because decoding says only that there is a fault. */
function validPrefix(bytes: Uint8Array): string {
  let low = 0;
  let high = bytes.length;
  const decode = (end: number): string | undefined => {
    try {
      // `stream` tolerates a character that is cut off at the end.
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
    } catch {
      return undefined;
    }
  };
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decode(middle) === undefined) high = middle - 1;
    else low = middle;
  }
  return decode(low) ?? '';
}

/** Relative paths of the YAML files below a directory, sorted, with `/` between the parts. */
function yamlFilesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.ya?ml$/i.test(name) && !/(^|\/)(\.|node_modules\/)/.test(name))
    .sort()
    .slice(0, MOST_FILES);
}

function unreadable(file: string, message: string, hint?: string): Diagnostic {
  return { position: { file, line: 1, column: 1 }, message, ...defined({ hint }), lineText: '', stage: 'yaml' };
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file or directory';
  if (code === 'EACCES' || code === 'EPERM') return 'reading this is not permitted';
  return `this cannot be read (${code ?? 'unknown reason'})`;
}
