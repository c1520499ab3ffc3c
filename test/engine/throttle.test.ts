import { describe, expect, it } from 'vitest';
import { isThrottled, mayPass, Throttle } from '../../src/engine/exchange/throttle.js';
import type { ScimResponse } from '../../src/scim/message.js';

function answer(status: number, retryAfter?: string): ScimResponse {
  return { status, headers: retryAfter === undefined ? [] : [['retry-after', retryAfter]], text: '', milliseconds: 1 };
}

describe('an answer that asks for patience', () => {
  it('is 429 or 503, and nothing else', () => {
    expect([429, 503, 200, 500, 502, 408].map((status) => mayPass(answer(status)))).toEqual([true, true, false, false, false, false]);
    // A 503 that does not say when to come back may pass, but it is an answer: a write that meets it was refused.
    expect([answer(429), answer(503), answer(503, '5'), answer(200, '5')].map(isThrottled)).toEqual([true, false, true, false]);
    expect(new Throttle().pauseAfter(answer(500), 1, 'rfc', 'GET /Users')).toBeUndefined();
  });

  it('is waited for as long as it says', () => {
    expect(new Throttle().pauseAfter(answer(429, ' 7 '), 1, 'okta-oin', 'GET /Users')).toEqual({
      milliseconds: 7000,
      message: 'GET /Users was answered 429; it is sent again after 7 s. Okta waits as long.',
    });
  });

  it.each([undefined, '', '-1', '1.5', 'Sun, 22 Nov 2026 03:00:00 GMT', '99999999999', '0x10', '1e3'])(
    'that says %j counts as saying nothing',
    (text) => {
      const first = new Throttle().pauseAfter(answer(503, text), 1, 'okta-aiw', 'GET /Users');
      expect(first?.milliseconds).toBe(1000);
      expect(first?.message).toContain('without a number of seconds in Retry-After');
      expect(first?.message).toContain('Okta would wait 5 minutes');
      expect(new Throttle().pauseAfter(answer(503, text), 3, 'entra-default', 'GET /Users')?.milliseconds).toBe(4000);
    },
  );

  it('is waited for no longer than a run allows, all waits together', () => {
    const throttle = new Throttle(10_000);
    expect(throttle.pauseAfter(answer(429, '6'), 1, 'rfc', 'GET /Users')?.milliseconds).toBe(6000);
    const second = throttle.pauseAfter(answer(429, '6'), 2, 'rfc', 'GET /Users');
    expect(second?.milliseconds).toBeUndefined();
    expect(second?.message).toContain('not sent again');
    expect(throttle.pauseAfter(answer(429, '4'), 1, 'rfc', 'GET /Groups')?.milliseconds).toBe(4000);
  });

  it('is given up after ten attempts, also when no wait is asked for', () => {
    const throttle = new Throttle();
    expect(throttle.pauseAfter(answer(429, '0'), 9, 'okta-oin', 'GET /Users')?.milliseconds).toBe(0);
    expect(throttle.pauseAfter(answer(429, '0'), 10, 'okta-oin', 'GET /Users')?.milliseconds).toBeUndefined();
  });
});
