import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A block of a page that makes or changes a file. */
export interface Block {
  readonly language: string;
  readonly file: string;
  readonly lines: readonly string[];
}

/**
 * The blocks of a Markdown page that name a file: fenced, with the file behind the language, indented as their list is.
 *
 * @param page the page
 */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(/^( *)```(\w+) (\S+)\n([\s\S]*?)^ *```$/gm)].map(([, indent = '', language = '', file = '', text = '']) => ({
    language,
    file,
    lines: text
      .split('\n')
      .slice(0, -1)
      .map((line) => line.slice(indent.length)),
  }));
}

/** A copy of the project with all that a build and a run need, in a folder of its own. */
export function copyOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scim-check-contributing-'));
  for (const name of ['src', 'bin', 'scripts', 'scenarios', 'schemas', 'fixtures', 'package.json', 'tsconfig.json', 'tsconfig.build.json'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return folder;
}

/**
 * Does what a block says.
 *
 * @param folder the project
 * @param block a file to make, or (`diff`) lines to take out of a file and put into it
 * @throws Error when the file has no such place
 */
export function follow(folder: string, block: Block): void {
  const path = join(folder, block.file);
  if (block.language === 'diff') {
    writeFileSync(path, patched(readFileSync(path, 'utf8'), block));
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${block.lines.join('\n')}\n`);
}

/** Lines with a blank in front say where, those with `-` what goes (their beginning is enough), those with `+` what comes. */
function patched(text: string, { file, lines }: Block): string {
  let done = '';
  let rest = text;
  for (const line of lines) {
    const [mark, content] = [line.slice(0, 1), line.slice(1)];
    if (mark === '+') {
      done += /[|,]$/.test(content) && done.endsWith('\u0000') ? content : `${content}\n`;
      continue;
    }
    const at = rest.indexOf(content);
    if (at < 0) throw new Error(`${file} has no line "${content}"`);
    const end = mark === '-' ? at + content.length : rest.indexOf('\n', at) + 1;
    done += mark === '-' ? `${rest.slice(0, at)}\u0000` : rest.slice(0, end);
    rest = rest.slice(end);
  }
  return (done + rest).replaceAll('\u0000', '');
}
