import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/base/package-files.js';
import type { Io, Output } from '../../src/cli/io.js';
import { runProgram } from '../../src/cli/program.js';

const TUTORIALS = packagePath('fixtures/tutorials');

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string; cwd: string }> {
  const cwd = mkdtempSync(join(tmpdir(), 'scim-check-test-'));
  const ended = { code: 0, out: '', err: '', cwd };
  const output = (name: 'out' | 'err'): Output => ({
    write: (text) => {
      ended[name] += text;
    },
    columns: 100,
    colour: 0,
    interactive: false,
  });
  const io: Io = {
    argv,
    env: {},
    cwd,
    out: output('out'),
    err: output('err'),
    canAsk: false,
    readStdin: () => Promise.resolve(''),
    runCommand: async () => ({ exitCode: 0, output: '' }),
    setExitCode: (code) => {
      ended.code = code;
    },
    onInterrupt: () => () => undefined,
    dieOf: () => undefined,
    loaded: () => undefined,
  };
  writeFileSync(join(cwd, 'picture.md'), 'Review the user attributes.\n\n![attribute mappings](a.png)\n');
  await runProgram(io);
  return ended;
}

describe('mapping import', () => {
  it('prints exactly the members that programs rely on', async () => {
    const { out, err } = await run('mapping', 'import', '--format', 'json', `${TUTORIALS}/rollbar.md`);
    const found = JSON.parse(out);
    expect(Object.keys(found)).toEqual(['app', 'capabilities', 'users', 'groups', 'warnings']);
    expect(Object.keys(found.users[0])).toEqual(['name', 'type', 'filterable', 'required', 'line']);
    expect(found.users.at(-1).name).toBe('emails[type eq "work"]');
    expect(found.warnings.join()).toContain('rollbar.md:');
    expect(err).toBe('');
  });

  it('imports a folder into a folder', async () => {
    const { code, out, cwd } = await run('mapping', 'import', TUTORIALS, '-o', 'made');
    expect(code).toBe(0);
    expect(readdirSync(join(cwd, 'made')).length).toBe(readdirSync(TUTORIALS).length);
    expect(out).toContain(`written  ${join('made', 'slack.yaml')}`);
    expect(readFileSync(join(cwd, 'made', 'slack.yaml'), 'utf8')).toContain('name: slack');
  });

  it('goes on after a file that cannot be read, and fails when none can', async () => {
    const mixed = await run('mapping', 'import', 'picture.md', `${TUTORIALS}/sentry.md`);
    expect(mixed).toMatchObject({ code: 0, err: expect.stringContaining('picture.md:3: the mapping is shown as an image only') });
    expect(mixed.out).toContain('name: sentry');
    expect(await run('mapping', 'import', 'picture.md')).toMatchObject({ code: 2, out: '' });
    expect(await run('mapping', 'import', 'missing.md')).toMatchObject({ code: 2, out: '' });
  });
});

describe('mapping show, diff and discover', () => {
  it('show a mapping of the catalogue, and of a tutorial', async () => {
    expect((await run('mapping', 'show', 'okta-default')).out).toContain('User attributes (');
    expect((await run('mapping', 'show', `${TUTORIALS}/sentry.md`, '--format', 'yaml')).out).toContain('name: userName');
  });

  it('compare, with exit code 1 for differences', async () => {
    expect(await run('mapping', 'diff', 'rootly', 'rootly')).toMatchObject({ code: 0, out: 'rootly and rootly: no differences\n' });
    expect(await run('mapping', 'diff', 'rootly', 'rollbar')).toMatchObject({ code: 1, out: expect.stringContaining('only in rollbar') });
    expect(await run('mapping', 'diff', 'slack', '--target', 'sample')).toMatchObject({
      code: 1,
      out: expect.stringContaining('"untyped" is none of the canonical values'),
    });
    expect(await run('mapping', 'diff', 'nosuch', 'rootly')).toMatchObject({ code: 2, out: '' });
  });

  it('propose what the sample advertises', async () => {
    expect((await run('mapping', 'discover', '--target', 'sample')).out).toContain('name: discovered');
  });
});
