import { describe, expect, it } from 'vitest';
import { Pace } from '../../../src/engine/exchange/pace.js';
import { isThrottled, mayPass, waitAfter } from '../../../src/engine/exchange/throttle.js';
import type { ScimResponse } from '../../../src/scim/message.js';
import { VirtualClock } from '../../base/virtual-clock.js';

const NOW = Date.UTC(2026, 10, 22, 3, 0, 0);

function answer(status: number, retryAfter?: string): ScimResponse {
  return { status, headers: retryAfter === undefined ? [] : [['retry-after', retryAfter]], text: '', milliseconds: 1 };
}

describe('an answer that asks for patience', () => {
  it('is 429, or 503; only what says that nothing was done counts as not served', () => {
    expect([429, 503, 200, 500, 502, 408].map((status) => mayPass({ status }))).toEqual([true, true, false, false, false, false]);
    expect([answer(429), answer(503), answer(503, '1')].map(isThrottled)).toEqual([true, false, true]);
  });

  it.each([
    [' 7 ', 7000],
    ['0', 0],
    ['86400', 86_400_000],
    ['Sun, 22 Nov 2026 03:00:20 GMT', 20_000],
    ['Sat, 21 Nov 2026 03:00:20 GMT', 0],
  ])('names its time as %j', (text, milliseconds) => {
    expect(waitAfter(answer(429, text), 1, NOW)).toEqual({ milliseconds, asked: true });
  });

  it.each([undefined, '', '-1', '1.5', 'soon', '99999999999', '0x10', '1e3', 'in 5 minutes GMT'])('that says %j names none', (text) => {
    expect(waitAfter(answer(503, text), 1, NOW)).toEqual({ milliseconds: 1000, asked: false });
    expect(waitAfter(answer(503, text), 3, NOW).milliseconds).toBe(4000);
    expect(waitAfter(answer(503, text), 9, NOW).milliseconds).toBe(60_000);
  });
});

describe('the pace of a run', () => {
  const paced = (milliseconds = 1_800_000): { pace: Pace; clock: VirtualClock } => {
    const clock = new VirtualClock();
    return { pace: new Pace(clock, milliseconds), clock };
  };

  it('waits as long as it is asked to, with all requests, and says so once', async () => {
    const { pace, clock } = paced();
    expect(await pace.turn(undefined)).toBeUndefined();
    expect(pace.after(answer(429, '7'), 1, clock.now(), 'okta-oin', 'GET /Users')).toEqual({
      again: true,
      message: 'GET /Users was answered 429; it is sent again after 7 s. Okta waits as long.',
    });
    expect(pace.after(answer(429, '7'), 1, clock.now(), 'okta-oin', 'GET /Users')).toEqual({ again: true });
    await Promise.all([pace.turn(undefined), pace.turn(undefined)]);
    expect(clock.elapsed()).toBeGreaterThan(6900);
    expect(clock.elapsed()).toBeLessThan(16_000);
    expect(pace.summary()).toMatch(/^The target throttled this run 2 times; its waits took 7 s in all\.$/);
  });

  it('lets the others go on where fewer requests have not brought more of them through', async () => {
    const { pace, clock } = paced();
    const refuse = () => pace.after(answer(429, '5'), 1, clock.now(), 'rfc', 'GET /Users');
    pace.served();
    expect(refuse()).toMatchObject({ again: true });
    await pace.turn(undefined);
    expect(clock.elapsed()).toBeGreaterThan(4900);
    pace.served();
    const { again, notBefore } = refuse();
    expect(again).toBe(true);
    expect((notBefore ?? 0) - clock.now()).toBeCloseTo(5000, 0);
    const before = clock.elapsed();
    await pace.turn(undefined); // another one
    expect(clock.elapsed() - before).toBeLessThan(2000);
    await pace.turn(undefined, notBefore); // the one that was refused
    expect(clock.elapsed() - before).toBeGreaterThan(4900);
  });

  it('ends with a wait that is longer than the run may take, and says both times', async () => {
    const { pace, clock } = paced(600_000);
    const { again, message } = pace.after(answer(429, '86400'), 1, clock.now(), 'rfc', 'GET /Users');
    expect(again).toBe(false);
    expect(message).toMatch(
      /^GET \/Users was answered 429: the target asked for a wait of 86400 s \(429\), and the run has (599|600) s left, so nothing more is sent\.$/,
    );
    expect(await pace.turn(undefined)).toContain('86400 s');
  });

  it('gives a request up after ten attempts, and then sends the others once until one is served', () => {
    const { pace, clock } = paced();
    expect(pace.after(answer(429, '0'), 9, clock.now(), 'okta-oin', 'GET /Users').again).toBe(true);
    expect(pace.after(answer(429, '0'), 10, clock.now(), 'okta-oin', 'GET /Users')).toEqual({
      again: false,
      message: 'GET /Users was answered 429 10 times; it is not sent again.',
    });
    expect(pace.after(answer(429, '0'), 1, clock.now(), 'okta-oin', 'GET /Groups')).toEqual({ again: false });
    pace.served();
    expect(pace.after(answer(429, '0'), 1, clock.now(), 'okta-oin', 'GET /Groups').again).toBe(true);
  });
});
