import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProcess } from './in-process.js';
import { folder } from './spawn.js';

const FILE = 'baseline.yaml';
const cwd = folder();
const path = join(cwd, FILE);
const run = (...args: readonly string[]) =>
  inProcess(['run', '--target', 'sample', '--client', 'okta-aiw', ...args], { cwd, inNoTime: true });
const DEFECTS = ['--defect', 'put-ignores-active', '--defect', 'duplicate-accepted'];

describe('a baseline', () => {
  it('is written, accepts the same defects under other people, and fails on new, stale and unsafe ones', async () => {
    const written = await run(...DEFECTS, '--baseline', FILE, '--update-baseline', '--seed', '1');
    expect(written).toMatchObject({ code: 0, stderr: '' });
    expect(written.stdout).toMatch(/^okta +! ready except \d known defects until \d{4}-\d\d-\d\d/m);
    expect(written.stdout).not.toMatch(/✓ ready/);

    const again = await run(...DEFECTS, '--baseline', FILE, '--seed', '2');
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('known defects, nothing new.');

    const more = await run(...DEFECTS, '--defect', 'missing-token-accepted', '--baseline', FILE);
    expect(more.code).toBe(1);
    expect(more.stdout).toMatch(/not accepted\n(.*\n)* +SC1006 under okta-aiw[\s\S]*no baseline accepts it/);
    expect(more.stdout).toMatch(/^okta +✗ not ready +1 blocking defect, \d known/m);

    const fixed = await run('--defect', 'duplicate-accepted', '--baseline', FILE);
    expect(fixed.code).toBe(1);
    expect(fixed.stdout).toMatch(/not seen any more\n +baseline\.yaml:\d+:5 {2}SC\d+ under okta-aiw/);

    const text = readFileSync(path, 'utf8');
    const reason = text.replace(/reason: accepted .*\n/, 'reason: ticket 4711 # ours\n');
    writeFileSync(path, reason);
    const updated = await run('--defect', 'duplicate-accepted', '--baseline', FILE, '--update-baseline');
    expect(updated.code).toBe(0);
    expect(readFileSync(path, 'utf8').length).toBeLessThan(text.length);
    expect((await run('--baseline', FILE, '--update-baseline')).stdout).toMatch(/^okta +✓ ready/m);
  });

  it.each([
    ['no file', ['--update-baseline'], /flag --update-baseline: no baseline is named\n {2}Name its file: --baseline FILE/],
    [
      'a missing file',
      ['--baseline', 'none.yaml'],
      /none\.yaml cannot be read: no such file or directory\n {2}To write it .*--update-baseline/,
    ],
    ['a folder', ['--baseline', '.'], /\. cannot be read: it is a directory/],
    ['a place that cannot be written', ['--baseline', 'none/b.yaml', '--update-baseline'], /none\/b\.yaml cannot be written: no such file/],
  ])('is refused with %s, before anything is sent', async (_what, args, message) => {
    const ended = await run(...args);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(message);
  });

  it('that is not right is refused with its place, also where it is to be written anew, and stays as it is', async () => {
    const broken = join(cwd, 'broken.yaml');
    const text = 'findings:\n  - check: SC2999\n    client: okta\n    reason: ""\n';
    writeFileSync(broken, text);
    const ended = await run('--baseline', 'broken.yaml', '--update-baseline');
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/broken\.yaml:4:13 {2}"reason" is empty: say why/);
    expect(readFileSync(broken, 'utf8')).toBe(text);
  });

  it('of a configuration file that was named is looked for beside that file', async () => {
    const place = folder();
    mkdirSync(join(place, 'ci'));
    writeFileSync(join(place, 'ci', 'scim-check.yaml'), 'baseline: known.yaml\n');
    const args = [
      'run',
      '--target',
      'sample',
      '--client',
      'okta-aiw',
      '--config',
      'ci/scim-check.yaml',
      // One that no read after a write has to be waited for.
      '--defect',
      'active-returned-as-string',
      'users/duplicate',
    ];
    const before = await inProcess(args, { cwd: place });
    expect(before.stderr).toContain(join('ci', 'known.yaml'));
    expect(await inProcess([...args, '--update-baseline'], { cwd: place })).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(place, 'ci', 'known.yaml'), 'utf8')).toMatch(/check: SC\d{4}/);
    const again = await inProcess([...args, '--allow-incomplete'], { cwd: place });
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('nothing new.');
  });

  it('of a configuration file that nobody named is read from its folder only, and never written', async () => {
    const place = folder();
    writeFileSync(join(place, 'scim-check.yaml'), 'baseline: ../elsewhere.yaml\n');
    expect((await inProcess(['run', '--target', 'sample'], { cwd: place })).stderr).toContain('the file is outside its folder');
    writeFileSync(join(place, 'scim-check.yaml'), 'baseline: b.yaml\nupdate-baseline: true\n');
    expect((await inProcess(['run', '--target', 'sample'], { cwd: place })).stderr).toContain('it would say that a file is written');
  });
});
