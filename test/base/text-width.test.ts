import { describe, expect, it } from 'vitest';
import { graphemes, PLAIN, widthOf } from '../../src/base/text-width.js';

describe('the width of a text', () => {
  it.each([
    ['plain text', 'abc', 3],
    ['East Asian text', '漢字', 4],
    ['a combining mark', 'e\u0301', 1],
    ['an emoji', '🙂', 2],
    ['a family of emoji in one', '👩‍👩‍👧', 2],
    ['a flag', '🇩🇪', 2],
    ['signs that are narrow outside East Asia', '✓ ✗ § …', 7],
    ['marks that nobody sees', '\u200b\u2060\ufeff', 0],
  ])('of %s', (_name, text, width) => expect(widthOf(text)).toBe(width));

  it('is one for each character that nothing is loaded for, as the package says', async () => {
    const { default: measured } = await import('fast-string-width');
    const plain = Array.from({ length: 0x2800 }, (_, code) => String.fromCharCode(code)).filter((each) => PLAIN.test(each));
    expect(plain.filter((each) => measured(each) !== 1 || [...graphemes(`${each}e\u0301`)].length !== 2)).toEqual([]);
    expect(plain.length).toBeGreaterThan(500);
  });

  it('grows with the text, and the work no faster', () => {
    // Measured whole, a text of this length would take minutes.
    expect(widthOf('é'.repeat(200_000))).toBe(200_000);
    expect(graphemes('é'.repeat(200_000)).next().value).toBe('é');
  });
});

it('the characters of a text are all of it', () => {
  expect([...graphemes('a👩‍👩‍👧e\u0301')]).toEqual(['a', '👩‍👩‍👧', 'e\u0301']);
  const long = '🙂'.repeat(2000);
  expect([...graphemes(long)].join('')).toBe(long);
});
