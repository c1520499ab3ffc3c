import { expect, it } from 'vitest';
import { seedFrom } from './seed.js';

it('is the same each time under continuous integration, and new elsewhere', () => {
  expect(seedFrom({ CI: 'true' })).toBe(seedFrom({ CI: '1' }));
  expect(seedFrom({ CI: 'true' })).toBeTypeOf('number');
  expect(seedFrom({})).toBeUndefined();
  expect(seedFrom({ CI: '' })).toBeUndefined();
  expect(seedFrom({ CI: 'false' })).toBeUndefined();
});

it('can be set, also to chance, which the nightly run does', () => {
  expect(seedFrom({ FAST_CHECK_SEED: '-276941958', CI: 'true' })).toBe(-276941958);
  expect(seedFrom({ FAST_CHECK_SEED: 'random', CI: 'true' })).toBeUndefined();
  expect(() => seedFrom({ FAST_CHECK_SEED: 'x' })).toThrow('FAST_CHECK_SEED is "x"');
});
