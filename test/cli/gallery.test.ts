import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tampered } from '../../src/http/tampered.js';
import { certificate } from '../http/certificates.js';
import { inProcess } from './in-process.js';
import { cli, folder } from './spawn.js';
import { inFrontOf, sampleTarget, serverTarget, TOKEN } from './target.js';

test('the rehearsal on the sample succeeds, out of the box', async () => {
  const cwd = folder();
  const args = [
    'gallery',
    '--target',
    'sample',
    '--oauth-token-url',
    'sample',
    '--report',
    'terminal',
    '--report',
    'gallery=result.json',
    '--report',
    'junit=r.xml',
    '--rate-seconds',
    '1',
  ];
  const { code, stdout, stderr } = await cli(args, { cwd });
  expect(stderr).toBe('');
  expect(stdout).toContain('By the rules of the template: Succeeded   24 passed, 0 failed, 1 skipped');
  expect(stdout).toContain("this is no verdict of Microsoft's");
  expect(code).toBe(0);
  const result = JSON.parse(readFileSync(join(cwd, 'result.json'), 'utf8'));
  expect(result.overallResult).toBe('Succeeded');
  expect(result.testResults).toHaveLength(25);
  expect(readFileSync(join(cwd, 'r.xml'), 'utf8')).toContain('gallery/SCIM_Null_Update_Test');
});

test('a token alone cannot succeed, and the last lines say what to do', async () => {
  const sample = await sampleTarget();
  const { code, stdout } = await inProcess(['gallery', '--target', sample.url, '--no-rate'], { env: { SCIM_CHECK_TOKEN: TOKEN } });
  expect(code).toBe(1);
  expect(stdout).toContain('By the rules of the template: Failed');
  expect(stdout.replace(/\s+/g, ' ')).toContain('Try them with --oauth-token-url and --oauth-client-id');
  expect(sample.snapshot().users).toHaveLength(3);
});

test('a defect shows in the words of the template and in those of the cause', async () => {
  const flags = ['--oauth-token-url', 'sample', '--no-rate', '--defect', 'active-returned-as-string'];
  const { code, stdout } = await inProcess(['gallery', '--target', 'sample', ...flags], { inNoTime: true });
  expect(code).toBe(1);
  const text = stdout.replace(/\s+/g, ' ');
  expect(text).toContain('DisableUserTest: User still active on SCIM server after disable');
  expect(text).toContain('and must be the JSON value false');
  expect(stdout).toContain('Fix: ');
});

test('tests are selected by name and suite', async () => {
  const one = await inProcess(['gallery', '--target', 'sample', '--only', 'SCIM_User_Create_Test']);
  expect(one.code).toBe(0);
  expect(one.stdout).toContain('1 passed, 0 failed, 0 skipped, 24 not played');
  const wrong = await inProcess(['gallery', '--target', 'sample', '--only', 'SCIM_User_Creat_Test']);
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean "SCIM_User_Create_Test"?') });
});

test('an export brings mapping and attribute list; what is no export is told', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'no.json'), '{"a":1}');
  const wrong = await inProcess(['gallery', '--target', 'sample', '--schema', 'no.json'], { cwd });
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('no.json:1: this JSON is no provisioning schema of Entra') });
  const missing = await inProcess(['gallery', '--target', 'sample', '--schema', 'missing.json'], { cwd });
  expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be read') });
});

test('the evidence is whole, of one run, and without secrets', async () => {
  const cwd = folder();
  const args = ['gallery', '--target', 'sample', '--oauth-token-url', 'sample', '--no-rate', '--evidence', 'evidence'];
  const env = { SCIM_CHECK_OAUTH_CLIENT_SECRET: 'evidence-secret-7c2e91' };
  expect(await inProcess(args, { cwd, env })).toMatchObject({ code: 0, stderr: '' });
  const read = (name: string): string => readFileSync(join(cwd, 'evidence', name), 'utf8');
  const manifest = JSON.parse(read('manifest.json'));
  expect(manifest.files.map((file: { name: string }) => file.name)).toEqual([
    'exchanges.ndjson',
    'final-test-results.json',
    'mapping.json',
    'report.json',
    'requirements.md',
  ]);
  for (const { name, sha256 } of manifest.files) {
    expect(createHash('sha256').update(read(name)).digest('hex')).toBe(sha256);
    expect(read(name)).not.toContain('evidence-secret');
  }
  expect(read('exchanges.ndjson')).toContain('/Users');
  expect(read('requirements.md')).toContain('- [x] Users are provisioned — proven: ');
  expect(read('requirements.md')).toContain('- [ ] Contacts for engineering and support are named — to be filled in\n');
  expect(await inProcess(args, { cwd, env })).toMatchObject({ code: 2, stderr: expect.stringContaining('the folder is not empty') });
});

