import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clean } from '../../src/engine/cleanup/resume-cleanup.js';
import { openLedger } from '../../src/engine/ledger/ledger.js';
import type { Sent, Transport } from '../../src/http/transport.js';
import { CREDENTIAL, type ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { type SampleTransport, sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, playSample, TOKEN } from './harness.js';

const answer = (status: number): Sent => ({
  ok: true,
  response: { status, headers: [], text: '', milliseconds: 1, truncated: false },
});

/** A way to a server on which some answers are others. */
function changed(server: SampleTransport, change: (request: ScimRequest, genuine: () => Promise<Sent>) => Promise<Sent>): Transport {
  return { ...server.transport, send: (request, options) => change(request, () => server.transport.send(request, options)) };
}

describe('what the run created is removed', () => {
  it.each([500, 503, 302])('although its creation was answered %s, after it had been stored', async (status) => {
    const clock = new VirtualClock();
    const server = sampleTransport({ token: TOKEN, clock });
    const before = server.snapshot();
    let stored = 0;
    const transport = changed(server, async (request, genuine) => {
      const sent = await genuine();
      if (request.method !== 'POST' || request.target !== '/Users' || !sent.ok || sent.response.status !== 201) return sent;
      stored += 1;
      return answer(status);
    });
    const scenarios = scenariosNamed('users/joiner');
    const { events } = await playAgainst({ ...server, transport, clock }, { dialects: ['entra-default'], scenarios });
    expect(stored).toBeGreaterThan(0);
    expect(events.find((event) => event.type === 'cleanup')?.left).toEqual([]);
    expect(server.snapshot()).toEqual(before);
  });

  it('and a list that still shows it does not make anything of it a stranger', async () => {
    const scenarios = scenariosNamed('users/duplicate');
    const { events } = await playSample({ defects: ['lists-are-cached'] }, { dialects: ['entra-default', 'okta-oin'], scenarios });
    const cleanup = events.find((event) => event.type === 'cleanup');
    expect([cleanup?.created, cleanup?.left]).toEqual([cleanup?.deleted, []]);
  });

  it.each([400, 408, 409, 422])(
    'although its creation was answered %s, after it had been stored, unless another may have made it',
    async (status) => {
      const clock = new VirtualClock();
      const server = sampleTransport({ token: TOKEN, clock });
      const before = server.snapshot();
      const transport = changed(server, async (request, genuine) => {
        const sent = await genuine();
        return request.method === 'POST' ? answer(status) : sent;
      });
      const scenarios = scenariosNamed('users/joiner');
      const { events } = await playAgainst({ ...server, transport, clock }, { dialects: ['entra-default'], scenarios });
      const left = events.find((event) => event.type === 'cleanup')?.left ?? [];
      if (status === 409) expect(left.length).toBe(server.snapshot().users.length - before.users.length);
      else expect([left, server.snapshot()]).toEqual([[], before]);
    },
  );

  it.each([403, 404, 413, 415])('and what was refused with %s is not looked for', async (status) => {
    const clock = new VirtualClock();
    const server = sampleTransport({ token: TOKEN, clock });
    const transport = changed(server, async (request, genuine) => (request.method === 'POST' ? answer(status) : await genuine()));
    const scenarios = scenariosNamed('users/joiner');
    const { exchanges } = await playAgainst({ ...server, transport, clock }, { dialects: ['entra-default'], scenarios });
    expect(exchanges.some(({ request }) => request.method === 'POST')).toBe(true);
    expect(exchanges.filter(({ purpose }) => purpose === 'cleanup')).toEqual([]);
  });

  it('and what a throttled bulk request would have created is not looked for', async () => {
    const clock = new VirtualClock();
    const server = sampleTransport({ token: TOKEN, clock });
    let bulks = 0;
    const transport = changed(server, async (request, genuine) => {
      if (request.target !== '/Bulk') return await genuine();
      bulks += 1;
      return answer(429);
    });
    const options = { dialects: ['rfc'], scenarios: scenariosNamed('rfc/bulk'), deadlineMs: 600_000 } as const;
    const { exchanges, events } = await playAgainst({ ...server, transport, clock }, options);
    expect(bulks).toBeGreaterThan(0);
    expect(exchanges.filter(({ purpose, request }) => purpose === 'cleanup' && request.url.includes('filter='))).toEqual([]);
    expect(events.find((event) => event.type === 'cleanup')?.left).toEqual([]);
  });

  it('by its id before others are looked up by a name that both have', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'scim-check-clean-'));
    onTestFinished(() => rm(directory, { recursive: true, force: true }));
    const clock = new VirtualClock();
    const server = sampleTransport({ token: TOKEN, clock, defects: ['duplicate-accepted'] });
    const before = server.snapshot();
    const run = { runId: 'r1', target: server.target.display, time: '2026-01-01T00:00:00Z', dialects: ['rfc'] } as const;
    const ledger = await openLedger(directory, run, (text) => text, clock);
    const entry = { resourceType: 'User', name: 'twin.sc2ab4defg@example.com', dialect: 'rfc' } as const;
    // Two people of one name: of the second one the answer never came.
    const first = await ledger.plan(entry);
    await ledger.created(first, await create(server, entry.name));
    await ledger.plan(entry);
    await create(server, entry.name);
    await ledger.close();
    expect(server.snapshot().users.length).toBe(before.users.length + 2);
    const { target, transport } = server;
    const result = await clean({ target, transport, clock, ledgerDirectory: directory }, () => undefined);
    expect(result).toMatchObject({ ledgers: 1, problems: [], underWay: [] });
    expect(server.snapshot()).toEqual(before);
    expect(await readdir(directory)).toEqual([]);
  });
});

