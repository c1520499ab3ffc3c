import { expect, expectTypeOf, it } from 'vitest';
import { defined } from '../../src/base/defined.js';

it('drops members that are undefined, and nothing else', () => {
  const made = defined({ none: undefined, nothing: null, no: false, zero: 0, text: '' });
  expect(Object.keys(made)).toEqual(['nothing', 'no', 'zero', 'text']);
});

it('knows which members may be absent, and that none is undefined', () => {
  const title: string | undefined = ['x'].at(5);
  const made = defined({ id: 1, title });
  expectTypeOf(made.id).toEqualTypeOf<number>();
  const exact: { readonly id: number; readonly title?: string } = made;
  expect('title' in exact).toBe(false);
  // @ts-expect-error a member that may be absent is no certain one
  const certain: { readonly title: string } = made;
  expect(certain.title).toBeUndefined();
});
