import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { decisiveOptions } from '../../src/config/command.js';
import { parseConfig } from '../../src/config/file-text.js';
import { resolveConfig, type Sources } from '../../src/config/resolve.js';
import { UsageError } from '../../src/config/usage-error.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'scim-check-config-'));
});

function resolved(more: Partial<Sources> = {}) {
  return resolveConfig({ flags: {}, env: {}, cwd, ...more });
}

async function messageOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof UsageError) return `${error.message}\n${error.hint ?? ''}`;
    throw error;
  }
  throw new Error('a UsageError was expected');
}

describe('precedence', () => {
  it('takes defaults when nothing is set', async () => {
    const config = await resolved();
    expect(config.jobs).toEqual({ value: 4, from: 'default' });
    expect(config.timeout.value).toBe(60);
    expect(config.client.value).toEqual([]);
  });

  it('lets flags win over the environment, that over the file, that over defaults', async () => {
    writeFileSync(join(cwd, 'scim-check.yaml'), '# settings\njobs: 2\ntimeout: 5\ndomain: corp.example\n');
    const config = await resolved({ flags: { jobs: ['8'] }, env: { SCIM_CHECK_JOBS: '3', SCIM_CHECK_TIMEOUT: '7' } });
    expect(config.jobs).toEqual({ value: 8, from: 'flag --jobs' });
    expect(config.timeout).toEqual({ value: 7, from: 'SCIM_CHECK_TIMEOUT' });
    expect(config.domain).toEqual({ value: 'corp.example', from: 'scim-check.yaml:4:9' });
    expect(config.deadline.from).toBe('default');
  });

  it('counts an empty variable as not set', async () => {
    expect((await resolved({ env: { SCIM_CHECK_JOBS: ' ' } })).jobs.from).toBe('default');
  });

  it.each([
    [{ SCIM_CHECK_JOBZ: '1' }, 'SCIM_CHECK_JOBZ', 'SCIM_CHECK_JOBS'],
    [{ SCIM_CHECK_TARGTE: 'sample' }, 'SCIM_CHECK_TARGTE', 'SCIM_CHECK_TARGET'],
    [{ SCIM_CHECK_CLIENTS: 'okta' }, 'SCIM_CHECK_CLIENTS', 'SCIM_CHECK_CLIENT'],
    [{ SCIM_CHECK_DRYRUN: '1' }, 'SCIM_CHECK_DRYRUN', 'SCIM_CHECK_DRY_RUN'],
  ])('refuses a misspelt variable: %j', async (env, name, meant) => {
    await expect(resolved({ env })).rejects.toMatchObject({
      message: `the variable ${name} is no setting`,
      hint: `Did you mean ${meant}?`,
    });
  });

  it.each([
    'SCIM_CHECK_TOKENS',
    'SCIM_CHECK_STAGING_TOKEN',
    'SCIM_CHECK_PACKAGE',
    'SCIM_CHECK_SERVERS',
    'SCIM_CHECK_OF_THE_TEAM',
    'SCIM_CHECKS',
  ])('leaves another variable alone: %s', async (name) => expect((await resolved({ env: { [name]: 'x' } })).jobs.from).toBe('default'));

  it('splits lists in the environment and takes them whole from a file', async () => {
    writeFileSync(join(cwd, 'scim-check.yaml'), 'client: [entra, rfc]\nscenario: users/leaver\n');
    const config = await resolved({ env: { SCIM_CHECK_REPORT: 'terminal, json=out.json' } });
    expect(config.report.value).toEqual(['terminal', 'json=out.json']);
    expect(config.client.value).toEqual(['entra', 'rfc']);
    expect(config.scenario.value).toEqual(['users/leaver']);
  });

  it('reads paths in a file relative to that file, and leaves names alone', async () => {
    const other = mkdtempSync(join(tmpdir(), 'scim-check-config-'));
    writeFileSync(
      join(other, 'ci.yaml'),
      'ca: ca.pem\nmapping: rootly\nscenario: [users/leaver, ./own.yaml]\nreport: [json=out.json, html=-]\ntoken-file: "-"\n',
    );
    const config = await resolved({ configFile: join(other, 'ci.yaml') });
    expect(config.ca.value).toBe(join(other, 'ca.pem'));
    expect(config.mapping.value).toBe('rootly');
    expect(config.scenario.value).toEqual(['users/leaver', join(other, 'own.yaml')]);
    expect(config.report.value).toEqual([`json=${join(other, 'out.json')}`, 'html=-']);
    expect(config.tokenFile.value).toBe('-');
  });
});

