import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, ROOT } from './spawn.js';

const COMMANDS = ['run', 'clean', 'list', 'explain', 'lint', 'report', 'sample', 'init'];
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

describe('help and version', () => {
  it.each(['--version', '-V'])('%s prints the version of package.json', async (flag) => {
    expect(await cli([flag])).toEqual({ code: 0, signal: null, stdout: `${version}\n`, stderr: '' });
  });

  it('shows help and a first command when called alone', async () => {
    const { code, stdout, stderr } = await cli([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('scim-check run --target sample');
    expect(stdout).toContain('Exit codes:');
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  });

  it.each(COMMANDS)('%s --help goes to standard output', async (command) => {
    const { code, stdout, stderr } = await cli([command, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: scim-check ${command}`);
    expect(await cli(['help', command])).toMatchObject({ code: 0, stdout });
  });

  it('has no escape sequences when it is not a terminal', async () => {
    expect((await cli(['run', '--help'])).stdout).not.toContain('\u001B');
  });
});

describe('usage errors exit with 2 and write to standard error only', () => {
  it.each([
    [['rnu'], "unknown command 'rnu'", 'Did you mean run?'],
    [['run', '--taget', 'sample'], "unknown option '--taget'", 'Did you mean --target?'],
    [['run', '--target'], "option '--target <URL>' argument missing", ''],
    [['run'], 'no target is given', '--target sample'],
    [['run', '--target', 'sample', '--client', 'entar'], 'flag --client: there is no client "entar"', 'Did you mean "entra"?'],
    [['run', '--target', 'sample', '--report', 'jnuit'], 'there is no report "jnuit"', 'Did you mean "junit"?'],
    [['run', '--target', 'sample', '--mapping', 'rotly'], 'flag --mapping: there is no mapping "rotly"', 'Did you mean "rootly"?'],
    [['run', '--target', 'sample', '--mapping', 'none.yaml'], 'none.yaml:1:1', 'no such file'],
    [
      ['run', '--target', 'sample', '--defect', 'filter-ignord'],
      'flag --defect: the sample has no defect "filter-ignord"',
      'Did you mean "filter-ignored"?',
    ],
    [['run', '--target', 'sample', '--variant', 'x'], 'flag --variant: the sample has no variant "x"', ''],
    [['run', '--target', 'sample', 'users/leavr'], 'argument: no scenario matches "users/leavr"', 'Did you mean "users/leaver"?'],
    [['run', '--target', 'sample', './none.yaml'], 'none.yaml:1:1', 'no such file'],
    [['run', '--target', 'sample', '--jobs', '0'], 'flag --jobs: "0" is not a whole number from 1 to 64', ''],
    [['run', '--target', 'sample', '--config', 'none.yaml'], 'configuration file none.yaml: no such file', ''],
    [['run', '--target', 'https://x.example', '--defect', 'filter-ignored'], 'flag --defect applies to the sample only', ''],
    [['run', '--target', 'https://x.example', '--ca', 'none.pem'], 'flag --ca: none.pem cannot be read', ''],
    [['run', '--target', 'https://x.example'], 'no token is given', 'SCIM_CHECK_TOKEN'],
    [['list', 'scenaros'], 'there is no list of "scenaros"', 'Did you mean "scenarios"?'],
    [['explain', 'SC'], 'there is no check "SC"', 'list checks'],
    [['report', 'none.ndjson'], 'none.ndjson cannot be read: no such file', ''],
    [['sample', '--port', '70000'], '"70000" is not a whole number from 0 to 65535', ''],
    [['lint', 'none.yaml'], 'problem', ''],
    [['run', '--target', 'sample', '--report', 'json', '--report', 'junit'], 'would be mixed on standard output', ''],
  ])('%j', async (args, message, hint) => {
    const { code, stdout, stderr } = await cli(args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(`${stderr}${stdout}`).toContain(hint);
    expect(stderr).toMatch(/^scim-check: /);
    expect(stderr).not.toContain('    at ');
  });

  it('does not repeat the value of an unknown option, which may be a secret', async () => {
    const { code, stderr } = await cli(['run', '--tokn=hunter2-secret']);
    expect(code).toBe(2);
    expect(stderr).toContain('--tokn');
    expect(stderr).not.toContain('hunter2');
  });
});

describe('target URLs that cannot be right', () => {
  it.each([
    ['example.com/scim', 'Did you mean https://example.com/scim'],
    ['ftp://example.com', 'scheme is ftp'],
    ['https://me:hunter2@example.com/scim', 'user name or password'],
    ['https://', 'not a URL'],
    ['https://example.com/scim#top', 'fragment'],
  ])('%s', async (target, message) => {
    const { code, stderr } = await cli(['run', '--target', target], { env: { SCIM_CHECK_TOKEN: 'abc' } });
    expect(code).toBe(2);
    expect(stderr).toContain('flag --target: ');
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('hunter2');
  });
});
