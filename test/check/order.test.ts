import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCOPES } from '../../src/check/check.js';
import { RESPONSE_CHECKS } from '../../src/check/response-checks.js';
import { createResponseJudge, isAsked } from '../../src/check/response-judge.js';
import { WRITE_CHECKS } from '../../src/check/write-checks.js';
import { byPrecedence, createWriteJudge } from '../../src/check/write-judge.js';
import { judgeExample, observationsOf } from './drive.js';

const EXAMPLES = [...RESPONSE_CHECKS, ...WRITE_CHECKS].flatMap((check) => [[check, 'good'] as const, [check, 'bad'] as const]);
const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });

describe('the order of the lists', () => {
  test('decides nothing: whatever it is, every example has the same candidates and the same diagnosis', () => {
    fc.assert(
      fc.property(shuffled(RESPONSE_CHECKS), shuffled(WRITE_CHECKS), (response, write) => {
        const judges = { response: createResponseJudge(response), write: createWriteJudge(write) };
        for (const [check, side] of EXAMPLES)
          expect(judgeExample(check, side, judges), `${check.id} ${side}`).toEqual(judgeExample(check, side));
      }),
      { numRuns: 5 },
    );
  });

  test('decides nothing of which write check comes first: scope and id alone do, so that there is no circle', () => {
    const expected = byPrecedence(WRITE_CHECKS).map((check) => check.id);
    fc.assert(
      fc.property(shuffled(WRITE_CHECKS), (checks) => {
        expect(byPrecedence(checks).map((check) => check.id)).toEqual(expected);
      }),
    );
  });

  test('has a check for every scope', () => {
    expect(SCOPES.filter((scope) => !WRITE_CHECKS.some((check) => check.scope === scope))).toEqual([]);
  });
});

describe('the exchanges that a check is asked about', () => {
  test.each(RESPONSE_CHECKS.map((check) => [check.id, check] as const))('%s: its own example, right and wrong, is one', (_id, check) => {
    for (const side of ['good', 'bad'] as const)
      expect(observationsOf(check, side).some(({ observation }) => isAsked(check, observation))).toBe(true);
  });

  test('are all that it is asked about', () => {
    const none = RESPONSE_CHECKS.map((check) => ({ ...check, on: { methods: [] } }));
    const judges = { response: createResponseJudge(none), write: createWriteJudge([]) };
    for (const check of RESPONSE_CHECKS) expect(judgeExample(check, 'bad', judges).findings, check.id).toEqual([]);
  });

  test('leave out a third of the checks, at least, where a client looks somebody up', () => {
    const looksUp = EXAMPLES.filter(([check]) => check.id === 'SC1303').flatMap(([check, side]) => observationsOf(check, side));
    for (const { observation } of looksUp)
      expect(RESPONSE_CHECKS.filter((check) => isAsked(check, observation)).length).toBeLessThan((RESPONSE_CHECKS.length * 2) / 3);
  });
});
