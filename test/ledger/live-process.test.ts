import { spawn } from 'node:child_process';
import { mkdtemp, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { underWay } from '../../src/engine/ledger/heartbeat.js';
import { openLedger, readLedger, resumeLedger } from '../../src/engine/ledger/ledger.js';
import { isRunning, processMark, thisProcess } from '../../src/engine/ledger/live-process.js';
import { VirtualClock } from '../base/virtual-clock.js';

const LONG_AGO = new Date('2026-01-01T00:00:00Z');
const now = Date.now();

/** A process of the test's own. */
function child(): { readonly pid: number; readonly end: () => Promise<void> } {
  const process = spawn('sleep', ['600'], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => process.on('exit', () => resolve()));
  const end = async (): Promise<void> => {
    process.kill('SIGKILL');
    await ended;
  };
  onTestFinished(end);
  return { pid: process.pid ?? 0, end };
}

describe('a process', () => {
  it('exists while it is there, stopped or not, and no longer', async () => {
    const { pid, end } = child();
    const mark = { ...(await thisProcess()), pid };
    // Without the time of its start, as on systems that do not tell it.
    const { started: _own, ...plain } = mark;
    expect(await isRunning(plain, now, now)).toBe(true);
    process.kill(pid, 'SIGSTOP');
    expect(await isRunning(plain, now, now)).toBe(true);
    await end();
    expect(await isRunning(plain, now, now)).toBeUndefined();
  });

  it('is another when its number was given again, here or after a start of the machine', async () => {
    const mark = await thisProcess();
    expect(await isRunning(mark, now, now)).toBe(true);
    if (mark.started !== undefined) expect(await isRunning({ ...mark, started: '1' }, now, now)).toBe(false);
    expect(await isRunning({ pid: mark.pid, place: mark.place }, LONG_AGO.getTime(), now)).toBeUndefined();
  });

  it('of another machine or container is not known', async () => {
    expect(await isRunning({ ...(await thisProcess()), place: 'elsewhere' }, now, now)).toBeUndefined();
  });

  it.each([
    undefined,
    17,
    'x',
    {},
    { pid: 0, place: '' },
    { pid: -1, place: '' },
    { pid: 1.5, place: '' },
    { pid: '1', place: '' },
    { pid: 1 },
  ])('is not %j', (value) => expect(processMark(value)).toBeUndefined());
});

describe('a ledger that has shown no sign of life for long', () => {
  const clock = new VirtualClock();
  const begin = async () => {
    const directory = await mkdtemp(join(tmpdir(), 'scim-check-live-'));
    const run = { runId: 'r', target: 'https://example.com', time: new Date(now).toISOString(), dialects: [], by: await thisProcess() };
    const ledger = await openLedger(directory, run, (text) => text, clock);
    onTestFinished(() => ledger.close());
    return ledger.file;
  };
  const ask = async (file: string) => {
    await utimes(file, LONG_AGO, LONG_AGO);
    const read = await readLedger(file);
    if ('error' in read) throw new Error(read.error);
    return await underWay(file, read.writer, new VirtualClock());
  };

  it('is under way while its process exists', async () => {
    expect(await ask(await begin())).toEqual({ isUnderWay: true, pid: process.pid });
  });

  it('is under way by whoever goes on with it', async () => {
    const file = await begin();
    const read = await readLedger(file);
    if ('error' in read) throw new Error(read.error);
    const gone = { ...read.writer, by: { ...(await thisProcess()), place: 'elsewhere' } };
    await utimes(file, LONG_AGO, LONG_AGO);
    expect(await underWay(file, gone, new VirtualClock())).toEqual({ isUnderWay: false });
    const resumed = await resumeLedger(file, (text) => text, new VirtualClock());
    if ('error' in resumed) throw new Error(resumed.error);
    expect(await ask(file)).toEqual({ isUnderWay: true, pid: process.pid });
    await resumed.ledger.plan({ resourceType: 'User', name: 'a', dialect: 'rfc' });
    await resumed.ledger.close();
    expect(await readLedger(file)).toMatchObject({ closed: true });
  });
});
