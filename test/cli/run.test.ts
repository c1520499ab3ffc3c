import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPORTERS } from '../../src/report/registry.js';
import { inProcess } from './in-process.js';
import { cli, folder } from './spawn.js';
import { sampleTarget, TOKEN } from './target.js';

const QUICK = ['users/joiner', '--client', 'entra-default'];
const env = { SCIM_CHECK_TOKEN: TOKEN };

interface JsonReport {
  readonly verdicts: Readonly<Record<string, string>>;
  readonly findings: readonly { readonly check: string }[];
  readonly seed: number;
}

describe('run', () => {
  it('finds nothing against the sample, needs no token and leaves no file behind', async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await cli(['run', '--target', 'sample'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^entra +✓ ready/m);
    expect(stdout).toMatch(/^okta +✓ ready/m);
    expect(stdout).toContain('nothing left behind');
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('exits with 1 for a defect and names the check', async () => {
    const args = ['run', '--target', 'sample', '--defect', 'duplicate-400', 'users/duplicate', '--client', 'entra'];
    const { code, stdout } = await inProcess([...args, '--report', 'json']);
    const report = JSON.parse(stdout) as JsonReport;
    expect(code).toBe(1);
    expect(report.verdicts).toEqual({ entra: 'not-ready' });
    expect(new Set(report.findings.map((finding) => finding.check))).toEqual(new Set(['SC1208']));
  });

  it('leaves a foreign target as it was, and its folder too', async () => {
    const sample = await sampleTarget();
    const held = sample.snapshot();
    const cwd = folder();
    const { code } = await cli(['run', '--target', sample.url], { cwd, env });
    expect(code).toBe(0);
    expect(sample.snapshot()).toEqual(held);
    expect(sample.requests()).toBeGreaterThan(100);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('sends nothing in a dry run', async () => {
    const sample = await sampleTarget();
    const cwd = folder();
    const { code, stdout } = await inProcess(['run', '--target', sample.url, 'users/leaver', '--dry-run', '--report', 'json=out.json'], {
      cwd,
      env,
    });
    expect(code).toBe(0);
    expect(sample.requests()).toBe(0);
    expect(stdout).toContain('users/leaver');
    expect(stdout).toMatch(/^ {2}POST .*\/Users$/m);
    expect(stdout).toContain('none of them sent');
    expect(stdout).not.toContain(TOKEN);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("plays one Entra dialect for a target URL with Entra's flag, unless a client is named", async () => {
    const sample = await sampleTarget();
    const url = `${sample.url}/?aadOptscim062020`;
    const one = await inProcess(['run', '--target', url, 'users/joiner', '--dry-run'], { env });
    expect(one.stdout).toContain('· entra-aadOptscim062020');
    expect(one.stdout).not.toContain('· entra-default');
    expect(one.stdout).toContain('· okta-oin');
    const both = await inProcess(['run', '--target', url, 'users/joiner', '--dry-run', '--client', 'entra'], { env });
    expect(both.stdout).toContain('· entra-default');
  });

  it('fails for a target that tests nothing', async () => {
    const cwd = folder();
    writeFileSync(
      join(cwd, 'own.yaml'),
      'id: own/thing\ntitle: Needs what nobody has\nneeds: [nickName]\nsteps:\n  - create: { user: a }\n',
    );
    const { code, stderr } = await inProcess(['run', '--target', 'sample', '--mapping', 'rootly', './own.yaml', '--client', 'entra'], {
      cwd,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('nothing was tested');
  });

  it('counts warnings with --fail-on warning', async () => {
    const args = ['run', '--target', 'sample', '--defect', 'create-200', 'users/joiner', '--client', 'entra'];
    expect((await inProcess(args)).code).toBe(0);
    expect((await inProcess([...args, '--fail-on', 'warning'])).code).toBe(1);
  });

  it('reads scim-check.yaml, and points into it', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'scim-check.yaml'), 'target: sample\nclient: [rfc]\nscenario: users/joiner\nseed: 7\nreport: json\n');
    const { code, stdout } = await cli(['run'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout) as JsonReport).toMatchObject({ verdicts: { rfc: 'incomplete' }, seed: 7 });
    writeFileSync(join(cwd, 'scim-check.yaml'), 'target: sample\nclient: [rfd]\n');
    const wrong = await inProcess(['run'], { cwd });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('scim-check.yaml:2:9: there is no client "rfd"');
  });

  it.each(['1', '16'])('goes through --jobs %s as through four, and says nothing else', async (jobs) => {
    const selection = jobs === '1' ? ['users/joiner', 'users/leaver', 'users/names'] : ['users'];
    const { code, stderr } = await inProcess(['run', '--target', 'sample', ...selection, '--client', 'rfc', '--jobs', jobs]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('report files', () => {
  it('are written, beside the terminal report', async () => {
    const cwd = folder();
    const reports = ['--report', 'json=deep/down/out.json', '--report', 'junit=out.xml', '--report', 'ndjson=out.ndjson'];
    const { code, stdout } = await cli(['run', '--target', 'sample', ...QUICK, ...reports], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^entra +! incomplete/m);
    expect(JSON.parse(readFileSync(join(cwd, 'deep/down/out.json'), 'utf8'))).toMatchObject({ verdicts: { entra: 'incomplete' } });
    expect(readFileSync(join(cwd, 'out.xml'), 'utf8')).toMatch(/^<\?xml/);
    const lines = readFileSync(join(cwd, 'out.ndjson'), 'utf8').trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ type: 'run-finished' });
    expect(readdirSync(cwd).sort()).toEqual(['deep', 'out.ndjson', 'out.xml']);
    expect(readdirSync(join(cwd, 'deep/down'))).toEqual(['out.json']);
  });

  it('that cannot be written are found before anything is sent', async () => {
    const sample = await sampleTarget();
    const cwd = folder();
    mkdirSync(join(cwd, 'taken'));
    writeFileSync(join(cwd, 'file'), '');
    for (const path of ['file/out.json', 'taken/', ...(existsSync('/proc/self') ? ['/proc/x/y/out.json'] : [])]) {
      const { code, stderr } = await inProcess(['run', '--target', sample.url, '--report', `json=${path}`], { cwd, env });
      expect(code).toBe(2);
      expect(stderr).toContain(`the report file ${path} cannot be written`);
    }
    expect(sample.requests()).toBe(0);
  });

  it('stay as they were when the run does not take place', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'out.json'), 'earlier');
    writeFileSync(join(cwd, 'file'), '');
    const { code } = await inProcess(['run', '--target', 'sample', '--report', 'json=out.json', '--report', 'junit=file/x'], { cwd });
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe('earlier');
    expect(readdirSync(cwd).sort()).toEqual(['file', 'out.json']);
  });
});

describe('in a job of GitHub Actions', () => {
  const wrong = ['run', '--target', 'sample', '--defect', 'create-without-id', ...QUICK];

  it('annotates and writes the summary where no report is named, and only then', async () => {
    const cwd = folder();
    const summary = join(cwd, 'summary.md');
    writeFileSync(summary, 'from an earlier command\n');
    const actions = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: cwd };
    const { code, stdout } = await inProcess(wrong, { cwd, env: actions });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^entra +✗ not ready/m);
    expect(stdout).toMatch(/^::error title=SC1202 A create is answered with the resource and its id::/m);
    expect(readFileSync(summary, 'utf8')).toMatch(/^from an earlier command\n# scim-check\n/);
    const named = await inProcess(['run', '--target', 'sample', ...QUICK, '--report', 'json'], { cwd, env: actions });
    expect(named.stdout).not.toContain('::error');
    expect(readFileSync(summary, 'utf8').match(/^# scim-check$/gm)).toHaveLength(1);
  });

  it('goes on where the summary cannot be written', async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await inProcess(['run', '--target', 'sample', ...QUICK], {
      cwd,
      env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(cwd, 'missing', 'summary.md') },
    });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'scim-check: the report github could not be written: no such file or directory\n',
    });
    expect(stdout).toMatch(/^entra +! incomplete/m);
  });
});

describe('report', () => {
  it('renders a saved run again, the same', async () => {
    const cwd = folder();
    const reports = ['--report', 'ndjson=run.ndjson', '--report', 'json=live.json', '--report', 'junit=live.xml'];
    await cli(['run', '--target', 'sample', ...QUICK, ...reports], { cwd });
    const { code } = await cli(['report', 'run.ndjson', '--report', 'json=again.json', '--report', 'junit=again.xml'], { cwd });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'again.json'), 'utf8')).toBe(readFileSync(join(cwd, 'live.json'), 'utf8'));
    expect(readFileSync(join(cwd, 'again.xml'), 'utf8')).toBe(readFileSync(join(cwd, 'live.xml'), 'utf8'));
  });

  it('reads a long run from standard input', async () => {
    const cwd = folder();
    const saved = await cli(['run', '--target', 'sample', 'users', '--client', 'rfc', '--report', 'ndjson'], { cwd });
    expect(saved.stdout.length).toBeGreaterThan(70_000);
    const { code, stdout } = await cli(['report', '-', '--report', 'json'], { cwd, stdin: saved.stdout });
    expect(code).toBe(0);
    expect(JSON.parse(stdout) as JsonReport).toMatchObject({ verdicts: { rfc: 'incomplete' } });
  });

  it('uses what a killed run has left, and says so', async () => {
    const cwd = folder();
    await inProcess(['run', '--target', 'sample', ...QUICK, '--report', 'ndjson=run.ndjson'], { cwd });
    const whole = readFileSync(join(cwd, 'run.ndjson'), 'utf8');
    writeFileSync(join(cwd, 'torn.ndjson'), whole.slice(0, whole.length - 20));
    const { code, stdout, stderr } = await inProcess(['report', 'torn.ndjson', '--verbose'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('the line is cut off');
    expect(stdout).toContain('users/joiner');
  });

  it('writes the reports that it can, and says which it cannot', async () => {
    const cwd = folder();
    await inProcess(['run', '--target', 'sample', ...QUICK, '--report', 'ndjson=run.ndjson'], { cwd });
    writeFileSync(join(cwd, 'file'), '');
    const names = Object.keys(REPORTERS).filter((name) => name !== 'ndjson');
    const wanted = [...names.map((name) => `${name}=${name}.out`), 'html=file/x.html'];
    const { code, stderr } = await inProcess(['report', 'run.ndjson', ...wanted.flatMap((each) => ['--report', each])], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'scim-check: the report file file/x.html cannot be written: a file stands there\n',
    });
    expect(names.filter((name) => readFileSync(join(cwd, `${name}.out`), 'utf8').length < 50)).toEqual([]);
  });

  it('refuses what is no saved run', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'x.ndjson'), '{"type":"\u001B[31mred"}\nnot json\n');
    const { code, stdout, stderr } = await inProcess(['report', 'x.ndjson', '--report', 'json=out.json'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('x.ndjson:1: ');
    expect(stderr).not.toContain('\u001B');
    expect(existsSync(join(cwd, 'out.json'))).toBe(false);
  });
});
