import { describe, expect, it } from 'vitest';
import { exitCodeOf, verdictsOf } from '../../src/event/verdict.js';
import type { Sent, Transport } from '../../src/http/transport.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { playAgainst, TOKEN } from './harness.js';

/** How long an answer is waited for by default, in milliseconds. */
const TIMEOUT_MS = 60_000;
const TWO_MINUTES = 120_000;
const STEP_MS = 1000;

/** How long the answer to a request takes, in milliseconds; `never`, `broken`: none comes. */
type Behaviour = (request: ScimRequest, count: number) => number | 'never' | 'broken';

const BEHAVIOURS: readonly [string, Behaviour][] = [
  ['never answers', () => 'never'],
  ['answers its first requests alone', (_request, count) => (count > 60 ? 'never' : 0)],
  ['breaks off after its first requests', (_request, count) => (count > 60 ? 'broken' : 0)],
  ['never answers writes', ({ method }) => (method === 'GET' ? 0 : 'never')],
  ['never answers PATCH', ({ method }) => (method === 'PATCH' ? 'never' : 0)],
  ['never answers DELETE', ({ method }) => (method === 'DELETE' ? 'never' : 0)],
  ['never answers discovery', ({ target }) => (/^\/(Schemas|ResourceTypes|ServiceProviderConfig)/.test(target) ? 'never' : 0)],
  ['never answers about groups', ({ target }) => (target.startsWith('/Groups') ? 'never' : 0)],
  ['drips each answer over 50 seconds', () => 50_000],
  ['becomes as slow as that', (_request, count) => (count > 60 ? 50_000 : 0)],
];

function server(behaviour: Behaviour) {
  const clock = new VirtualClock();
  const sample = sampleTransport({ token: TOKEN, clock });
  let count = 0;
  const transport: Transport = {
    ...sample.transport,
    async send(request, options): Promise<Sent> {
      count += 1;
      const takes = behaviour(request, count);
      if (takes === 'broken') return { ok: false, failure: { kind: 'reset', message: 'The connection was reset.' } };
      const wait = takes === 'never' ? TIMEOUT_MS : takes;
      // In steps: whatever is to happen meanwhile happens in its time.
      for (let waited = 0; waited < wait; waited += STEP_MS)
        if (!(await clock.sleep(Math.min(STEP_MS, wait), options?.signal)))
          return { ok: false, failure: { kind: 'aborted', message: 'stopped' } };
      return takes === 'never'
        ? { ok: false, failure: { kind: 'timeout', message: 'no answer' } }
        : await sample.transport.send(request, options);
    },
  };
  return { ...sample, transport, clock };
}

describe.each(BEHAVIOURS)('a target that %s', (_what, behaviour) => {
  it('is left within two minutes, with what was found, and is not ready', async () => {
    const target = server(behaviour);
    const started = target.clock.now();
    const { events } = await playAgainst(target, { dialects: ['entra-default', 'okta-oin'] });
    expect(target.clock.now() - started).toBeLessThanOrEqual(TWO_MINUTES);
    expect(events.at(-1)?.type).toBe('run-finished');
    expect(verdictsOf(events).map(({ verdict }) => verdict)).not.toContain('ready');
    expect([1, 3]).toContain(exitCodeOf(events));
  });
});

it.each([0, 100, 500, 2000])('a correct target that takes %i ms for each answer is played to the end', async (latency) => {
  const target = server(() => latency);
  const before = target.snapshot();
  const { events } = await playAgainst(target, { dialects: ['entra-default'] });
  expect(verdictsOf(events).map(({ verdict }) => verdict)).toEqual(['ready']);
  expect(target.snapshot()).toEqual(before);
});
