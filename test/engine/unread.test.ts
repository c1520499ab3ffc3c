import { expect, it } from 'vitest';
import { verdictsOf } from '../../src/event/verdict.js';
import type { Sent, Transport } from '../../src/http/transport.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN } from './harness.js';

/** Plays against a correct server some of whose answers are more than is read of one. */
async function playUnread(isUnread: (request: ScimRequest) => boolean) {
  const clock = new VirtualClock();
  const sample = sampleTransport({ token: TOKEN, clock });
  const transport: Transport = {
    ...sample.transport,
    async send(request, options): Promise<Sent> {
      const sent = await sample.transport.send(request, options);
      if (!sent.ok || !isUnread(request)) return sent;
      const { body: _body, ...rest } = sent.response;
      return { ...sent, response: { ...rest, truncated: true, unread: 'the body is longer than a test' } };
    },
  };
  const before = sample.snapshot();
  const played = await playAgainst({ ...sample, transport, clock }, { dialects: ['rfc'], scenarios: scenariosNamed('users/leaver') });
  expect(sample.snapshot()).toEqual(before);
  return { ...played, verdict: verdictsOf(played.events)[0] };
}

it.each([
  ['of a read', ({ method, target }: ScimRequest) => method === 'GET' && /^\/Users\/[^/?]+$/.test(target)],
  ['of a creation', ({ method }: ScimRequest) => method === 'POST'],
  ['of a change', ({ method }: ScimRequest) => method === 'PATCH' || method === 'PUT'],
  ['of a look-up', ({ purpose }: ScimRequest) => purpose === 'match'],
] as const)('an answer %s that is more than is read is no finding, and nothing is ready', async (_what, isUnread) => {
  const { findings, verdict, events } = await playUnread(isUnread);
  expect(findings.map(({ check, received }) => [check, received])).toEqual([]);
  expect(verdict).toMatchObject({ verdict: 'incomplete', reason: expect.stringContaining('longer than a test') });
  expect(verdict?.advice).toContain('more than is read of one answer');
  expect(events.find((event) => event.type === 'cleanup')).toMatchObject({ left: [] });
});

it('people who cannot be read again at the end are told: nobody knows what has happened to them', async () => {
  const reads = new Map<string, number>();
  const { events } = await playUnread(({ method, target }) => {
    if (method !== 'GET' || !/^\/Users\/[^/?]+$/.test(target)) return false;
    reads.set(target, (reads.get(target) ?? 0) + 1);
    return reads.get(target) !== 1;
  });
  const told = events.flatMap((event) => (event.type === 'notice' && event.level === 'warning' ? [event.message] : []));
  expect(told).toEqual([expect.stringMatching(/could not be read again at its end: .*longer than a test/)]);
});
