import { describe, expect, it } from 'vitest';
import { Wire } from '../../../src/engine/exchange/wire.js';
import type { Sent } from '../../../src/http/transport.js';
import type { ScimRequest } from '../../../src/scim/message.js';
import { VirtualClock } from '../../base/virtual-clock.js';
import { targetAt } from '../harness.js';

const AT = { dialect: 'rfc' } as const;

const answer = (status: number, ...headers: [string, string][]): Sent => ({
  ok: true,
  response: { status, headers, text: '', milliseconds: 1, truncated: false },
});
const failure = (kind: 'reset' | 'timeout'): Sent => ({ ok: false, failure: { kind, message: 'no answer' } });
const LATER: [string, string] = ['Retry-After', '1'];

/** A wire to a target that gives these answers in turn, and the last one for ever. */
function wireTo(...answers: readonly Sent[]) {
  const sent: string[] = [];
  const clock = new VirtualClock();
  const transport = {
    send: async ({ method, target }: ScimRequest): Promise<Sent> => {
      sent.push(`${method} ${target}`);
      return answers[Math.min(sent.length, answers.length) - 1] ?? answer(200);
    },
    close: async () => undefined,
  };
  const notices: string[] = [];
  const wire = new Wire({
    target: targetAt('http://sample.test/scim/v2'),
    transport,
    sink: (event) => void (event.type === 'notice' && notices.push(event.message)),
    clock,
    hide: (text) => text,
    milliseconds: 1_800_000,
  });
  return { wire, sent, notices, clock };
}

function request(method: ScimRequest['method'], over: Partial<ScimRequest> = {}): ScimRequest {
  return { method, target: '/Users/u1', headers: [], purpose: 'raw', ...over };
}

const OWN_DELETE = request('DELETE', { own: true, purpose: 'verify' });
const CLEANUP = request('DELETE', { own: true, purpose: 'cleanup' });

describe('a write that may have been done is never sent again', () => {
  const lost = [failure('reset'), failure('timeout'), answer(500), answer(502), answer(503), answer(503, LATER), answer(504)];

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('%s', async (method) => {
    for (const first of lost) {
      const { wire, sent } = wireTo(first, answer(200));
      await wire.send(request(method), AT);
      expect(sent).toHaveLength(1);
    }
  });
});

describe('a request is sent again', () => {
  it.each<[string, ScimRequest, Sent, number]>([
    ['a write that was throttled', request('POST'), answer(429, LATER), 2],
    ['a read that was throttled', request('GET'), answer(429), 2],
    ['a read of a busy target', request('GET'), answer(503), 2],
    ['a read whose connection was closed', request('GET'), failure('reset'), 2],
    ['not a read that takes too long', request('GET'), failure('timeout'), 1],
    ['a read that ends in a server error', request('GET'), answer(500), 2],
    ['not a read that is refused', request('GET'), answer(400), 1],
    ['not a read that is not implemented', request('GET'), answer(501), 1],
    ["scim-check's own deletion that ends in a server error", OWN_DELETE, answer(500), 2],
    ["not scim-check's own deletion whose answer is lost", OWN_DELETE, failure('reset'), 1],
    ["not scim-check's own change that ends in a server error", request('PATCH', { own: true, purpose: 'verify' }), answer(500), 1],
    ['a deletion of the clean-up while the target is busy', CLEANUP, answer(503), 2],
    ['not a deletion of the clean-up that ends in a server error', CLEANUP, answer(500), 1],
  ])('%s', async (_what, what, first, times) => {
    const { wire, sent } = wireTo(first, answer(200));
    await wire.send(what, AT);
    expect(sent).toHaveLength(times);
  });

  it('once alone where its connection is closed again, or the server error stays', async () => {
    for (const again of [failure('reset'), answer(500)]) {
      const { wire, sent } = wireTo(again);
      await wire.send(request('GET'), AT);
      expect(sent).toHaveLength(2);
    }
  });

  it('no more after a server error of one kind of request has stayed three times in a row', async () => {
    const { wire, sent } = wireTo(answer(500));
    for (let count = 0; count < 4; count += 1) await wire.send(request('GET'), AT);
    expect(sent).toHaveLength(7);
    await wire.send(request('GET', { target: '/Groups' }), AT);
    expect(sent).toHaveLength(9);
  });

  it('not when it measures how much the target serves', async () => {
    const { wire, sent } = wireTo(answer(429, LATER));
    await wire.sendUnpaced(request('GET'), AT);
    expect(sent).toHaveLength(1);
  });
});

it('a server error that was gone goes along with the answer, and one that stays does not', async () => {
  const gone = await wireTo(answer(500), answer(200)).wire.send(request('GET'), AT);
  expect(gone).toMatchObject({ ok: true, exchange: 'E2', passed: { exchange: 'E1', response: { status: 500 } } });
  expect(await wireTo(answer(500), answer(502)).wire.send(request('GET'), AT)).not.toHaveProperty('passed');
});

it('a kind of request that was not answered twice in a row is not sent again, and others are', async () => {
  const { wire, sent } = wireTo(failure('timeout'), answer(200), failure('timeout'), failure('timeout'), answer(200));
  for (let count = 0; count < 4; count += 1) await wire.send(request('PATCH'), AT);
  expect(await wire.send(request('PATCH', { target: '/Users/u2' }), AT)).toMatchObject({ failure: { kind: 'unsent' } });
  expect(await wire.send(request('GET'), AT)).toMatchObject({ ok: true });
  expect(sent).toHaveLength(5);
});

it('a target that gives no sign of life is lost, and one that does is not', async () => {
  const dead = wireTo(failure('reset'));
  for (const method of ['PATCH', 'PUT', 'DELETE'] as const) await dead.wire.send(request(method), AT);
  expect([dead.wire.lost.aborted, dead.sent.at(-1)]).toEqual([true, 'GET /ServiceProviderConfig']);
  const alive = wireTo(failure('reset'), failure('reset'), failure('reset'), answer(200));
  for (const method of ['PATCH', 'PUT', 'DELETE'] as const) await alive.wire.send(request(method), AT);
  expect([alive.wire.lost.aborted, alive.sent.at(-1)]).toEqual([false, 'GET /ServiceProviderConfig']);
});

it('requests are counted by dialect, and those that no client sends among them', async () => {
  const { wire } = wireTo(answer(200));
  await wire.send(request('GET'), AT);
  await wire.send(request('GET', { own: true }), AT);
  await wire.send(request('GET', { own: true }), { dialect: 'okta-oin' });
  expect([wire.count(), wire.count('rfc'), wire.count('okta-oin'), wire.count('okta-aiw')]).toEqual([3, 2, 1, 0]);
  expect([wire.ownCount(), wire.ownCount('rfc'), wire.ownCount('okta-aiw')]).toEqual([2, 1, 0]);
});

it('a credential counts as accepted by a success with it alone, for the dialect that sent it', async () => {
  const { wire } = wireTo(answer(401), answer(200));
  await wire.send(request('GET'), AT);
  expect(wire.hasAccepted('rfc')).toBe(false);
  await wire.send(request('GET'), AT, { credential: { scheme: 'Bearer', secret: 'other' } });
  expect(wire.hasAccepted('rfc')).toBe(false);
  await wire.send(request('GET'), AT);
  expect([wire.hasAccepted('rfc'), wire.hasAccepted('okta-oin')]).toEqual([true, false]);
});
