import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHECKS } from '../../src/check/catalogue.js';
import { checkPages } from '../../src/cli/check-pages.js';

const FOLDER = new URL('../../docs/checks/', import.meta.url);

test('docs/checks has a page for every check and none for others', () => {
  expect(readdirSync(FOLDER).sort()).toEqual([...checkPages().keys()].sort());
  expect(checkPages().size).toBe(CHECKS.size + 1);
});

test.each([...checkPages()])('docs/checks/%s is what the catalogue says (npm run docs writes it)', (name, text) => {
  expect(readFileSync(new URL(name, FOLDER), 'utf8')).toBe(text);
});
