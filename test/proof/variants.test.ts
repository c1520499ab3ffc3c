import { expect, test } from 'vitest';
import { VARIANTS } from '../../src/sample/variants/index.js';
import { proveVariant } from './matrix.js';

test('there are at least thirty legal variants, each with the passage that makes it legal', () => {
  expect(VARIANTS.length).toBeGreaterThanOrEqual(30);
  for (const variant of VARIANTS) expect(variant.allowedBy).toMatch(/^RFC \d+ §[\d.]+$/);
});

test.concurrent.each(VARIANTS.map((variant) => [variant.name, variant] as const))(
  '%s stays free of findings',
  { timeout: 120_000 },
  async (_name, variant) => {
    const { findings, aborted } = await proveVariant(variant);
    expect(findings.map(({ check, dialect, expected, received }) => ({ check, dialect, expected, received }))).toEqual([]);
    expect(aborted).toBeUndefined();
  },
);
