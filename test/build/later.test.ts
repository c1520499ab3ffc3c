import { expect, it } from 'vitest';
import { CHECKS } from '../../src/check/catalogue.js';
import type { Check } from '../../src/check/check.js';
import { exampleOf } from '../../src/check/example-of.js';

const { withExamplesLater } = await import(new URL('../../scripts/build/later.js', import.meta.url).href);

it('examples of checks are made when they are asked for, and nothing else is', () => {
  const code = [
    'const given = (): { example: number } => ({ example: made("another") });',
    'export const one = defineResponseCheck({',
    '  id: "SC1",',
    '  example: {',
    '    good: made("one"),',
    '  },',
    '});',
    'export const two = defineStepChecks([{ id: "SC2", example: made("two") }, { id: "SC3", ...given() }]);',
  ];
  const later = withExamplesLater(code.join('\n')).split('\n');
  expect(later[0]).toBe(code[0]);
  expect(later.slice(3, 6)).toEqual(['  example: () => ({', code[4], '  }),']);
  expect(later[7]).toBe('export const two = defineStepChecks([{ id: "SC2", example: () => (made("two")) }, { id: "SC3", ...given() }]);');
});

it('an example that is made when it is asked for is the same', () => {
  const later = (check: Check) => ({ ...check, example: () => check.example }) as unknown as Check;
  for (const check of CHECKS.values()) expect(exampleOf(later(check))).toBe(exampleOf(check));
});
