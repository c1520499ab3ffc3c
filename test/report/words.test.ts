import { describe, expect, it } from 'vitest';
import { authorityOf, countOf, durationOf, listOf, stepRanges } from '../../src/report/words.js';

describe('words', () => {
  it('counts', () =>
    expect([countOf(0, 'finding'), countOf(1, 'finding'), countOf(2, 'finding')]).toEqual(['0 findings', '1 finding', '2 findings']));
  it('tells durations', () => expect([0.04, 8.44, 85.2, 200.4].map(durationOf)).toEqual(['0.0 s', '8.4 s', '85 s', '3 min 20 s']));
  it('lists the first few', () => expect(listOf(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more'));
  it('joins steps in a row, whatever their order', () => {
    expect(stepRanges(['a/b:4', 'a/b:3', 'a/b:7', 'c:1', 'a/b:5', 'odd'])).toEqual(['a/b:3-5,7', 'c:1', 'odd']);
  });
  it('names authorities as the design has them', () => {
    const kinds = ['rfc-must', 'rfc-says', 'rfc-should', 'entra', 'okta', 'field'] as const;
    expect(kinds.map((kind) => authorityOf({ kind, reference: 'R' }))).toEqual([
      'R MUST',
      'R',
      'R SHOULD',
      'Entra documented',
      'Okta documented',
      'field observed',
    ]);
  });
});
