import { describe, expect, it } from 'vitest';
import { exploreExitCode } from '../../src/app/explore-exit-code.js';
import type { Clock } from '../../src/base/clock.js';
import { ownRequest } from '../../src/client/own.js';
import type { SendOptions, Sent, Transport } from '../../src/http/transport.js';
import { isObject } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { type SampleTransport, sampleTransport } from '../sample/transport.js';
import { type ExploreOptions, exploreAgainst } from './explore-sample.js';

/** What becomes of the request with this number; undefined: the sample answers. */
type Way = (
  number: number,
  clock: Clock,
  options: SendOptions | undefined,
  request: Pick<ScimRequest, 'method'>,
) => Promise<Sent | undefined>;

const LOST: Sent = { ok: false, failure: { kind: 'reset', message: 'The connection to sample.test broke.' } };
const SILENT: Sent = { ok: false, failure: { kind: 'timeout', message: 'sample.test did not answer within 60 seconds.' } };
const THROTTLED: Sent = {
  ok: true,
  response: { status: 429, headers: [['retry-after', '1']], text: '', milliseconds: 1, truncated: false },
};

/** Explores the correct sample, on a way of its own. */
async function exploreOn(way: Way, options: ExploreOptions) {
  const clock = new VirtualClock();
  const server = sampleTransport({ token: 'explore-0123456789', clock });
  let number = 0;
  const transport: Transport = {
    ...server.transport,
    send: async (request, given) => {
      number += 1;
      return (await way(number, clock, given, request)) ?? (await server.transport.send(request, given));
    },
  };
  const explored = await exploreAgainst({ ...server, transport }, clock, options);
  return { ...explored, elapsed: clock.elapsed(), left: explored.events.find((event) => event.type === 'cleanup')?.left };
}

/** The correct sample, whose reads by id show what was there a second and a half ago. */
function lateSample(clock: Clock): SampleTransport {
  const server = sampleTransport({ token: 'explore-0123456789', clock });
  const shown = new Map<string, { readonly at: number; readonly sent: Sent }[]>();
  const read = (target: string): ScimRequest => ownRequest({ method: 'GET', target, purpose: 'verify' });
  const send: Transport['send'] = async (request, given) => {
    await clock.sleep(5, given?.signal);
    const id = /^\/\w+\/[^?]+/.exec(request.target)?.[0];
    const states = shown.get(id ?? '');
    if (request.method === 'GET' && id !== undefined && states !== undefined)
      return states.findLast(({ at }) => at <= clock.now() - 1500)?.sent ?? (await server.transport.send(read('/Users/nobody')));
    const sent = await server.transport.send(request, given);
    const written =
      request.method === 'POST' && sent.ok && isObject(sent.response.body) ? `${request.target}/${String(sent.response.body['id'])}` : id;
    if (request.method === 'GET') return sent;
    // A write to a group changes what its members show.
    for (const target of new Set([...shown.keys(), written ?? '/Users/nobody'])) {
      const states = shown.get(target) ?? [];
      const last = states.at(-1)?.sent;
      if (last?.ok !== true || last.response.status === 200)
        shown.set(target, [...states, { at: clock.now(), sent: await server.transport.send(read(target)) }]);
    }
    return sent;
  };
  return { ...server, transport: { ...server.transport, send } };
}

/** Answers nothing for a minute, as long as anybody waits for it. */
async function silence(clock: Clock, options: SendOptions | undefined): Promise<Sent> {
  // In small waits: whoever is called off in the middle of a long one of this clock has waited to its end.
  for (let waits = 0; waits < 120 && (await clock.sleep(500, options?.signal)); waits += 1);
  return SILENT;
}

