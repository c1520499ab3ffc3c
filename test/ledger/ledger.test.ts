import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Ledger, listLedgers, openLedger, readLedger, resumeLedger } from '../../src/engine/ledger/ledger.js';
import type { LedgerRun } from '../../src/engine/ledger/ledger-entry.js';
import { VirtualClock } from '../base/virtual-clock.js';

const run: LedgerRun = {
  runId: 'r1',
  target: 'https://example.com/scim',
  time: '2026-01-01T00:00:00Z',
  dialects: ['entra-default', 'okta-aiw'],
};
const same = (text: string) => text;
const user = (name: string) => ({ resourceType: 'User', name, dialect: 'entra-default' }) as const;
let clock = new VirtualClock();
let directory = '';

beforeEach(async () => {
  clock = new VirtualClock();
  directory = await mkdtemp(join(tmpdir(), 'scim-check-ledger-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
});

async function start(redact = same): Promise<Ledger> {
  const ledger = await openLedger(join(directory, '.scim-check'), run, redact, clock);
  onTestFinished(() => ledger.close());
  return ledger;
}

async function entriesIn(file: string) {
  const read = await readLedger(file);
  if ('error' in read) throw new Error(read.error);
  return read.entries;
}

describe('a ledger', () => {
  it('is a file of the run that only its owner can read', async () => {
    const ledger = await start();
    expect(ledger.file).toBe(join(directory, '.scim-check', 'ledger-r1.ndjson'));
    expect((await stat(ledger.file)).mode & 0o777).toBe(0o600);
    expect(await readFile(ledger.file, 'utf8')).toBe(`${JSON.stringify({ type: 'run', ...run })}\n`);
    await ledger.close();
  });

  it('has each step on the disk when it resolves, while it is still open', async () => {
    const ledger = await start();
    const first = await ledger.plan(user('a@example.com'));
    expect(await entriesIn(ledger.file)).toEqual([{ n: 1, ...user('a@example.com') }]);
    const second = await ledger.plan({ resourceType: 'Group', name: 'g', dialect: 'okta-aiw' });
    await ledger.created(first, 'id-1');
    expect(await entriesIn(ledger.file)).toEqual([
      { n: 2, resourceType: 'Group', name: 'g', dialect: 'okta-aiw' },
      { n: 1, ...user('a@example.com'), id: 'id-1' },
    ]);
    await ledger.deleted(second);
    expect(await entriesIn(ledger.file)).toEqual([{ n: 1, ...user('a@example.com'), id: 'id-1' }]);
    expect(ledger.open()).toEqual(await entriesIn(ledger.file));
  });

  it('lists what is left last in, first out', async () => {
    const ledger = await start();
    for (const name of ['a', 'b', 'c']) await ledger.created(await ledger.plan(user(name)), `id-${name}`);
    await ledger.deleted(2);
    expect(ledger.open().map((entry) => entry.name)).toEqual(['c', 'a']);
  });

  it('is gone after a run that left nothing, and stays after one that did', async () => {
    const clean = await start();
    await clean.deleted(await clean.plan(user('a')));
    await clean.close();
    expect(await readdir(join(directory, '.scim-check'))).toEqual([]);
    const dirty = await start();
    await dirty.plan(user('b'));
    await dirty.close();
    expect(await listLedgers(join(directory, '.scim-check'))).toEqual([dirty.file]);
  });

  it('keeps the order of steps that run at the same time', async () => {
    const ledger = await start();
    const numbers = await Promise.all(Array.from({ length: 50 }, (_each, index) => ledger.plan(user(`u${index}`))));
    await Promise.all(numbers.map((n) => ledger.created(n, `id-${n}`)));
    expect(new Set(numbers).size).toBe(50);
    const entries = await entriesIn(ledger.file);
    expect(entries).toHaveLength(50);
    for (const entry of entries) expect(entry).toEqual({ n: entry.n, ...user(`u${numbers.indexOf(entry.n)}`), id: `id-${entry.n}` });
  });

  it('keeps odd names and ids, on one line each', async () => {
    const ledger = await start();
    const odd = '"\\\n\r\u2028 é😀/../';
    await ledger.created(await ledger.plan(user(odd)), odd);
    expect((await entriesIn(ledger.file))[0]).toMatchObject({ name: odd, id: odd });
    expect((await readFile(ledger.file, 'utf8')).split('\n')).toHaveLength(4);
  });

  it('writes no secret: an id that holds one is remembered in memory only', async () => {
    const ledger = await start((text) => text.replaceAll('s3cret', '[redacted]'));
    await ledger.created(await ledger.plan(user('a')), 'id-s3cret');
    expect(ledger.open()).toEqual([{ n: 1, ...user('a'), id: 'id-s3cret' }]);
    expect(await readFile(ledger.file, 'utf8')).not.toContain('s3cret');
    expect(await entriesIn(ledger.file)).toEqual([{ n: 1, ...user('a') }]);
  });

  it('is never written over or through a link', async () => {
    const ledger = await start();
    await expect(start()).rejects.toThrow('(EEXIST)');
    await ledger.close();
    const victim = join(directory, 'victim');
    await writeFile(victim, 'precious');
    await symlink(victim, ledger.file);
    await expect(start()).rejects.toThrow('(EEXIST)');
    expect(await readFile(victim, 'utf8')).toBe('precious');
  });

  it('stays in its directory whatever the run is called', async () => {
    const ledger = await openLedger(directory, { ...run, runId: '../../evil/x' }, same, clock);
    expect(ledger.file).toBe(join(directory, 'ledger-.._.._evil_x.ndjson'));
    await ledger.close();
  });

  it('lets nothing be created any more when it cannot be written, and says why', async () => {
    const ledger = await start();
    const first = await ledger.plan(user('a'));
    expect(ledger.failure()).toBeUndefined();
    await ledger.close();
    await expect(ledger.plan(user('b'))).rejects.toThrow(`The ledger ${ledger.file} can no longer be written (`);
    await expect(ledger.named(first, 'c')).rejects.toThrow('can no longer be written');
    expect(ledger.failure()).toContain(ledger.file);
    expect(ledger.open().map(({ name }) => name)).toEqual(['a']);
  });

  it('has an address that was given later on the disk, once', async () => {
    const ledger = await start();
    const [named, nameless] = [await ledger.plan(user('a')), await ledger.plan(user(''))];
    for (const trace of ['new@example.com', 'new@example.com']) await ledger.traced(named, trace);
    // Without a name all that was sent must be shown again: nothing may be added.
    await ledger.traced(nameless, 'new@example.com');
    expect(ledger.open()).toEqual([
      { n: 2, ...user('') },
      { n: 1, ...user('a'), traces: ['new@example.com'] },
    ]);
    expect(await entriesIn(ledger.file)).toEqual(ledger.open());
    await ledger.deleted(named);
    await ledger.traced(named, 'other@example.com');
    expect(ledger.open().map(({ n }) => n)).toEqual([2]);
  });

  it('has what a target answered, what it refused, and another name on the disk', async () => {
    const ledger = await start();
    const [first, second] = [await ledger.plan(user('a')), await ledger.plan(user('b'))];
    await ledger.named(first, 'c');
    await ledger.answered(first);
    await ledger.refused(second, 409);
    expect(ledger.open()).toEqual([
      { n: 2, ...user('b'), refused: 409 },
      { n: 1, ...user('a'), names: ['c'], answered: true },
    ]);
    expect(await entriesIn(ledger.file)).toEqual(ledger.open());
    expect(ledger.made()).toEqual([{ n: 1, ...user('a'), names: ['c'], answered: true }]);
    await ledger.deleted(first);
    for (const change of [ledger.named(first, 'd'), ledger.answered(first), ledger.refused(first, 400)]) await change;
    expect(ledger.open().map(({ n }) => n)).toEqual([2]);
  });

  it('says that it cannot be opened before anything is created', async () => {
    await writeFile(join(directory, 'file'), '');
    await expect(openLedger(join(directory, 'file'), run, same, clock)).rejects.toThrow();
  });
});

describe('after a crash', () => {
  it('tells what to clean up, wherever the last line was torn', async () => {
    const ledger = await start();
    await ledger.created(await ledger.plan(user('ä')), 'id-1');
    const second = await ledger.plan(user('b'));
    const before = (await readFile(ledger.file)).length;
    await ledger.created(second, 'ü');
    const whole = await readFile(ledger.file);
    for (let length = before; length < whole.length; length++) {
      await writeFile(ledger.file, whole.subarray(0, length));
      expect(await entriesIn(ledger.file)).toEqual([
        { n: 2, ...user('b') },
        { n: 1, ...user('ä'), id: 'id-1' },
      ]);
    }
  });

  it('has every line where another process can read it, although the file was never closed', async () => {
    const ledger = await start();
    await ledger.created(await ledger.plan(user('a')), 'id-a');
    await ledger.plan(user('b'));
    const script = 'process.stdout.write(require("node:fs").readFileSync(process.argv[1], "utf8"))';
    const seen = execFileSync(process.execPath, ['-e', script, ledger.file]).toString('utf8');
    const types = seen
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).type);
    expect(types).toEqual(['run', 'planned', 'created', 'planned']);
  });

  it('goes on from where it stopped, after cutting off the torn line', async () => {
    const ledger = await start();
    await ledger.created(await ledger.plan(user('a')), 'id-a');
    await ledger.plan(user('b'));
    await appendFile(ledger.file, '{"type":"crea');
    const resumed = await resumeLedger(ledger.file, same, clock);
    if ('error' in resumed) throw new Error(resumed.error);
    expect(resumed.run).toEqual(run);
    expect(resumed.ledger.open().map((entry) => entry.id)).toEqual([undefined, 'id-a']);
    await resumed.ledger.deleted(1);
    expect((await entriesIn(ledger.file)).map((entry) => entry.name)).toEqual(['b']);
    expect(await resumed.ledger.plan(user('c'))).toBe(3);
    await resumed.ledger.deleted(2);
    await resumed.ledger.deleted(3);
    await resumed.ledger.close();
    expect(await listLedgers(join(directory, '.scim-check'))).toEqual([]);
  });
});

