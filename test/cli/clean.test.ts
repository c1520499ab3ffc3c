import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProcess } from './in-process.js';
import { cli, folder, launch } from './spawn.js';
import { inFrontOf, sampleTarget, TOKEN, until } from './target.js';

const LONG_AGO = new Date('2026-01-01T00:00:00Z');
const env = { SCIM_CHECK_TOKEN: TOKEN };

/** A run that is killed while users of its making are in the target. */
async function killedRun() {
  const sample = await sampleTarget();
  const held = sample.snapshot();
  const cwd = folder();
  const { child, ended } = launch(['run', '--target', sample.url], { cwd, env });
  await until(() => sample.snapshot().users.length > held.users.length + 1, 'users are created');
  child.kill('SIGKILL');
  await ended;
  expect(sample.snapshot().users.length).toBeGreaterThan(held.users.length);
  expect(readdirSync(join(cwd, '.scim-check'))).toHaveLength(1);
  return { sample, held, cwd };
}

/** As if the run had been against another URL of the same server. */
function moveLedger(file: string, from: string, to: string): void {
  const [first = '', ...rest] = readFileSync(file, 'utf8').split('\n');
  const { targetHash: _hash, ...run } = JSON.parse(first.replace(from, to));
  writeFileSync(file, [JSON.stringify(run), ...rest].join('\n'));
}

describe('clean', () => {
  it('finishes what a killed run has left, and takes the ledger away', async () => {
    const { sample, held, cwd } = await killedRun();
    const { code, stdout, stderr } = await cli(['clean', '--target', sample.url], { cwd, env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Removing \d+ resources? …\n\d+ resources? removed, nothing left behind\.$/m);
    expect(sample.snapshot()).toEqual(held);
    expect(readdirSync(cwd)).toEqual([]);
    expect(await cli(['clean', '--target', sample.url], { cwd, env })).toMatchObject({ code: 0 });
  });

  it('leaves a run alone that is still under way, and finishes it when it is dead', async () => {
    const sample = await sampleTarget();
    const held = sample.snapshot();
    let patched = false;
    const url = await inFrontOf(sample, (incoming) => {
      patched ||= incoming.method === 'PATCH';
      return incoming.method === 'PATCH';
    });
    const cwd = folder();
    const { child, ended } = launch(['run', '--target', url, '--client', 'rfc', '--seed', '7', '--timeout', '600', 'users/mover'], {
      cwd,
      env,
    });
    await until(() => patched, 'a change is on its way');
    // As Ctrl-Z does: it shows no sign of life any more.
    child.kill('SIGSTOP');
    const [name = ''] = readdirSync(join(cwd, '.scim-check'));
    utimesSync(join(cwd, '.scim-check', name), LONG_AGO, LONG_AGO);
    const early = await cli(['clean', '--target', url], { cwd, env });
    expect(early.code).toBe(1);
    expect(early.stdout).toContain(`is still under way (process ${child.pid})`);
    const again = await cli(['run', '--target', url, '--client', 'rfc', '--seed', '7', 'users/mover'], { cwd, env });
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining(`process ${child.pid}`) });
    expect(sample.snapshot()).not.toEqual(held);
    child.kill('SIGKILL');
    await ended;
    expect(await cli(['clean', '--target', url], { cwd, env })).toMatchObject({ code: 0 });
    expect(sample.snapshot()).toEqual(held);
  });

  it('deletes nothing on another target', async () => {
    const { cwd } = await killedRun();
    const other = await sampleTarget();
    const { code, stdout } = await inProcess(['clean', '--target', other.url], { cwd, env });
    expect(code).toBe(0);
    expect(stdout).toContain('is about another target');
    expect(other.requests()).toBe(0);
    expect(readdirSync(join(cwd, '.scim-check'))).toHaveLength(1);
  });

  it('keeps the ledger when the target does not let go', async () => {
    const sample = await sampleTarget();
    const url = await inFrontOf(sample, (incoming, outgoing) => {
      if (incoming.method !== 'DELETE' || incoming.headers.authorization !== `Bearer ${TOKEN}`) return false;
      outgoing.writeHead(500).end();
      return true;
    });
    const cwd = folder();
    const run = await inProcess(['run', '--target', url, 'users/joiner', '--client', 'rfc'], { cwd, env });
    expect(run.code).toBe(1);
    const { code, stdout } = await inProcess(['clean', '--target', url], { cwd, env });
    expect(code).toBe(1);
    expect(stdout).toContain('They stay in');
    const refused = await inProcess(['clean', '--target', url], { cwd, env: { SCIM_CHECK_TOKEN: 'wrong' } });
    expect(refused.code).toBe(3);
    expect(readdirSync(join(cwd, '.scim-check'))).toHaveLength(1);
  });

  it('says of a host that knows no SCIM that it is unusable, and keeps the ledger', async () => {
    const { sample, cwd } = await killedRun();
    let gone = true;
    const url = await inFrontOf(sample, (_incoming, outgoing) => {
      if (gone) outgoing.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
      return gone;
    });
    const [name = ''] = readdirSync(join(cwd, '.scim-check'));
    const file = join(cwd, '.scim-check', name);
    moveLedger(file, sample.url, url);
    const { code, stdout } = await inProcess(['clean', '--target', url], { cwd, env });
    expect(code).toBe(3);
    expect(stdout).toContain('does not answer as a SCIM server');
    gone = false;
    expect(await inProcess(['clean', '--target', url], { cwd, env })).toMatchObject({ code: 0 });
  });

  it('asks for a target', async () => {
    expect((await inProcess(['clean'], { env })).code).toBe(2);
    expect((await inProcess(['clean', '--target', 'sample'], { env })).code).toBe(2);
  });
});