test('of a target whose certificate nobody trusts the requirements are told all the same', async () => {
  const { cert, key } = await certificate();
  const server = createServer({ cert, key }, (_incoming, outgoing) => outgoing.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const target = `https://localhost:${(server.address() as AddressInfo).port}`;
  const { code, stdout } = await inProcess(['gallery', '--target', target], { env: { SCIM_CHECK_TOKEN: TOKEN } });
  expect(code).toBe(3);
  expect(stdout).toContain('it is signed by itself (DEPTH_ZERO_SELF_SIGNED_CERT)');
  expect(stdout).toContain('✓ The certificate is made out to the host');
  expect(stdout).toContain('Pass the authority');
});

test('out of the box, the sample gives tokens that can be waited for to expire, and refuses another secret', async () => {
  const sample = await sampleTarget({ oauth: { clientId: 'client-1', lifetimeSeconds: 1, proof: { secret: 'right-secret-93a1' } } });
  const flags = ['--oauth-token-url', sample.tokenUrl, '--oauth-client-id', 'client-1', '--no-rate'];
  const env = { SCIM_CHECK_OAUTH_CLIENT_SECRET: 'right-secret-93a1' };
  const { stdout } = await inProcess(['gallery', '--target', sample.url, ...flags], { env });
  expect(stdout).toContain('Token validity is less than 60 minutes');
  expect(stdout).toMatch(/✓ An access token is refused when its time is up\n +it is answered 401/);
  expect(stdout).toMatch(/✓ The token endpoint refuses a wrong client secret or signature\n +it was answered 401, without a token/);
});

test('what plays a test again has the options by which the run was made', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'parameters.json'), '{"scimTargetUserValues":[{"title":"Smith"}]}');
  const flags = ['--defect', 'delete-500', '--only', 'Delete_User_Test', '--parameters', 'parameters.json', '--verbose-patch'];
  const { stdout } = await inProcess(['gallery', '--target', 'sample', ...flags, '--report', 'json'], { cwd });
  const [defect] = JSON.parse(stdout).defects;
  expect(defect.replay).toMatch(
    /^scim-check gallery --target sample --defect delete-500 --parameters parameters\.json --verbose-patch --seed \d+ --only Delete_User_Test$/,
  );
  const wrong = await inProcess(['gallery', '--target', 'sample', '--parameters', 'none.json'], { cwd });
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('none.json cannot be read') });
});

test.for([
  ['an error of the server', 500, '<html>', 'Token endpoint returned HTTP 500. Expected 2xx.', "token endpoint's log"],
  ['a page', 200, '<html>', 'response did not contain an access_token field.', 'an HTML page instead of a token in JSON'],
  ['a redirect', 302, '', 'Token endpoint returned HTTP 302. Expected 2xx.', 'Name the final URL with --oauth-token-url'],
] as const)('a token endpoint that answers %s: what the template would say, and what to do', async ([, status, body, template, advice]) => {
  const tokens = await serverTarget((_incoming, outgoing) => {
    outgoing.writeHead(status, { 'Content-Type': 'text/html', ...(status === 302 ? { Location: 'https://elsewhere.example' } : {}) });
    outgoing.end(body);
  });
  const flags = ['--oauth-token-url', `${tokens}/token`, '--oauth-client-id', 'client-1'];
  const env = { SCIM_CHECK_OAUTH_CLIENT_SECRET: 'a-secret-0d5b1f' };
  const { code, stdout } = await inProcess(['gallery', '--target', 'http://127.0.0.1:9/scim', ...flags], { env });
  const text = stdout.replace(/\s+/g, ' ');
  expect(text).toContain(template);
  expect(text).toContain(advice);
  expect(text).toContain('By the rules of the template: Failed');
  expect(code).toBe(3);
});

test('a target that takes a tampered token is told so, and what it repeats of the token is hidden', async () => {
  const cwd = folder();
  const other = tampered(TOKEN) ?? '';
  const url = await inFrontOf(await sampleTarget(), ({ headers: { authorization } }, outgoing) => {
    if (authorization !== `Bearer ${other}`) return false;
    outgoing.writeHead(200, { 'Content-Type': 'application/scim+json' }).end(JSON.stringify({ detail: `hello ${authorization}` }));
    return true;
  });
  const args = ['gallery', '--target', url, '--no-rate', '--evidence', 'evidence'];
  const { stdout, stderr } = await inProcess(args, { cwd, env: { SCIM_CHECK_TOKEN: TOKEN } });
  expect(stdout.replace(/\s+/g, ' ')).toMatch(
    /✗ A wrong access token, a tampered one, and none are refused a made-up one is answered 401, none 401, the right one with one letter changed 200/,
  );
  const written = readFileSync(join(cwd, 'evidence', 'exchanges.ndjson'), 'utf8');
  expect(written).toContain('hello Bearer ');
  for (const text of [stdout, stderr, written]) expect(text).not.toContain(other);
});

test('a target with the flag in it is told how it would end in the template', async () => {
  const sample = await sampleTarget();
  const { stdout } = await inProcess(['gallery', '--target', `${sample.url}?aadOptscim062020`, '--only', 'SCIM_User_Create_Test'], {
    env: { SCIM_CHECK_TOKEN: TOKEN },
  });
  expect(stdout.replace(/\s+/g, ' ')).toContain('The target has the flag aadOptscim062020');
});
