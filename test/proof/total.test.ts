import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VARIANTS } from '../../src/sample/variants/index.js';
import { PARTS } from './prove.js';
import { type Proven, totalOf } from './total.js';

test('there is a file for every part of the proof', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.startsWith('part-'));
  expect(files.sort()).toEqual(Array.from({ length: PARTS }, (_, part) => `part-${part}.test.ts`));
});

test('there are at least thirty legal variants, each with the passage that makes it legal', () => {
  expect(VARIANTS.length).toBeGreaterThanOrEqual(30);
  for (const variant of VARIANTS) expect(variant.allowedBy).toMatch(/^RFC \d+ §[\d.]+$/);
});

const proven = (name: string, kind: Proven['kind'], found: string[], missing: string[], others: string[]): Proven => ({
  name,
  kind,
  found,
  missing,
  others,
  firsts: [{ dialect: 'rfc', check: found[0] ?? others[0] ?? 'SC0009', isRight: found.length > 0 }],
  line: name,
});

test('the total tells the found from the missed, and false alarms from silence', () => {
  const all = [
    proven('named', 'defect', ['SC0001'], [], []),
    proven('half', 'defect', ['SC0002'], ['SC0003'], []),
    proven('elsewhere', 'defect', [], ['SC0003'], ['SC0001']),
    proven('missed', 'defect', [], ['SC0003'], []),
    proven('silent', 'variant', [], [], []),
    proven('alarmed', 'variant', [], [], ['SC0001']),
  ];
  expect(totalOf(all, ['SC0001', 'SC0002', 'SC0003']).split('\n')).toEqual([
    'checks proven by a defect       2 of 3 (not SC0003)',
    'defects found by their check    1 of 4',
    'found by other checks alone     2 (half, elsewhere)',
    'missed                          1 (missed)',
    'with an unrelated check red     1 (elsewhere)',
    'variants with a false alarm     1 of 2 (alarmed)',
    'detection rate                  75.0 %',
    'right cause comes first         2 of 4 clients (elsewhere: SC0001 rfc, missed: SC0009 rfc)',
    'rate of right causes            50.0 %',
  ]);
});
