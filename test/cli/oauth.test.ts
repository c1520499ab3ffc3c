import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcess } from './in-process.js';
import { cli, folder } from './spawn.js';
import { inFrontOf, sampleTarget, serverTarget } from './target.js';

const SECRET = 'client-secret-4d1f9b';
const CLIENT = { clientId: 'client-1', proof: { secret: SECRET } } as const;
const env = { SCIM_CHECK_OAUTH_CLIENT_SECRET: SECRET };

const flags = (tokenUrl: string, ...more: string[]) => ['--oauth-token-url', tokenUrl, '--oauth-client-id', 'client-1', ...more];

test('the sample gives access tokens out of the box', async () => {
  const { code, stdout } = await cli(['run', '--target', 'sample', '--oauth-token-url', 'sample', '--client', 'okta', 'users/joiner']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/1 passed/);
});

test.for(['basic', 'post'])('a run gets its token with the secret in the %s form', async (place) => {
  const sample = await sampleTarget({ oauth: CLIENT });
  const args = ['run', '--target', sample.url, ...flags(sample.tokenUrl, '--oauth-auth', place), '--client', 'okta', 'users/joiner'];
  const { code, stdout, stderr } = await inProcess(args, { env });
  expect(`${stderr}${code}`).toBe('0');
  expect(stdout).not.toContain(SECRET);
});

test('a token that is refused in mid-run is renewed, and no write is done twice', async () => {
  const seen = async (usesOfToken: number) => {
    const sample = await sampleTarget({ oauth: CLIENT });
    const uses = new Map<string, number>();
    const written: string[] = [];
    const url = await inFrontOf(sample, (incoming, outgoing) => {
      const token = incoming.headers.authorization ?? '';
      uses.set(token, (uses.get(token) ?? 0) + 1);
      if ((uses.get(token) ?? 0) > usesOfToken) {
        outgoing.writeHead(401, { 'Content-Type': 'application/scim+json', 'WWW-Authenticate': 'Bearer error="invalid_token"' });
        outgoing.end('{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"401"}');
        return true;
      }
      if (incoming.method !== 'GET') written.push(`${incoming.method} ${incoming.url?.split('/').slice(0, 4).join('/')}`);
      return false;
    });
    const args = [
      'run',
      '--target',
      url,
      ...flags(sample.tokenUrl),
      '--client',
      'okta-oin',
      '--jobs',
      '1',
      '--seed',
      '7',
      'users/joiner',
      'users/leaver',
    ];
    const { code, stdout } = await inProcess(args, { env });
    return { code, stdout, written, tokens: [...uses.keys()] };
  };
  const undisturbed = await seen(Number.POSITIVE_INFINITY);
  const disturbed = await seen(6);
  expect(disturbed.tokens.length).toBeGreaterThan(undisturbed.tokens.length + 2);
  expect(disturbed.written).toEqual(undisturbed.written);
  expect(disturbed.code).toBe(0);
  expect(disturbed.stdout.replace(/\s+/g, ' ')).toContain('refused an access token before its time was up');
  for (const token of disturbed.tokens) expect(disturbed.stdout).not.toContain(token.replace('Bearer ', ''));
});

test('a token endpoint that goes away in mid-run ends the run, and what is left stands in the ledger', async () => {
  const sample = await sampleTarget({ oauth: { ...CLIENT, lifetimeSeconds: 3600 } });
  let asked = 0;
  const tokens = await inFrontOf(sample, (_incoming, outgoing) => {
    asked += 1;
    if (asked === 1) return false;
    outgoing.destroy();
    return true;
  });
  let served = 0;
  const url = await inFrontOf(sample, (incoming, outgoing) => {
    served += incoming.method === 'GET' ? 0 : 1;
    if (served < 2) return false;
    outgoing.writeHead(401, { 'Content-Type': 'application/scim+json' });
    outgoing.end('{}');
    return true;
  });
  const ledger = folder();
  const tokenUrl = `${new URL(tokens).origin}/oauth/token`;
  const args = ['run', '--target', url, ...flags(tokenUrl), '--client', 'okta-oin', '--ledger', ledger, 'users/joiner'];
  const { code, stdout } = await cli(args, { env });
  expect([1, 3]).toContain(code);
  expect(stdout).not.toMatch(/✓ ready/);
  // Back again, `clean` finds it by the same credentials.
  const cleaned = await cli(['clean', '--target', url, ...flags(sample.tokenUrl), '--ledger', ledger], { env });
  expect(cleaned.stdout).toMatch(/left|nothing to remove/i);
});

