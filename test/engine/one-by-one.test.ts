import { expect, it } from 'vitest';
import { verdictsOf } from '../../src/event/verdict.js';
import type { Transport } from '../../src/http/transport.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { playAgainst, TOKEN } from './harness.js';

/** A target that lets whoever comes while it serves another wait until that one's connection is closed. */
function oneConnection(lateMs: number) {
  const clock = new VirtualClock();
  const sample = sampleTransport({ token: TOKEN, clock });
  let underWay = 0;
  const most: number[] = [];
  const transport: Transport = {
    ...sample.transport,
    async send(request, options) {
      underWay += 1;
      most.push(underWay);
      if (underWay > 1) await clock.sleep(lateMs, options?.signal);
      const sent = await sample.transport.send(request, options);
      // The answer is on its way for a while, in which another request can come.
      await new Promise(setImmediate);
      underWay -= 1;
      return sent;
    },
  };
  return { target: sample.target, transport, clock, most };
}

it('a target that serves one connection after the other is asked one thing at a time', async () => {
  const server = oneConnection(4000);
  const { events } = await playAgainst(server, { dialects: ['okta-oin'] });
  const notices = events.flatMap((event) => (event.type === 'notice' && event.level === 'warning' ? [event.message] : []));
  expect(notices).toEqual([expect.stringContaining('the run goes on with one request at a time')]);
  expect(Math.max(...server.most.slice(-200))).toBe(1);
  expect(server.clock.elapsed()).toBeLessThan(120_000);
  expect(verdictsOf(events).map(({ verdict }) => verdict)).toEqual(['ready']);
});

/** A target that refuses a write which comes while it works on another one, and some however they come. */
function oneWrite(everyMs: number) {
  const clock = new VirtualClock();
  const sample = sampleTransport({ token: TOKEN, clock });
  let writes = 0;
  let refused = 0;
  let last = -everyMs;
  const transport: Transport = {
    ...sample.transport,
    async send(request, options) {
      if (request.method === 'GET') return await sample.transport.send(request, options);
      writes += 1;
      try {
        if (writes > 1 || clock.now() - last < everyMs) {
          refused += 1;
          return { ok: true, response: { status: 429, headers: [['Retry-After', '1']], text: '', milliseconds: 1, truncated: false } };
        }
        last = clock.now();
        await clock.sleep(30);
        return await sample.transport.send(request, options);
      } finally {
        writes -= 1;
      }
    },
  };
  return { target: sample.target, transport, clock, refused: () => refused };
}

it('so is one that refuses what comes while it is busy', async () => {
  const server = oneWrite(0);
  const { events } = await playAgainst(server, { dialects: ['okta-oin'] });
  const notices = events.flatMap((event) => (event.type === 'notice' && event.level === 'warning' ? [event.message] : []));
  expect(notices).toContainEqual(expect.stringContaining('while others were under way, and none that was alone'));
  expect(server.refused()).toBeLessThan(12);
  expect(verdictsOf(events).map(({ verdict }) => verdict)).toEqual(['ready']);
});

it('one that minds how often it is asked is not', async () => {
  const { events } = await playAgainst(oneWrite(100), { dialects: ['okta-oin'] });
  const notices = events.flatMap((event) => (event.type === 'notice' ? [event.message] : []));
  expect(notices.join(' ')).not.toContain('one request at a time');
  expect(verdictsOf(events).map(({ verdict }) => verdict)).toEqual(['ready']);
});

it('a target that is just busy is not', async () => {
  const server = oneConnection(400);
  const { events } = await playAgainst(server, { dialects: ['okta-oin'] });
  expect(events.filter((event) => event.type === 'notice' && event.level === 'warning')).toEqual([]);
  expect(Math.max(...server.most.slice(-200))).toBeGreaterThan(1);
});
