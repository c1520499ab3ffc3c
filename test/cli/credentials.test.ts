import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SampleOAuthClient } from '../../src/sample/oauth/client.js';
import { inProcess } from './in-process.js';
import { folder } from './spawn.js';
import { sampleTarget, TOKEN } from './target.js';

const SECRET = 'table-secret-8d21c4';
const cwd = folder();
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const assertion = ['{"alg":"none"}', `{"exp":${2 ** 33}}`, 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');
for (const [name, text] of Object.entries({
  token: TOKEN,
  secret: SECRET,
  'key.pem': String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  'key.jwk': JSON.stringify(privateKey.export({ format: 'jwk' })),
  'assertion.jwt': assertion,
}))
  writeFileSync(join(cwd, name), `${text}\n`);

interface Kind {
  readonly oauth?: SampleOAuthClient;
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

const client = { clientId: 'client-1', proof: { secret: SECRET } } as const;
const signed: SampleOAuthClient = { clientId: 'client-1', proof: { publicKey: publicKey.export({ format: 'jwk' }) } };

/** Every kind of credential that the gallery or Okta asks for, from every place that it may come from. */
const KINDS: Readonly<Record<string, Kind>> = {
  'a token of the environment': { env: { SCIM_CHECK_TOKEN: TOKEN } },
  'a token of another variable': { flags: ['--token-env', 'MINE'], env: { MINE: TOKEN } },
  'a token of a file': { flags: ['--token-file', 'token'] },
  'a token of standard input': { flags: ['--token-file', '-'], stdin: TOKEN },
  'a secret in the header': { oauth: client, flags: ['--oauth-auth', 'basic'], env: { SCIM_CHECK_OAUTH_CLIENT_SECRET: SECRET } },
  'a secret in the body, from a file': { oauth: client, flags: ['--oauth-auth', 'post', '--oauth-client-secret-file', 'secret'] },
  'a key (PEM)': { oauth: signed, flags: ['--oauth-key', 'key.pem'] },
  'a key (JWK)': { oauth: signed, flags: ['--oauth-key', 'key.jwk'] },
  'an assertion of a file': { oauth: { clientId: 'client-1', proof: 'any-assertion' }, flags: ['--oauth-assertion-file', 'assertion.jwt'] },
  'an assertion of a command': {
    oauth: { clientId: 'client-1', proof: 'any-assertion' },
    flags: ['--oauth-assertion-command', 'cat assertion.jwt'],
  },
};

/** Every command that talks to a target, with what makes it short. */
const COMMANDS: readonly { readonly name: string; readonly words: readonly string[]; readonly shown?: string }[] = [
  { name: 'run', words: ['run', '--client', 'okta-oin', 'users/joiner'], shown: '1 passed' },
  { name: 'explore', words: ['explore', '--client', 'rfc', '--histories', '1', '--seed', '1'] },
  { name: 'gallery', words: ['gallery', '--no-rate', '--only', 'SCIM_User_Create_Test'], shown: '✓ SCIM_User_Create_Test' },
  { name: 'clean', words: ['clean'] },
  { name: 'doctor', words: ['doctor'] },
  { name: 'mapping discover', words: ['mapping', 'discover'], shown: 'name: userName' },
  { name: 'mapping diff', words: ['mapping', 'diff', 'default'] },
];

describe.each(Object.entries(KINDS))('%s', (_name, { oauth, flags = [], env = {}, stdin }) => {
  it.each(COMMANDS)('opens the target for $name, and is never shown', async ({ words, shown }) => {
    const sample = await sampleTarget(oauth === undefined ? {} : { oauth });
    const endpoint = oauth === undefined ? [] : ['--oauth-token-url', sample.tokenUrl, '--oauth-client-id', 'client-1'];
    const args = [...words, '--target', sample.url, ...endpoint, ...flags];
    const ended = await inProcess(args, { cwd, env, runCommand: shell, ...(stdin === undefined ? {} : { stdin }) });
    const said = `${ended.stdout}${ended.stderr}`;
    expect(said).not.toMatch(/credential.*refused|answered 401|no token|✗ credential/i);
    expect(ended.code).toBe(0);
    if (shown !== undefined) expect(said).toContain(shown);
    for (const secret of [TOKEN, SECRET, assertion]) expect(said).not.toContain(secret);
  });
});

const shell = async (command: string) => ({ exitCode: 0, output: execFileSync('sh', ['-c', command], { cwd, encoding: 'utf8' }) });

it('a wrong one opens nothing, whatever the command', async () => {
  const sample = await sampleTarget();
  for (const { name, words } of COMMANDS) {
    if (name === 'clean') continue; // Without a ledger there is nothing to be asked.
    const ended = await inProcess([...words, '--target', sample.url], { cwd, env: { SCIM_CHECK_TOKEN: 'wrong-token-51f0' } });
    expect([name, ended.code]).toEqual([name, 3]);
    expect(`${ended.stdout}${ended.stderr}`).not.toContain('wrong-token-51f0');
  }
});
