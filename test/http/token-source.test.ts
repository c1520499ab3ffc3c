import { expect, test } from 'vitest';
import type { Credential } from '../../src/http/credential.js';
import type { TokenAnswer } from '../../src/http/oauth/token-endpoint.js';
import { tokenSource } from '../../src/http/oauth/token-source.js';
import { VirtualClock } from '../base/virtual-clock.js';

const HOUR = 3_600_000;

function endpoint(life: number | 'not said' = HOUR) {
  const lifetimeMs = life === 'not said' ? undefined : life;
  const clock = new VirtualClock();
  const notices: string[] = [];
  const state = { asked: 0, down: false };
  const request = async (): Promise<TokenAnswer> => {
    state.asked += 1;
    await Promise.resolve();
    if (state.down) return { ok: false, failure: { kind: 'no-token', message: 'The token endpoint is down.' } };
    return { ok: true, token: { secret: `token-${state.asked}`, lifetimeMs, oddities: ['expires_in is a text'] } };
  };
  return { clock, notices, state, source: tokenSource(request, clock, (message) => notices.push(message)) };
}

async function secretOf(source: ReturnType<typeof tokenSource>): Promise<string> {
  const answer = await source.current();
  return answer.ok ? answer.credential.secret : `none: ${answer.failure.message}`;
}

async function held(source: ReturnType<typeof tokenSource>): Promise<Credential> {
  const answer = await source.current();
  if (!answer.ok) throw new Error('no token');
  return answer.credential;
}

test('one token serves everybody until shortly before it expires', async () => {
  const { source, clock, state } = endpoint();
  expect(await Promise.all([secretOf(source), secretOf(source), secretOf(source)])).toEqual(['token-1', 'token-1', 'token-1']);
  clock.advance(HOUR - 61_000);
  expect(await secretOf(source)).toBe('token-1');
  clock.advance(2_000);
  expect(await secretOf(source)).toBe('token-2');
  expect(state.asked).toBe(2);
});

test('a token of a few seconds is renewed after three quarters of its life', async () => {
  const { source, clock } = endpoint(4_000);
  expect(await secretOf(source)).toBe('token-1');
  clock.advance(2_900);
  expect(await secretOf(source)).toBe('token-1');
  clock.advance(200);
  expect(await secretOf(source)).toBe('token-2');
});

test('a token without a stated life is used until it is refused', async () => {
  const { source, clock } = endpoint('not said');
  const first = await held(source);
  clock.advance(100 * HOUR);
  expect(await secretOf(source)).toBe('token-1');
  expect(await source.refused(first, false)).toBe(true);
  expect(await secretOf(source)).toBe('token-2');
});

test('many requests that are refused at once ask for one new token', async () => {
  const { source, state } = endpoint();
  const first = await held(source);
  expect(await Promise.all([source.refused(first, false), source.refused(first, false)])).toEqual([true, true]);
  // One that had been on its way with the old token.
  expect(await source.refused(first, false)).toBe(true);
  expect(state.asked).toBe(2);
});

test('new tokens that are refused as well are not asked for without end', async () => {
  const { source, state } = endpoint();
  for (let request = 0; request < 10; request += 1) {
    if (await source.refused(await held(source), false)) expect(await source.refused(await held(source), true)).toBe(false);
  }
  expect(state.asked).toBeLessThanOrEqual(3);
});

test('while the endpoint is down the old token is used to its end, and the endpoint is not hammered', async () => {
  const { source, clock, state } = endpoint();
  await secretOf(source);
  state.down = true;
  clock.advance(HOUR - 30_000);
  for (let request = 0; request < 5; request += 1) expect(await secretOf(source)).toBe('token-1');
  expect(state.asked).toBe(2);
  clock.advance(31_000);
  for (let request = 0; request < 5; request += 1) expect(await secretOf(source)).toBe('none: The token endpoint is down.');
  expect(state.asked).toBe(3);
  state.down = false;
  clock.advance(2_000);
  expect(await secretOf(source)).toBe('token-4');
});

test('what is odd about the answers is told once', async () => {
  const { source, clock, notices } = endpoint();
  await secretOf(source);
  clock.advance(HOUR);
  await secretOf(source);
  expect(notices).toEqual(["The token endpoint's answer is not as RFC 6749 wants it: expires_in is a text."]);
});