describe('an exploration on a bad way', () => {
  it('takes no lost connection for a fault of what the target holds', async () => {
    const way: Way = async (number) => (number > 20 && number % 37 < 2 ? LOST : undefined);
    const { findings, finished } = await exploreOn(way, { dialects: ['okta-oin', 'rfc'], histories: 4 });
    expect(findings).toEqual([]);
    expect(finished.some(({ cut }) => cut > 0)).toBe(true);
  });

  it('judges nothing after a deletion that was carried out and whose answer was lost', async () => {
    const clock = new VirtualClock();
    const server = sampleTransport({ token: 'explore-0123456789', clock });
    const transport: Transport = {
      ...server.transport,
      send: async (request, given) => {
        const sent = await server.transport.send(request, given);
        return request.method === 'DELETE' && request.purpose !== 'cleanup' ? LOST : sent;
      },
    };
    const { findings, faults, finished } = await exploreAgainst({ ...server, transport }, clock, { dialects: ['rfc'], histories: 14 });
    expect(findings).toEqual([]);
    expect(faults).toEqual([]);
    expect(finished.some(({ cut }) => cut > 0)).toBe(true);
    // It is told what was lost, and not what could not be played because of it.
    expect(finished[0]?.reason).toMatch(/broke/);
  });

  it('plays on where connections break, and keeps nothing', async () => {
    const way: Way = async (number) => (number > 20 && number % 10 === 0 ? LOST : undefined);
    const { findings, finished, left } = await exploreOn(way, { dialects: ['rfc'], histories: 30 });
    expect(findings).toEqual([]);
    expect(finished.map(({ stopped, histories }) => [stopped, histories >= 10])).toEqual([[undefined, true]]);
    expect(left).toEqual([]);
  });

  it.each([
    ['when the time of a client was up', 27_000, 31_000],
    ['before', 20_000, 25_000],
  ])('does not tell a deletion that was lost %s, and is made up for, as something that the target keeps', async (_when, from, to) => {
    let began: number | undefined;
    const way: Way = async (_number, clock, options, { method }) => {
      began ??= clock.now();
      await clock.sleep(150, options?.signal);
      const passed = clock.now() - began;
      return method === 'DELETE' && passed > from && passed < to ? LOST : undefined;
    };
    const { events, finished, left } = await exploreOn(way, { dialects: ['okta-oin', 'rfc'], budgetMs: 60_000 });
    expect(left).toEqual([]);
    expect(finished.map(({ stopped }) => stopped)).toEqual([undefined, undefined]);
    expect(exploreExitCode(events, 'error')).toBe(0);
  });

  it('ends early, and says so, where nothing can be played to its end any more', async () => {
    const way: Way = async (number) => (number > 60 ? LOST : undefined);
    const { finished, events } = await exploreOn(way, { dialects: ['rfc'], budgetMs: 240_000 });
    expect(finished[0]?.cut).toBeLessThanOrEqual(20);
    expect(exploreExitCode(events, 'error')).toBe(1);
  });

  it('plays less where each request takes two seconds, and ends within its time, clean-up included', async () => {
    const way: Way = async (_number, clock, options) => {
      await clock.sleep(2000, options?.signal);
      return undefined;
    };
    const { findings, finished, left, elapsed } = await exploreOn(way, { dialects: ['okta-oin', 'rfc'], budgetMs: 240_000 });
    expect(findings).toEqual([]);
    expect(finished.map(({ histories }) => histories > 0)).toEqual([true, true]);
    expect(left).toEqual([]);
    expect(elapsed).toBeLessThanOrEqual(240_000);
  });

  it('finds nothing where every third request is throttled, and waits as long as it is told to', async () => {
    const way: Way = async (number) => (number % 3 === 0 ? THROTTLED : undefined);
    const { findings, finished, left, elapsed } = await exploreOn(way, { dialects: ['okta-oin', 'rfc'], budgetMs: 240_000 });
    expect(findings).toEqual([]);
    expect(finished.map(({ histories }) => histories > 0)).toEqual([true, true]);
    expect(left).toEqual([]);
    expect(elapsed).toBeLessThanOrEqual(240_000);
  });

  it('waits for what is shown late, deletions included, and leaves nothing behind', async () => {
    const clock = new VirtualClock();
    const { findings, finished, events } = await exploreAgainst(lateSample(clock), clock, {
      dialects: ['okta-oin', 'rfc'],
      budgetMs: 240_000,
    });
    expect(findings.filter(({ check }) => check !== 'SC2702')).toEqual([]);
    expect(finished.map(({ histories, stopped }) => [histories > 1, stopped])).toEqual([
      [true, undefined],
      [true, undefined],
    ]);
    expect(events.find((event) => event.type === 'cleanup')?.left).toEqual([]);
    expect(events.filter((event) => event.type === 'notice' && event.level === 'warning')).toEqual([]);
  });

  it.each([1, 60, 150])('ends within its time where a target answers nothing from request %i on', async (from) => {
    const way: Way = async (number, clock, options) => (number < from ? undefined : silence(clock, options));
    const { findings, elapsed } = await exploreOn(way, { dialects: ['rfc'], budgetMs: 40_000 });
    expect(findings.filter(({ check }) => check !== 'SC1003')).toEqual([]);
    expect(elapsed).toBeLessThanOrEqual(41_000);
  });

  it('ends within its time where only what is removed gets no answer', async () => {
    const clean: ExploreOptions = { dialects: ['rfc'], budgetMs: 40_000 };
    const way: Way = async (number, clock, options) => (number > 60 && number % 3 === 0 ? silence(clock, options) : undefined);
    const { elapsed } = await exploreOn(way, clean);
    expect(elapsed).toBeLessThanOrEqual(41_000);
  });
});
