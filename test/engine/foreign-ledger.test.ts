import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/engine/ledger/ledger.js';
import { targetHash } from '../../src/engine/ledger/target-hash.js';
import { clean } from '../../src/engine/run/resume-cleanup.js';
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

/** Leaves a ledger behind that names a person of the sample under the person's own id. */
async function leave(target: Target, name: string, id: string): Promise<string> {
  const run = {
    runId: 'r1',
    target: target.display,
    targetHash: targetHash(target, 'r1'),
    time: '2026-01-01T00:00:00Z',
    dialects: ['rfc'],
  } as const;
  const ledger = await openLedger(directory, run, (text) => text, clock);
  await ledger.created(await ledger.plan({ resourceType: 'User', name, dialect: 'rfc' }), id);
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

  it('does not read a ledger that others can write', async () => {
    const file = await leave(SAMPLE, MADE_UP, strangerId);
    await chmod(file, 0o666);
    const { result, sent } = await cleaned(SAMPLE);
    expect([result.ledgers, result.problems]).toEqual([0, [expect.stringContaining('can be written by others')]]);
    expect(sent.filter((each) => each.includes(strangerId))).toEqual([]);
  });

  it('does not take the 404 of a host without SCIM for a proof', async () => {
    const file = await leave(SAMPLE, MADE_UP, strangerId);
    const lines = await readFile(file, 'utf8');
    const { result } = await cleaned(SAMPLE, async () => ({
      ok: true,
      response: { status: 404, headers: [], text: 'not found', milliseconds: 1, truncated: false },
    }));
    expect([result.ledgers, result.problems]).toEqual([0, [expect.stringContaining('does not answer as a SCIM server')]]);
    expect(await readFile(file, 'utf8')).toBe(lines);
  });

  it('tells a foreign file and goes on', async () => {
    await writeFile(join(directory, 'ledger-x.ndjson'), 'hello\n');
    const { result, sent } = await cleaned(SAMPLE);
    expect([result.problems.length, sent]).toEqual([1, []]);
  });
});
