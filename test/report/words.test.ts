import { describe, expect, it } from 'vitest';
import { groupFindings, seenOf } from '../../src/report/grouping.js';
import { authorityOf, countOf, durationOf, listOf, stepRanges } from '../../src/report/words.js';
import { finding } from './events.js';

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

describe('groups of findings', () => {
  it('join the dialects of one client, and count', () => {
    const groups = groupFindings([finding('F1', 'entra-default', { count: 2 }), finding('F2', 'entra-aadOptscim062020', { count: 3 })]);
    expect(groups.map((group) => group.all.map((each) => each.id))).toEqual([['F1', 'F2']]);
    expect(groups.map(seenOf)).toEqual(['in 5 exchanges (entra-default 2, entra-aadOptscim062020 3)']);
  });

  it('do not join clients, scenarios, steps or two findings of one dialect', () => {
    const groups = groupFindings([
      finding('F1', 'entra-default'),
      finding('F2', 'okta-oin'),
      finding('F3', 'entra-aadOptscim062020', { scenario: 'users/other' }),
      finding('F4', 'entra-aadOptscim062020', { step: 3 }),
      finding('F5', 'entra-default'),
    ]);
    expect(groups.map((group) => group.all.length)).toEqual([1, 1, 1, 1, 1]);
  });

  it('come errors first, then by impact, then as found', () => {
    const groups = groupFindings([
      finding('W', 'rfc', { severity: 'warning', impact: 'provisioning-lost' }),
      finding('N', 'rfc', { check: 'a', impact: 'noise' }),
      finding('D', 'rfc', { check: 'b', impact: 'data-damaged' }),
      finding('A', 'rfc', { check: 'c', impact: 'access-kept' }),
      finding('P', 'rfc', { check: 'd', impact: 'provisioning-lost' }),
      finding('Q', 'rfc', { check: 'e', impact: 'provisioning-lost' }),
    ]);
    expect(groups.map((group) => group.first.id).join('')).toBe('PQADNW');
  });
});