describe('a file that is no ledger', () => {
  const cases: readonly [string, string, RegExp][] = [
    ['empty', '', /does not begin with a record of its run/],
    ['something else', 'hello\nworld\n', /Line 1 .* is not a record/],
    [
      'broken in the middle',
      `${JSON.stringify({ type: 'run', ...run })}\n{"type":\n{"type":"deleted","n":1}\n`,
      /Line 2 .* is not a record/,
    ],
    [
      'of wrong types',
      `${JSON.stringify({ type: 'run', ...run })}\n{"type":"created","n":"1","id":7}\n{"type":"deleted","n":1}\n`,
      /Line 2/,
    ],
    ['without its run', '{"type":"deleted","n":1}\n', /does not begin/],
  ];
  it.each(cases)('is an error, not an exception: %s', async (_name, content, message) => {
    const file = join(directory, 'ledger-x.ndjson');
    await writeFile(file, content);
    expect(await readLedger(file)).toEqual({ error: expect.stringMatching(message) });
    expect(await resumeLedger(file, same, clock)).toEqual({ error: expect.stringMatching(message) });
    expect(await readFile(file, 'utf8')).toBe(content);
  });

  it('is an error when it is missing, a directory, or far too large', async () => {
    const large = join(directory, 'ledger-large.ndjson');
    await writeFile(large, '');
    await truncate(large, 65 * 1024 * 1024);
    for (const [file, code] of [
      [join(directory, 'none'), 'ENOENT'],
      [directory, 'not a file'],
      [large, 'EFBIG'],
    ] as const) {
      expect(await readLedger(file)).toEqual({ error: expect.stringContaining(code) });
      expect(await resumeLedger(file, same, clock)).toHaveProperty('error');
    }
  });

  it('does not count as a ledger, nor does a missing directory', async () => {
    await writeFile(join(directory, 'notes.txt'), '');
    await writeFile(join(directory, 'ledger-b.ndjson'), '');
    await writeFile(join(directory, 'ledger-a.ndjson'), '');
    expect(await listLedgers(directory)).toEqual([join(directory, 'ledger-a.ndjson'), join(directory, 'ledger-b.ndjson')]);
    expect(await listLedgers(join(directory, 'none'))).toEqual([]);
  });
});
