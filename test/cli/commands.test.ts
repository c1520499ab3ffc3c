import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProcess } from './in-process.js';
import { cli, folder, launch } from './spawn.js';
import { until } from './target.js';

describe('list', () => {
  it.each(['scenarios', 'mappings', 'clients', 'checks', 'defects', 'variants', 'reports'])(
    '%s, for people and for programs',
    async (what) => {
      const [people, programs] = await Promise.all([inProcess(['list', what]), inProcess(['list', what, '--json'])]);
      expect([people.code, programs.code]).toEqual([0, 0]);
      const rows = JSON.parse(programs.stdout) as { name: string; title: string }[];
      expect(rows.length).toBeGreaterThan(2);
      for (const { name, title } of rows) {
        expect(people.stdout).toMatch(new RegExp(`^${name.replace(/[/.]/g, '\\$&')}(\\s|$)`, 'm'));
        expect(title).not.toBe('');
      }
      expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
    },
  );
});

describe('explain', () => {
  it('explains every check', async () => {
    const { stdout } = await cli(['explain', 'sc1304']);
    expect(stdout).toMatch(/^SC1304 /);
    for (const word of ['severity', 'clients', 'rule', 'effect', 'fix', 'right', 'wrong'])
      expect(stdout).toMatch(new RegExp(`^${word} `, 'm'));
  });
});

describe('explain, of several checks', () => {
  it('tells each, or which there is not', async () => {
    const { stdout } = await inProcess(['explain', 'SC2104', 'sc1205']);
    expect(stdout.match(/^SC\d{4} /gm)).toEqual(['SC2104 ', 'SC1205 ']);
    expect(await inProcess(['explain', 'SC2104', 'SC9'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('lint', () => {
  it('finds nothing in what comes with the package', async () => {
    expect(await cli(['lint'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('points at the mistake, in scenarios and mappings', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'scenario.yaml'), 'id: own/thing\ntitle: Thing\nsteps:\n  - craete: { user: a }\n');
    writeFileSync(join(cwd, 'mapping.yaml'), 'app: Thing\nsource: none\nusers:\n  - nmae: userName\n');
    const { code, stdout, stderr } = await inProcess(['lint', '.'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toMatch(/scenario\.yaml:4:5 /);
    expect(stdout).toContain('Did you mean "create"?');
    expect(stdout).toMatch(/mapping\.yaml:4:/);
    expect(stdout).toContain('^');
    expect(stderr).toMatch(/\d+ problems in 2 files/);
  });
});

describe('init', () => {
  it('writes files that work as they stand, and never overwrites', async () => {
    const cwd = folder();
    expect((await cli(['init'], { cwd })).code).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(['scim-check.yaml', 'scim-scenarios']);
    expect(await cli(['lint', 'scim-scenarios'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect((await cli(['run', './scim-scenarios/example.yaml'], { cwd })).code).toBe(0);
    writeFileSync(join(cwd, 'scim-check.yaml'), '# mine\n');
    expect((await cli(['init'], { cwd })).stdout).toContain('kept     scim-check.yaml (it exists; --force overwrites it)');
    expect(readFileSync(join(cwd, 'scim-check.yaml'), 'utf8')).toBe('# mine\n');
  });

  it('offers settings that exist', async () => {
    const cwd = folder();
    await inProcess(['init'], { cwd });
    const path = join(cwd, 'scim-check.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^# (?=[a-z-]+: )/gm, ''));
    const { code, stdout } = await inProcess(['run', '--dry-run', '--config', 'scim-check.yaml'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('example/new-colleague');
  });
});

describe('sample', () => {
  it('serves until it is stopped, and keeps its token in a file for its owner', async () => {
    const { child, ended } = launch(['sample', '--defect', 'duplicate-400']);
    let shown = '';
    child.stdout?.on('data', (part: Buffer) => {
      shown += part.toString('utf8');
    });
    await until(() => shown.includes('Ctrl-C'), 'the server says that it is up');
    const [, url = '', file = ''] = /run --target (\S+) --token-file (\S+)/.exec(shown) ?? [];
    const token = readFileSync(file, 'utf8').trim();
    expect(shown).not.toContain(token);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const run = await cli(['run', '--target', url, '--token-file', file, 'users/duplicate', '--client', 'entra-default']);
    expect(run.code).toBe(1);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
    expect(() => statSync(dirname(file))).toThrow();
  });

  it('takes a token from a variable', async () => {
    const { child, ended } = launch(['sample', '--token-env', 'MINE'], { env: { MINE: 'hunter2-secret' } });
    let shown = '';
    child.stdout?.on('data', (part: Buffer) => {
      shown += part.toString('utf8');
    });
    await until(() => shown.includes('Ctrl-C'), 'the server says that it is up');
    expect(shown).toContain('--token-env MINE');
    expect(shown).not.toContain('hunter2');
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('says when the port is taken', async () => {
    const { child, ended } = launch(['sample']);
    let shown = '';
    child.stdout?.on('data', (part: Buffer) => {
      shown += part.toString('utf8');
    });
    await until(() => shown.includes('Ctrl-C'), 'the server says that it is up');
    const port = /127\.0\.0\.1:(\d+)/.exec(shown)?.[1] ?? '';
    const second = await cli(['sample', '--port', port]);
    expect(second.code).toBe(2);
    expect(second.stderr).toContain(`port ${port}`);
    child.kill('SIGINT');
    await ended;
  });
});