describe('mistakes name their origin', () => {
  it.each([
    [{ flags: { jobs: ['many'] } }, 'flag --jobs: "many" is not a whole number from 1 to 64'],
    [{ flags: { jobs: ['0'] } }, 'flag --jobs: "0" is not a whole number'],
    [{ flags: { jobs: ['1.5'] } }, 'flag --jobs: "1.5" is not a whole number'],
    [{ env: { SCIM_CHECK_TIMEOUT: '-1' } }, 'SCIM_CHECK_TIMEOUT: "-1" is not a number'],
    [{ flags: { authScheme: ['baerer'] } }, 'Did you mean "bearer"?'],
    [{ flags: { failOn: ['warnings'] } }, 'Did you mean "warning"?'],
    [{ flags: { domain: ['not a domain'] } }, 'is not a domain name'],
    [{ env: { SCIM_CHECK_DRY_RUN: 'perhaps' } }, 'SCIM_CHECK_DRY_RUN: "perhaps" is neither true nor false'],
    [{ configFile: 'missing.yaml' }, 'configuration file missing.yaml: no such file or directory'],
  ] satisfies [Partial<Sources>, string][])('%j', async (sources, message) => {
    expect(await messageOf(() => resolved(sources))).toContain(message);
  });

  it('does not repeat a token that was given as the name of a variable', async () => {
    const message = await messageOf(() => resolved({ flags: { tokenEnv: ['s3cr3t-t0ken.abc'] } }));
    expect(message).toContain('flag --token-env: it must be the name of an environment variable');
    expect(message).not.toContain('s3cr3t');
  });

  it('does not repeat the password of a proxy', async () => {
    expect(await messageOf(() => resolved({ flags: { proxy: ['socks5://me:hunter2@proxy'] } }))).not.toContain('hunter2');
  });

  it('names the place in the file', async () => {
    writeFileSync(join(cwd, 'scim-check.yaml'), 'target: sample\njobs: plenty\n');
    expect(await messageOf(() => resolved())).toContain('scim-check.yaml:2:7: jobs: "plenty"');
  });
});

describe('the file', () => {
  it.each([
    ['targett: sample\n', 'c.yaml:1:1', 'Did you mean "target"?'],
    ['jobs: 1\njobs: 2\n', 'c.yaml:2:1', 'duplicate key'],
    ['jobs: [1, 2]\n', 'c.yaml:1:7', 'takes one plain value'],
    ['client: {entra: true}\n', 'c.yaml:1:9', 'takes a plain value or a list'],
    ['target: "open\n', 'c.yaml:', ''],
    ['- target\n', 'c.yaml:1:1', 'settings are expected'],
    ['jobs:\n', 'c.yaml:1:', 'takes one plain value'],
  ])('%j', async (text, place, message) => {
    const shown = await messageOf(() => parseConfig(text, 'c.yaml'));
    expect(shown).toContain(place);
    expect(shown).toContain(message);
  });

  it('may be empty or hold comments only', () => {
    expect(parseConfig('', 'c.yaml').size).toBe(0);
    expect(parseConfig('# nothing yet\n\n  # more\n', 'c.yaml').size).toBe(0);
  });

  it('refuses a token without showing it', async () => {
    const shown = await messageOf(() => parseConfig('target: sample\ntoken: hunter2\n', 'c.yaml'));
    expect(shown).toContain('c.yaml:2:1');
    expect(shown).toContain('token-env');
    expect(shown).not.toContain('hunter2');
  });
});

describe('what plays a part of a run again', () => {
  it('has parameters and claims, but none that looks like a secret', async () => {
    const config = await resolved({
      flags: {
        oauthTokenUrl: ['https://id.example/token'],
        oauthParameter: ['resource=https://scim.example', 'code_verifier=abc', 'x_secret=abc'],
        oauthClaim: ['aud=api://x', 'sub=a b'],
      },
    });
    expect(decisiveOptions(config)).toEqual([
      '--oauth-token-url',
      'https://id.example/token',
      '--oauth-parameter',
      'resource=https://scim.example',
      '--oauth-parameter',
      'code_verifier=<your value>',
      '--oauth-parameter',
      'x_secret=<your value>',
      '--oauth-claim',
      'aud=api://x',
      '--oauth-claim',
      'sub=a b',
    ]);
  });

  it('says what to put in for a query, and for the command that prints an assertion', async () => {
    const flags = { oauthTokenUrl: ['https://id.example/token?code=abc'], oauthAssertionCommand: ['sign --password abc'] };
    const address = ['--oauth-token-url', 'https://id.example/token?<your query>'];
    expect(decisiveOptions(await resolved({ flags }))).toEqual([...address, '--oauth-assertion-command', '<your command>']);
    const env = { SCIM_CHECK_OAUTH_ASSERTION_COMMAND: 'sign --password abc' };
    const { oauthTokenUrl } = flags;
    expect(decisiveOptions(await resolved({ flags: { oauthTokenUrl }, env }))).toEqual(address);
  });
});
