import { afterAll, expect, test } from 'vitest';
import { VARIANTS } from '../../src/sample/variants/index.js';
import { proveVariant } from './matrix.js';
import { hand, type Proven } from './total.js';

const proven: Proven[] = [];

test('there are at least thirty legal variants, each with the passage that makes it legal', () => {
  expect(VARIANTS.length).toBeGreaterThanOrEqual(30);
  for (const variant of VARIANTS) expect(variant.allowedBy).toMatch(/^RFC \d+ §[\d.]+$/);
});

test.each(VARIANTS.map((variant) => [variant.name, variant] as const))('%s stays free of findings', async (_name, variant) => {
  const { findings, aborted } = await proveVariant(variant);
  const others = [...new Set(findings.map((finding) => finding.check))];
  const line = `${others.length === 0 ? 'ok ' : 'NOT'} ${variant.name.padEnd(38)} ${others.join(' ')}`.trimEnd();
  proven.push({ name: variant.name, kind: 'variant', found: [], missing: [], others, line });
  expect(findings.map(({ check, dialect, expected, received }) => ({ check, dialect, expected, received }))).toEqual([]);
  expect(aborted).toBeUndefined();
});

afterAll(() => hand('variants', proven));
