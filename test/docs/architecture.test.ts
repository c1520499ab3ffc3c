import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readModules } from '../architecture/imports.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const text = readFileSync(`${root}docs/architecture.md`, 'utf8');

/** Paths below src/, test/ and docs/ that the page names, in the picture and in the text. */
const paths = [...new Set([...text.matchAll(/\b(?:src|test)\/[\w./-]*\w/g)].map(([path]) => path.replace(/\.$/, '')))];

it('names many places', () => {
  expect(paths.length).toBeGreaterThan(25);
});

it.each(paths)('%s is there', (path) => {
  expect(existsSync(root + path)).toBe(true);
});

it.each([...text.matchAll(/\]\((decisions\/[\w-]+\.md)\)/g)].map(([, path = '']) => path))('%s is there', (path) => {
  expect(existsSync(`${root}docs/${path}`)).toBe(true);
});

const sources = readModules().map((module) => module.text);
/** `likeThis`: names of the code, and `files.ts` whose folder is named before them. */
const names = [...new Set([...text.matchAll(/`([A-Za-z]*[a-z][A-Z]\w*|[\w-]+\.ts)`/g)].map(([, name = '']) => name))];

it.each(names)('%s is a name of the code', (name) => {
  expect(sources.some((source) => source.includes(name.replace(/\.ts$/, '.js')))).toBe(true);
});
