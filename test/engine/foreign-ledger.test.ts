import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runMark } from '../../src/client/values/random.js';
import { clean } from '../../src/engine/cleanup/resume-cleanup.js';
import { openLedger } from '../../src/engine/ledger/ledger.js';
import { targetHash } from '../../src/engine/ledger/target-hash.js';
import { isMadeUp } from '../../src/engine/ledger/trust.js';
import { parseTarget, type Target } from '../../src/http/target.js';
import type { Transport } from '../../src/http/transport.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { TOKEN } from './harness.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'scim-check-foreign-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const clock = new VirtualClock();
const targetOf = (url: string): Target => {
  const parsed = parseTarget(url);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.target;
};

/** Leaves a ledger behind that names a person of the sample under the person's own id; `later`: the name that it says was given later. */
async function leave(target: Target, name: string, id: string, later?: string): Promise<string> {
  const run = {
    runId: 'r1',
    target: target.display,
    targetHash: targetHash(target, 'r1'),
    time: '2026-01-01T00:00:00Z',
    dialects: ['rfc'],
  } as const;
  const ledger = await openLedger(directory, run, (text) => text, clock);
  const entry = await ledger.plan({ resourceType: 'User', name, dialect: 'rfc' });
  await ledger.created(entry, id);
  if (later !== undefined) await ledger.named(entry, later);
  await ledger.close();
  return ledger.file;
}

/** Cleans up, and shows what was sent besides. */
async function cleaned(target: Target, answers?: Transport['send']) {
  const sent: string[] = [];
  const transport: Transport = {
    ...sample.transport,
    send: (request, options) => {
      sent.push(`${request.method} ${request.target}`);
      return answers === undefined ? sample.transport.send(request, options) : answers(request, options);
    },
  };
  const left: string[] = [];
  const result = await clean({ target, transport, clock, ledgerDirectory: directory }, (event) => {
    if (event.type === 'cleanup') left.push(...event.left.map((each) => each.reason));
  });
  return { result, sent, left };
}

const SAMPLE = targetOf('http://sample.test/scim/v2');
const sample = sampleTransport({ token: TOKEN, clock });
const before = sample.snapshot();
const [stranger] = before.users;
const strangerId = String(stranger?.['id']);
const MADE_UP = 'ann.sc2ab4defg@example.com';

describe('clean', () => {
  it('takes a ledger for another target when only the query differs', async () => {
    await leave(targetOf('http://sample.test/scim/v2?tenant=a'), MADE_UP, strangerId);
    const { result, sent } = await cleaned(targetOf('http://sample.test/scim/v2?tenant=b'));
    expect([result.ledgers, result.others.length, sent]).toEqual([0, 1, []]);
  });

  it('does not touch whoever has an id by now', async () => {
    await leave(SAMPLE, MADE_UP, strangerId);
    const { sent, left } = await cleaned(SAMPLE);
    expect([sent.filter((each) => each.startsWith('DELETE')), left]).toEqual([[], [expect.stringContaining('another resource')]]);
    expect(sample.snapshot()).toEqual(before);
  });

  it('does not believe a name that scim-check does not make up', async () => {
    const file = await leave(SAMPLE, String(stranger?.['userName']), strangerId);
    const { sent, left } = await cleaned(SAMPLE);
    expect([sent.filter((each) => each.includes(strangerId)), left]).toEqual([[], [expect.stringContaining('by hand')]]);
    expect(await readFile(file, 'utf8')).toContain(strangerId);
  });

  it('nor one that the ledger says was given later', async () => {
    await leave(SAMPLE, MADE_UP, strangerId, String(stranger?.['userName']));
    const { sent, left } = await cleaned(SAMPLE);
    expect([sent.filter((each) => each.startsWith('DELETE')), left]).toEqual([[], [expect.stringContaining('another resource')]]);
    expect(sample.snapshot()).toEqual(before);
  });

  it('believes the mark of every run, whatever its seed', () => {
    const marks = Array.from({ length: 2000 }, (_each, seed) => runMark(seed));
    expect(marks.filter((mark) => !isMadeUp(`sent.again.${mark}@example.com`))).toEqual([]);
    expect(['schneider@example.com', 'schmidt42@example.com', 'mmeier2345', 'scheduling@example.com'].filter(isMadeUp)).toEqual([]);
  });

  it.each([
    ['that others can write', 0o666, 'can be written by others'],
    // scim-check makes none; git and copies make such files.
    ['that others can read', 0o644, 'may have come with a checkout'],
  ])('does not believe a ledger %s', async (_what, mode, reason) => {
    const file = await leave(SAMPLE, MADE_UP, strangerId);
    await chmod(file, mode);
    const { result, sent } = await cleaned(SAMPLE);
    expect([result.ledgers, result.problems]).toEqual([0, [expect.stringContaining(reason)]]);
    expect(sent.filter((each) => each.includes(strangerId))).toEqual([]);
  });

  it('does not take the 404 of a host without SCIM for a proof', async () => {
    const file = await leave(SAMPLE, MADE_UP, strangerId);
    const lines = await readFile(file, 'utf8');
    const { result } = await cleaned(SAMPLE, async () => ({
      ok: true,
      response: { status: 404, headers: [], text: 'not found', milliseconds: 1, truncated: false },
    }));
    expect(result).toMatchObject({ ledgers: 1, problems: [], unusable: expect.stringContaining('does not answer as a SCIM server') });
    expect(await readFile(file, 'utf8')).toBe(lines);
  });

  it('asks no target for a ledger that it does not trust', async () => {
    await chmod(await leave(SAMPLE, MADE_UP, strangerId), 0o622);
    expect((await cleaned(SAMPLE)).sent).toEqual([]);
  });

  const FOREIGN: readonly [string, (file: string) => unknown][] = [
    ['of other text', (file) => writeFile(file, 'hello\n')],
    ['that is empty', (file) => writeFile(file, '')],
    ['that is a link', (file) => symlink('/etc/hostname', file)],
    ['that is a folder', (file) => mkdir(file)],
    ['that is a pipe, which nobody writes to', (file) => execFileSync('sh', ['-c', 'mkfifo "$0"', file])],
  ];
  it.each(FOREIGN)('tells a file %s once, goes on, and leaves it as it is', async (_what, make) => {
    const file = join(directory, 'ledger-x.ndjson');
    await make(file);
    const { result, sent } = await cleaned(SAMPLE);
    expect([result.problems.length, sent]).toEqual([1, []]);
    expect((await cleaned(SAMPLE)).result.problems).toEqual([]);
    await writeFile(join(directory, 'ledger-y.ndjson'), 'another\n');
    expect((await cleaned(SAMPLE)).result.problems).toEqual([expect.stringContaining('ledger-y')]);
    expect((await readdir(directory)).sort()).toEqual(['ledger-x.ndjson', 'ledger-y.ndjson', 'told']);
  });

  it('forgets what it has told when nothing of it is left', async () => {
    const file = join(directory, 'ledger-x.ndjson');
    await writeFile(file, 'hello\n');
    await cleaned(SAMPLE);
    await rm(file);
    await cleaned(SAMPLE);
    expect(await readdir(directory)).toEqual([]);
  });
});
