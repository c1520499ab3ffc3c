import { expect, test } from 'vitest';
import { RESPONSE_CHECKS } from '../../src/check/response-checks.js';
import { STEP_CHECKS } from '../../src/check/step-checks.js';
import { WRITE_CHECKS } from '../../src/check/write-checks.js';
import { judgeExample } from './drive.js';
import { playExample } from './scenario-example.js';

/** Write checks whose success does not show in what the resource holds, and why. */
const NEVER_CLEARED: Readonly<Record<string, string>> = {
  SC1216: 'one media type that is read says nothing of the others',
  SC2307: 'an id that was sent and ignored looks like one that was never sent',
  SC2131: 'flags of elements are not compared',
  SC2314: 'an add of somebody who is there changes nothing',
  SC1221: 'that one of the names may be missing says nothing of the other',
  SC1242: 'a name that is sent as it is changes nothing',
  SC2151: 'what changes nothing shows in nothing',
  SC2251: 'what changes nothing shows in nothing',
};

test.each([...RESPONSE_CHECKS, ...WRITE_CHECKS].map((check) => [check.id, check] as const))(
  '%s: its right answer is found right, its wrong one wrong, by this check alone',
  (id, check) => {
    const good = judgeExample(check, 'good');
    expect(good.findings, 'the right answer').toEqual([]);
    if (NEVER_CLEARED[id] === undefined) expect(good.cleared, 'the right answer exercises the check').toContain(id);
    expect(judgeExample(check, 'bad').findings, 'the wrong answer').toEqual([id]);
  },
);

test.each(STEP_CHECKS.map((check) => [check.id, check] as const))(
  '%s: its right answer leads to no finding, its wrong one to this one',
  async (id, check) => {
    const [good, bad] = [await playExample(check, 'good'), await playExample(check, 'bad')];
    const sent = `the scenario sends the requests; it sent\n${good.sent.join('\n')}`;
    expect([good.answered[0], bad.answered[0]], sent).not.toContain(0);
    for (const [index, count] of good.answered.entries()) expect(count + (bad.answered[index] ?? 0), sent).toBeGreaterThan(0);
    expect(good.findings, 'the right answer').toEqual([]);
    expect(bad.findings, 'the wrong answer').toEqual([id]);
  },
);
