import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/report/body-text.js';
import { expectedApart, linesApart, wordsApart } from '../../src/report/difference.js';

const marked = (pieces: readonly { readonly text: string; readonly common: boolean }[]): string[] =>
  pieces.filter(({ common }) => !common).map(({ text }) => text);

it('what another form of a request has shown is no part of the value', () => {
  const { left, right } = expectedApart(
    'title = "new one": the same request is carried out with a path',
    '204, then GET: title = "old one"',
  );
  const marked = (pieces: typeof left): string => pieces.flatMap(({ text, common }) => (common ? [] : text)).join('');
  expect([marked(left), marked(right)]).toEqual(['new', 'old']);
  expect(left.map(({ text }) => text).join('')).toBe('title = "new one": the same request is carried out with a path');
});

describe('the difference of two texts', () => {
  it('is of words', () => {
    const { left, right } = wordsApart('title = "old one"', 'title = "new one"');
    expect([marked(left), marked(right)]).toEqual([['old'], ['new']]);
  });

  it('is the whole where they have little in common', () => {
    const { left, right } = wordsApart(
      'status 409',
      '500 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"500","detail":"no"}',
    );
    expect([left.length, right.length, left[0]?.common]).toEqual([1, 1, false]);
  });

  it('loses nothing of either', () => {
    const text = fc.string({ maxLength: 80 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { left, right } = wordsApart(one, other);
        expect([left.map((each) => each.text).join(''), right.map((each) => each.text).join('')]).toEqual([one, other]);
      }),
    );
  });
});

describe('the difference of two resources', () => {
  it('is of lines, whatever the order of their members, and not of commas', () => {
    const { left, right } = linesApart({ a: 1, b: { c: 2, d: 3 } }, { id: 'x', b: { d: 4, c: 2 }, a: 1 }, 100);
    expect([marked(left), marked(right)]).toEqual([['    "d": 3'], ['    "d": 4', '  "id": "x"']]);
  });

  it('keeps a member named as what JavaScript has of its own', () => {
    const odd = JSON.parse('{"__proto__":1,"toString":2}');
    expect(marked(linesApart({}, odd, 100).right)).toEqual(['{', '  "__proto__": 1,', '  "toString": 2', '}']);
  });
});

describe('a body for people', () => {
  it('keeps numbers and duplicates as they were sent', () => {
    expect(layOut('{"a":1.0,"a":12345678901234567890,"e":[],"o":{},"s":"{\\"x\\",:"}')).toBe(
      '{\n  "a": 1.0,\n  "a": 12345678901234567890,\n  "e": [],\n  "o": {},\n  "s": "{\\"x\\",:"\n}',
    );
  });

  it('is what it was where it is no JSON, cut, or nested without end', () => {
    for (const text of ['<html>', '{"a":', '"text"', '', `${'['.repeat(3000)}${']'.repeat(3000)}`]) expect(layOut(text)).toBe(text);
  });

  it('is the same value, laid out', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), (value) => {
        expect(JSON.parse(layOut(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
