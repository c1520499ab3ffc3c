import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Io } from '../../src/cli/io.js';
import { openReports } from '../../src/cli/reports.js';
import { REPORTERS } from '../../src/report/registry.js';
import type { Report, Reporter } from '../../src/report/reporter.js';
import { eventfulRun } from './events.js';
import { renderLater } from './render.js';

/** A process that can do nothing but write to files. */
function processIn(cwd: string): Io {
  const output = { write: () => undefined, columns: 80, colour: 0, interactive: false } as const;
  const none = {
    canAsk: false,
    readStdin: async () => '',
    runCommand: async () => ({ exitCode: 0, output: '' }),
    setExitCode: () => undefined,
  };
  return {
    argv: [],
    env: {},
    cwd,
    out: output,
    err: output,
    ...none,
    onInterrupt: () => () => undefined,
    dieOf: () => undefined,
    loaded: () => undefined,
  };
}

const fullDisk = (): never => {
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
};
const fault = (): never => {
  throw new TypeError('a fault of the report');
};

/** A report of which one part does not work. */
const broken = (parts: Partial<Report>): Reporter => ({
  name: 'broken',
  description: 'one that fails',
  live: false,
  create: (out) => ({ event: () => out.write('half'), end: () => undefined, ...parts }),
});

const WAYS: Readonly<Record<string, Partial<Report>>> = {
  'with each event': { event: fullDisk },
  'at the end': { end: fullDisk },
  'after the end': { end: async () => fullDisk() },
};

async function written(reporter: Reporter): Promise<{ readonly folder: string; readonly ended: Promise<readonly string[]> }> {
  const folder = mkdtempSync(join(tmpdir(), 'scim-check-reports-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const names = Object.keys(REPORTERS);
  const wanted = ['broken=first.out', ...names.map((name) => `${name}=${name}.out`)];
  const reports = openReports(processIn(folder), wanted, { reporters: { ...REPORTERS, broken: reporter } });
  for (const event of eventfulRun()) reports.sink(event);
  const ended = reports.end();
  await ended.catch(() => undefined);
  return { folder, ended };
}

describe('a report that fails', () => {
  it.each(Object.entries(WAYS))('%s is told and leaves no file; all others are whole', async (_name, parts) => {
    const { folder, ended } = await written(broken(parts));
    expect(await ended).toEqual(['the report broken=first.out could not be written: the disk is full']);
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(REPORTERS)
        .map((name) => `${name}.out`)
        .sort(),
    );
    for (const [name, reporter] of Object.entries(REPORTERS)) {
      const alone = await renderLater(reporter, eventfulRun(), { columns: 120 });
      expect(readFileSync(join(folder, `${name}.out`), 'utf8'), name).toBe(alone);
    }
  });

  it('by a fault of its own is reported as such, after the others are whole', async () => {
    const { folder, ended } = await written(broken({ end: async () => fault() }));
    await expect(ended).rejects.toThrow('a fault of the report');
    expect(readdirSync(folder)).toHaveLength(Object.keys(REPORTERS).length);
  });
});
