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

/** What the form of every answer violates hid why a write was refused: scim-check took it for what the write had done. */
const BEHIND_THE_FORM: readonly (readonly [form: string, defect: string, check: string, dialect: Dialect])[] = [
  ['wrong-content-type', 'pathless-500', 'SC2106', 'okta-oin'],
  ['wrong-content-type', 'manager-string-refused', 'SC2111', 'entra-default'],
  ['wrong-content-type', 'value-path-refused', 'SC2105', 'entra-default'],
  ['nulls-returned', 'null-in-patch-refused', 'SC1214', 'rfc'],
];

it.each(BEHIND_THE_FORM)('what %s shows of every answer says nothing of %s (%s)', async (form, defect, check, dialect) => {
  const [alone, both] = await Promise.all([[defect], [form, defect]].map((defects) => playSample({ defects }, { dialects: [dialect] })));
  const shown = (played: typeof alone) => played?.findings.find((finding) => finding.check === check);
  expect(shown(alone)).toBeDefined();
  expect(shown(both)?.expected).toBe(shown(alone)?.expected);
});
