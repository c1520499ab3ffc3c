import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { placeInSource } from './compiled-sources.js';

const pathOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The first place of a text in a file. */
function placeOf(file: string, text: string) {
  const before = readFileSync(file, 'utf8').split(text)[0]?.split('\n') ?? [];
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

it.each([
  ['base/text-width', '.ts', 'segmenter.segment(piece)'],
  ['report/html/page', '.tsx', 'export function'],
])('a failing test names the source: %s', (path, ending, text) => {
  expect(placeInSource(placeOf(pathOf(`.compiled/${path}.js`), text))).toEqual(placeOf(pathOf(`src/${path}${ending}`), text));
});

it('and other files as they are', () => {
  const place = { file: pathOf('test/base/text-width.test.ts'), line: 3, column: 1 };
  expect(placeInSource(place)).toEqual(place);
  expect(placeInSource({ ...place, file: pathOf('.compiled/no/such.js') })).toEqual({ ...place, file: pathOf('.compiled/no/such.js') });
});