async function create({ transport }: SampleTransport, userName: string): Promise<string> {
  const sent = await transport.send({
    method: 'POST',
    target: '/Users',
    headers: [
      ['Authorization', CREDENTIAL],
      ['Content-Type', 'application/scim+json'],
    ],
    body: { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName },
    purpose: 'create',
  });
  if (!sent.ok || sent.response.status !== 201) throw new Error(`no user was created: ${JSON.stringify(sent)}`);
  return String((sent.response.body as { id: string }).id);
}

describe('a target that deletes only what nobody uses', () => {
  it.each([400, 403, 409, 422])('and answers %s before: people are disabled and groups emptied first', async (status) => {
    const clock = new VirtualClock();
    const server = sampleTransport({ token: TOKEN, clock });
    const before = server.snapshot();
    let refused = 0;
    const transport = changed(server, async (request, genuine) => {
      const [, folder, id] = request.target.split('/');
      if (request.method !== 'DELETE') return await genuine();
      const { users, groups } = server.snapshot();
      const isUsed =
        folder === 'Users'
          ? users.some((user) => user.id === id && user['active'] !== false)
          : groups.some((group) => group.id === id && group['members'] !== undefined);
      if (!isUsed) return await genuine();
      refused += 1;
      return answer(status);
    });
    const scenarios = scenariosNamed('users/joiner', 'groups/push');
    const { events } = await playAgainst({ ...server, transport, clock }, { dialects: ['okta-oin'], scenarios });
    expect(refused).toBeGreaterThan(2);
    expect(events.find((event) => event.type === 'cleanup')?.left).toEqual([]);
    expect(server.snapshot()).toEqual(before);
  });
});

describe('an answer that tells nothing of a resource', () => {
  it.each([
    ['DELETE', 401],
    ['DELETE', 500],
    ['GET', 401],
    ['GET', 502],
  ] as const)('to every third %s (%s) leaves nothing behind: it is tried again', async (method, status) => {
    const clock = new VirtualClock();
    const server = sampleTransport({ token: TOKEN, clock });
    const before = server.snapshot();
    let count = 0;
    const transport = changed(server, async (request, genuine) => {
      if (request.purpose !== 'cleanup' || request.method !== method) return await genuine();
      count += 1;
      return count % 3 === 0 ? answer(status) : await genuine();
    });
    const scenarios = scenariosNamed('users/joiner', 'users/mover', 'groups/push');
    const { events } = await playAgainst({ ...server, transport, clock }, { dialects: ['entra-default'], scenarios });
    expect(count).toBeGreaterThan(3);
    expect(events.find((event) => event.type === 'cleanup')?.left).toEqual([]);
    expect(server.snapshot()).toEqual(before);
  });

  it('to every request is not asked for ever: what is left is told, and that nobody knows whether it is gone', async () => {
    const clock = new VirtualClock();
    const server = sampleTransport({ token: TOKEN, clock });
    let deletions = 0;
    const transport = changed(server, async (request, genuine) => {
      if (request.purpose !== 'cleanup' || request.method !== 'DELETE') return await genuine();
      deletions += 1;
      return answer(500);
    });
    const scenarios = scenariosNamed('users/joiner', 'users/mover', 'groups/push');
    const { events } = await playAgainst({ ...server, transport, clock }, { dialects: ['entra-default'], scenarios });
    const left = events.find((event) => event.type === 'cleanup')?.left ?? [];
    expect(left.length).toBeGreaterThan(3);
    // Some of them are sent twice, until three of a kind were in vain; then three tries show that nothing has changed.
    expect(deletions).toBeGreaterThanOrEqual(left.length + 3);
    expect(deletions).toBeLessThanOrEqual(2 * left.length + 3);
    expect(left[0]?.reason).toBe('DELETE was answered 500, and the resource can still be read (200)');
  });
});
