import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { type Ledger, openLedger } from '../../src/engine/ledger/ledger.js';
import { thisProcess } from '../../src/engine/ledger/live-process.js';
import { targetHash } from '../../src/engine/ledger/target-hash.js';
import type { Transport } from '../../src/http/transport.js';
import { isObject } from '../../src/scim/json.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN } from './harness.js';

let ledgerDirectory = '';
beforeEach(async () => {
  ledgerDirectory = await mkdtemp(join(tmpdir(), 'scim-check-two-'));
  onTestFinished(() => rm(ledgerDirectory, { recursive: true, force: true }));
});

it('two runs play at the same time: neither writes to what the other has created, and nothing stays of both', async () => {
  const clock = new VirtualClock();
  const server = sampleTransport({ token: TOKEN, clock });
  const before = server.snapshot();
  const owners = new Map<string, number>();
  const foreign: string[] = [];
  const seenBy = (seed: number): Transport => ({
    ...server.transport,
    async send(request, options) {
      const sent = await server.transport.send(request, options);
      const { method, target } = request;
      const id = decodeURIComponent(target.split(/[/?]/)[2] ?? '');
      if (method !== 'GET' && owners.has(id) && owners.get(id) !== seed) foreign.push(`${seed}: ${method} ${target}`);
      const created = sent.ok && method === 'POST' && sent.response.status === 201 ? sent.response.body : undefined;
      if (isObject(created)) owners.set(String(created['id']), seed);
      return sent;
    },
  });
  const scenarios = scenariosNamed('users/joiner', 'users/mover', 'users/duplicate', 'membership/again');
  const play = (seed: number) =>
    playAgainst(
      { ...server, transport: seenBy(seed), clock },
      { seed, runId: `run-${seed}`, dialects: ['entra-default'], scenarios, ledgerDirectory },
    );
  const runs = await Promise.all([play(1), play(2)]);
  expect(runs.map(({ findings }) => findings)).toEqual([[], []]);
  expect(new Set(owners.values())).toEqual(new Set([1, 2]));
  expect(foreign).toEqual([]);
  expect(server.snapshot()).toEqual(before);
  expect(await readdir(ledgerDirectory)).toEqual([]);
});

it.each<[string, object, boolean]>([
  ['with the seed of one that is under way is refused before anything is sent', {}, true],
  ['is not where that one has another seed', { seed: 8 }, false],
  ['is not where that one is about another target', { targetHash: 'another' }, false],
  ['is not where the process of that one is gone', { by: { pid: 1, place: 'elsewhere' } }, false],
])('a run %s', async (_what, other, isRefused) => {
  const clock = new VirtualClock();
  const server = sampleTransport({ token: TOKEN, clock });
  const first = {
    runId: 'first',
    target: server.target.display,
    targetHash: targetHash(server.target, 'first'),
    time: '2000-01-01T00:00:00Z',
    dialects: ['rfc'],
    seed: 7,
    by: await thisProcess(),
    ...other,
  } as const;
  const ledger: Ledger = await openLedger(ledgerDirectory, first, (text) => text, clock);
  onTestFinished(() => ledger.close());
  const send = vi.spyOn(server.transport, 'send');
  const scenarios = scenariosNamed('users/joiner');
  const second = playAgainst({ ...server, clock }, { seed: 7, dialects: ['rfc'], scenarios, ledgerDirectory });
  if (isRefused) await expect(second).rejects.toThrow('A run with the same seed, 7, is under way');
  else await second;
  expect(send.mock.calls.length > 0).toBe(!isRefused);
  expect(await readdir(ledgerDirectory)).toEqual(['ledger-first.ndjson']);
});
