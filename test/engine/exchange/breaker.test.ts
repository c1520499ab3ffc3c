import { expect, it } from 'vitest';
import { Breaker } from '../../../src/engine/exchange/breaker.js';
import type { ScimRequest } from '../../../src/scim/message.js';

const request = (method: ScimRequest['method'], target: string): ScimRequest => ({ method, target, headers: [], purpose: 'raw' });
const PATCH = request('PATCH', '/Users/u1');
const SLOW = 20_000;

it('a kind of request that was never served has less time once the target has failed to answer', () => {
  const breaker = new Breaker();
  expect([breaker.permit(PATCH), breaker.hasMissed]).toEqual([{}, false]);
  breaker.note(request('GET', '/Users'), true, 5);
  breaker.note(request('POST', '/Users'), false, SLOW);
  expect(breaker.hasMissed).toBe(true);
  expect(breaker.permit(request('GET', '/Users'))).toEqual({});
  expect(breaker.permit(request('GET', '/Users?filter=x'))).toEqual({});
  for (const other of [PATCH, request('GET', '/Users/u1'), request('GET', '/Groups'), request('POST', '/Users/.search')])
    expect(breaker.permit(other)).toEqual({ limitMs: 10_000 });
});

it('a kind that was not answered twice in a row is refused, whoever it is about', () => {
  const breaker = new Breaker();
  breaker.note(PATCH, false, 5);
  breaker.note(PATCH, true, 5);
  breaker.note(PATCH, false, 5);
  expect(breaker.permit(PATCH)).toEqual({ limitMs: 10_000 });
  breaker.note(request('PATCH', '/Users/u2'), false, 5);
  const refusal = 'PATCH /Users/{id} was not answered 2 times in a row; it is not sent again in this run.';
  expect(breaker.permit(request('PATCH', '/Users/u3'))).toEqual({ refusal });
  expect(breaker.permit(request('PUT', '/Users/u3'))).toEqual({ limitMs: 10_000 });
  breaker.forgive();
  expect(breaker.permit(PATCH)).toEqual({ limitMs: 10_000 });
});

it('what was waited for in vain is not forgiven', () => {
  const breaker = new Breaker();
  for (const milliseconds of [5, SLOW]) breaker.note(PATCH, false, milliseconds);
  breaker.forgive();
  expect(breaker.permit(PATCH)).toHaveProperty('refusal');
});

it('the target is asked whether it is there after three misses in a row, or one that was waited for', () => {
  const breaker = new Breaker();
  expect([1, 2, 3].map(() => breaker.note(PATCH, false, 5))).toEqual([false, false, true]);
  breaker.reset();
  expect(breaker.note(PATCH, false, 5)).toBe(false);
  expect(breaker.note(PATCH, false, SLOW)).toBe(true);
  expect(new Breaker().note(PATCH, true, SLOW)).toBe(false);
  const late = new Breaker();
  expect([1, 2, 3].map(() => late.note(PATCH, true, SLOW))).toEqual([false, false, true]);
  expect(late.permit(PATCH)).toEqual({ limitMs: 10_000 });
});
