import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/base/text-width.js';
import { clip, pad, plain, shorten, span, wrap } from '../../src/report/layout.js';
import { anyText } from './render.js';

describe('width', () => {
  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['e\u0301', 1],
    ['🙂', 2],
    ['✓ ✗ §', 5],
  ])('of %s is %i', (text, width) => expect(widthOf(text)).toBe(width));

  it('is what pad and clip go by', () => {
    expect(pad('漢字', 6)).toBe('漢字  ');
    expect(clip('漢字漢字', 5)).toBe('漢字…');
    expect(clip('abc', 3)).toBe('abc');
  });
});

describe('wrap', () => {
  it('breaks at spaces, keeping those inside a line', () => {
    expect(wrap('PATCH /Users/1  {"a":1} and more', 24)).toEqual(['PATCH /Users/1  {"a":1}', 'and more']);
  });

  it('breaks compact JSON between members', () => {
    expect(wrap('{"op":"Replace","path":"active","value":"False"}', 20)).toEqual([
      '{"op":"Replace",',
      '"path":"active",',
      '"value":"False"}',
    ]);
  });

  it('breaks inside a word that is longer than a line', () => {
    expect(wrap('ab cdefghij', 4)).toEqual(['ab', 'cdef', 'ghij']);
  });

  it('turns an empty text into one empty line', () => expect(wrap('', 10)).toEqual(['']));

  it('never exceeds the width and loses no word', () => {
    fc.assert(
      fc.property(anyText(), fc.integer({ min: 2, max: 60 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.every((line) => widthOf(line) <= width)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(span(text).text.replaceAll(' ', ''));
      }),
    );
  });
});

describe('shorten', () => {
  it('says how long the text was', () => expect(shorten('abcdef', 3)).toBe('abc… (6 characters)'));
  it('leaves no half of a surrogate pair', () => expect(shorten('ab🙂cd', 3)).toBe('ab… (6 characters)'));
  it('leaves short text alone', () => expect(shorten('abc', 3)).toBe('abc'));
});

describe('a span', () => {
  it('is escaped, wherever its text comes from', () => expect(plain([span('a\u001b[2J\n')])).toBe('a\\u001b[2J\\u000a'));
});
