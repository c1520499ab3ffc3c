import { expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import { playSample } from './harness.js';

/** Each pair was told as its first defect alone: the second one was taken for what the first one brings along. */
const PAIRS: readonly (readonly [first: string, check: string, second: string, check: string, dialect: Dialect])[] = [
  ['user-filter-empty', 'SC1303', 'family-name-required', 'SC1221', 'entra-default'],
  ['duplicate-400', 'SC1208', 'duplicate-in-other-case-accepted', 'SC1210', 'okta-oin'],
  ['read-500', 'SC1104', 'primary-address-refused', 'SC1222', 'entra-default'],
  ['read-lists', 'SC2505', 'unknown-attribute-refused', 'SC1204', 'entra-default'],
];

it.each(PAIRS)('%s (%s) hides no %s (%s)', async (first, check, second, other, dialect) => {
  const { findings } = await playSample({ defects: [first, second] }, { dialects: [dialect] });
  const found = new Set(findings.map((finding) => finding.check));
  expect([check, other].filter((each) => !found.has(each))).toEqual([]);
});

it('creations that break the server are told whatever else cannot be deleted', async () => {
  const { findings } = await playSample({ defects: ['delete-keeps', 'create-500-kept'] }, { dialects: ['entra-default'] });
  const created = findings.find((finding) => finding.check === 'SC1225');
  expect(created?.count).toBeGreaterThanOrEqual(8);
});