test('no token at the start is exit code 3, with the reason', async () => {
  const sample = await sampleTarget({ oauth: CLIENT });
  const wrong = await inProcess(['run', '--target', sample.url, ...flags(sample.tokenUrl), 'users/joiner'], {
    env: { SCIM_CHECK_OAUTH_CLIENT_SECRET: 'not-the-secret-9c1' },
  });
  expect(wrong.code).toBe(3);
  expect(wrong.stdout.replace(/\s+/g, ' ')).toMatch(
    /no access token from http:\/\/127\.0\.0\.1:\d+\/oauth\/token: it answered 401 \(invalid_client/,
  );
  expect(wrong.stdout).not.toContain('not-the-secret-9c1');
});

test('a secret is never sent on by a redirect', async () => {
  let reached = 0;
  const other = await serverTarget((_incoming, outgoing) => {
    reached += 1;
    outgoing.end('{}');
  });
  const tokens = await serverTarget((_incoming, outgoing) => {
    outgoing.writeHead(307, { Location: `${other}/token` });
    outgoing.end();
  });
  const sample = await sampleTarget({ oauth: CLIENT });
  const { code, stdout } = await inProcess(['run', '--target', sample.url, ...flags(`${tokens}/token`), 'users/joiner'], { env });
  expect(code).toBe(3);
  expect(stdout).toMatch(/redirects \(307\)/);
  expect(reached).toBe(0);
});

test('clean and mapping discover take the same credentials', async () => {
  const sample = await sampleTarget({ oauth: CLIENT });
  const cleaned = await inProcess(['clean', '--target', sample.url, ...flags(sample.tokenUrl)], { env });
  expect(cleaned).toMatchObject({ code: 0 });
  const discovered = await inProcess(['mapping', 'discover', '--target', sample.url, ...flags(sample.tokenUrl)], { env });
  expect(discovered).toMatchObject({ code: 0 });
  expect(discovered.stdout).toMatch(/userName/);
});

test('an assertion comes from a file or from a command, anew for each token', async () => {
  const assertion = ['{"alg":"none"}', `{"exp":${2 ** 33}}`, 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');
  const sample = await sampleTarget({ oauth: { clientId: 'client-1', proof: 'any-assertion' } });
  const cwd = folder();
  writeFileSync(join(cwd, 'assertion.jwt'), `${assertion}\n`);
  const base = ['run', '--target', sample.url, ...flags(sample.tokenUrl), '--client', 'okta-oin', 'users/joiner'];
  const file = await cli([...base, '--oauth-assertion-file', 'assertion.jwt'], { cwd });
  expect(file).toMatchObject({ code: 0 });
  const command = await cli([...base, '--oauth-assertion-command', 'cat assertion.jwt'], { cwd });
  expect(command).toMatchObject({ code: 0 });
  const failing = await cli([...base, '--oauth-assertion-command', 'exit 7'], { cwd });
  expect(failing.code).toBe(3);
  expect(failing.stdout.replace(/\s+/g, ' ')).toContain('the command of --oauth-assertion-command ended with exit code 7');
});

test('what plays a finding again says where your own command goes, and works with it', async () => {
  const assertion = ['{"alg":"none"}', `{"exp":${2 ** 33}}`, 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');
  const sample = await sampleTarget({ oauth: { clientId: 'client-1', proof: 'any-assertion' }, defects: ['any-token-accepted'] });
  const own = `echo password-8c1f >/dev/null; echo ${assertion}`;
  const args = ['run', '--target', sample.url, ...flags(sample.tokenUrl), '--client', 'okta-oin', '--oauth-assertion-command', own];
  const { code, stdout } = await cli([...args, '--report', 'json', 'connection/test-connection']);
  expect(code).toBe(1);
  const [{ check, replay }] = JSON.parse(stdout).defects;
  expect(replay).toContain(" --oauth-assertion-command '<your command>' ");
  expect(stdout).not.toContain('password-8c1f');
  const words = replay.replace(/^scim-check /, '').split(' --oauth-assertion-command ');
  const rest = words[1].replace("'<your command>' ", '').split(' ');
  const again = await cli([...words[0].split(' '), '--oauth-assertion-command', own, ...rest, '--report', 'json']);
  expect(JSON.parse(again.stdout).defects.map((defect: { check: string }) => defect.check)).toContain(check);
});

test.for([
  [['--oauth-client-id', 'x'], 'no token endpoint is given'],
  [['--oauth-token-url', 'https://id.example/token'], 'no OAuth client is given'],
  [['--oauth-token-url', 'http://id.example/token', '--oauth-client-id', 'x'], 'in clear'],
  [['--oauth-token-url', 'https://u:p4ssw0rd@id.example/token', '--oauth-client-id', 'x'], 'it must be a URL'],
  [['--oauth-token-url', 'https://id.example/token', '--oauth-client-id', 'x'], 'no client secret is given'],
  [['--oauth-token-url', 'https://id.example/token', '--oauth-client-id', 'x', '--token-file', 'x'], 'both given'],
  [['--oauth-token-url', 'https://id.example/token', '--oauth-client-id', 'x', '--oauth-claim', 'aud=x'], 'no key is given'],
  [['--oauth-token-url', 'https://id.example/token', '--oauth-client-id', 'x', '--oauth-key', 'missing.pem'], '--oauth-key cannot be read'],
  [['--oauth-token-url', 'https://id.example/token', '--oauth-client-id', 'x', '--oauth-parameter', 'resource'], 'NAME=VALUE'],
  [['--oauth-client-secret', 'abc'], 'never given on the command line'],
] as [string[], string][])('what is missing or wrong is told before anything is sent: %#', async ([args, text]) => {
  const { code, stderr } = await inProcess(['run', '--target', 'https://scim.example/v2', ...args]);
  expect(stderr).toContain(text);
  expect(stderr).not.toContain('p4ssw0rd');
  expect(code).toBe(2);
});

test('a file that was found and not named decides nothing about tokens', async () => {
  for (const line of [
    'oauth-token-url: https://evil.example/token',
    'oauth-client-secret-file: /etc/passwd',
    'oauth-assertion-command: cat x',
  ]) {
    const cwd = folder();
    writeFileSync(join(cwd, 'scim-check.yaml'), `${line}\n`);
    const { code, stderr } = await inProcess(['run', '--target', 'https://scim.example/v2'], { cwd, env });
    expect(stderr).toContain('does not count from a file that was found and not named');
    expect(code).toBe(2);
  }
});

test('the library takes a client instead of a token', async () => {
  const { run } = await import('../../src/index.js');
  const sample = await sampleTarget({ oauth: CLIENT });
  const oauth = { tokenUrl: sample.tokenUrl, clientId: 'client-1', clientSecret: SECRET, scope: 'scim' };
  const { exitCode, report } = await run({
    target: sample.url,
    oauth,
    clients: ['okta-oin'],
    scenarios: ['users/joiner'],
    ledger: folder(),
  });
  expect(exitCode).toBe(0);
  expect(JSON.stringify(report)).not.toContain(SECRET);
});
