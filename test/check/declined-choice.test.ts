import { expect, it } from 'vitest';
import { HIT_BY_CHOICE } from '../../src/check/filter/choice-declined.js';
import { judgeResponse } from '../../src/check/judge.js';
import { observationsOf } from './drive.js';

const [refused] = observationsOf(HIT_BY_CHOICE, 'bad');

/** The checks that name the refusal of a look-up with this status. */
function checksOf(status: number, byChoice = true): readonly string[] {
  const filter = refused?.observation.request.filter;
  if (refused === undefined || filter === undefined) throw new Error('the example has no look-up');
  const { request, response } = refused.observation;
  const seen = { ...request, filter: { ...filter, byChoice } };
  return judgeResponse({ ...refused.observation, request: seen, response: { ...response, status } }).symptoms.flatMap(
    ({ candidates }) => candidates,
  );
}

it.each([400, 403, 501])('a target that declines with %i to look people up by what few administrators match on is told so', (status) => {
  expect(checksOf(status)).toContain('SC1319');
});

it('what every administrator matches on is another matter', () => {
  expect(checksOf(400, false)).not.toContain('SC1319');
  expect(checksOf(501, false)).not.toContain('SC1319');
});
