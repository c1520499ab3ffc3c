import fs, { mkdtempSync, readdirSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inParallel } from '../../src/base/in-parallel.js';
import { exitCodeOf, verdictsOf } from '../../src/event/verdict.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { playAgainst, TOKEN } from './harness.js';

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

/** From the n-th write to a file on, so many fail as on a full disk; then there is room again. */
function fillDisk(from: number, failing = Number.POSITIVE_INFINITY): void {
  const write = fs.writeSync;
  let count = 0;
  vi.spyOn(fs, 'writeSync').mockImplementation(((...args: Parameters<typeof write>) => {
    count += 1;
    if (count >= from && count < from + failing) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
    return write(...args);
  }) as typeof write);
  // Those who have imported it see it, too.
  syncBuiltinESMExports();
}

async function played() {
  const clock = new VirtualClock();
  const sample = sampleTransport({ token: TOKEN, clock });
  const before = sample.snapshot();
  const ledgerDirectory = mkdtempSync(join(tmpdir(), 'scim-check-full-'));
  const run = await playAgainst({ ...sample, clock }, { dialects: ['entra-default', 'rfc'], ledgerDirectory });
  return { ...run, before, after: sample.snapshot(), files: readdirSync(ledgerDirectory) };
}

describe('a ledger that can no longer be written', () => {
  // The first line is that of the run; the others fall into creations, ids, names and deletions.
  it.each([2, 3, 5, 8, 13, 21, 34, 55, 89])('from its %s. write on ends the run, and all that was created is removed', async (from) => {
    fillDisk(from);
    const { events, before, after, files } = await played();
    expect(after).toEqual(before);
    expect(files).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: 'run-finished', aborted: { kind: 'ledger' } });
    expect(verdictsOf(events).map(({ verdict }) => verdict)).not.toContain('ready');
    expect(exitCodeOf(events)).toBe(2);
  });

  it.each([2, 7, 30])('for one write, the %s., ends it as well: there is no second try', async (from) => {
    fillDisk(from, 1);
    const { events, before, after, files } = await played();
    expect({ after, files }).toEqual({ after: before, files: [] });
    expect(events.at(-1)).toMatchObject({ aborted: { kind: 'ledger' } });
  });

  it('from the start lets nothing be sent, and leaves no file', async () => {
    fillDisk(1);
    const clock = new VirtualClock();
    const sample = sampleTransport({ token: TOKEN, clock });
    const ledgerDirectory = mkdtempSync(join(tmpdir(), 'scim-check-full-'));
    const send = vi.spyOn(sample.transport, 'send');
    await expect(playAgainst({ ...sample, clock }, { ledgerDirectory })).rejects.toThrow('cannot be written (ENOSPC)');
    expect(send).not.toHaveBeenCalled();
    expect(readdirSync(ledgerDirectory)).toEqual([]);
  });
});

describe('an error of scim-check itself', () => {
  it('in one scenario waits for the others before the clean-up, and the run does not count as whole', async () => {
    const clock = new VirtualClock();
    const sample = sampleTransport({ token: TOKEN, clock });
    const before = sample.snapshot();
    const events: unknown[] = [];
    const send = sample.transport.send.bind(sample.transport);
    let patches = 0;
    const transport: typeof sample.transport = {
      ...sample.transport,
      async send(request, options) {
        if (request.method === 'PATCH') patches += 1;
        if (request.method === 'PATCH' && patches === 3) throw new TypeError('a fault');
        return await send(request, options);
      },
    };
    const broken = playAgainst({ ...sample, transport, clock }, { dialects: ['entra-default'] }, undefined, (event) => events.push(event));
    await expect(broken).rejects.toThrow('a fault');
    expect(sample.snapshot()).toEqual(before);
    expect(events.at(-1)).toMatchObject({ type: 'run-finished', aborted: { kind: 'internal' } });
  });

  it('begins nothing new, and is thrown when all that was under way is done', async () => {
    const done: number[] = [];
    const work = async (item: number): Promise<void> => {
      if (item === 1) throw new Error('first');
      await new Promise((resolve) => setImmediate(resolve));
      done.push(item);
    };
    await expect(inParallel([0, 1, 2, 3, 4], 3, work, () => false)).rejects.toThrow('first');
    expect(done).toEqual([0, 2]);
  });
});
