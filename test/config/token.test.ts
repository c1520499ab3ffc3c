import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveConfig, type Sources } from '../../src/config/resolve.js';
import { readToken } from '../../src/config/token.js';

const cwd = mkdtempSync(join(tmpdir(), 'scim-check-token-'));

async function token(sources: Partial<Sources>, stdin = '') {
  const all = { flags: {}, env: {}, cwd, ...sources };
  const config = await resolveConfig(all);
  return readToken(config, { env: all.env, cwd, readStdin: async () => stdin });
}

function file(text: string): string {
  const name = `token-${Math.random().toString(36).slice(2)}`;
  writeFileSync(join(cwd, name), text);
  return name;
}

describe('where a token comes from', () => {
  it('is SCIM_CHECK_TOKEN by default', async () => {
    expect(await token({ env: { SCIM_CHECK_TOKEN: 'abc' } })).toEqual({ secret: 'abc', from: 'SCIM_CHECK_TOKEN' });
  });
  it('is the variable named', async () => {
    const env = { SCIM_CHECK_TOKEN: 'abc', STAGING: 'def' };
    expect((await token({ flags: { tokenEnv: ['STAGING'] }, env })).secret).toBe('def');
  });
  it('is the file named, without its last newline and its byte-order mark', async () => {
    expect((await token({ flags: { tokenFile: [file('abc\n')] } })).secret).toBe('abc');
    expect((await token({ flags: { tokenFile: [file('\uFEFFabc\r\n')] } })).secret).toBe('abc');
  });
  it('is standard input for -', async () => {
    expect(await token({ flags: { tokenFile: ['-'] } }, 'abc\n')).toEqual({ secret: 'abc', from: 'standard input' });
  });
  it('prefers the nearer origin', async () => {
    const env = { SCIM_CHECK_TOKEN_ENV: 'STAGING', STAGING: 'def' };
    expect((await token({ flags: { tokenFile: [file('abc')] }, env })).secret).toBe('abc');
  });
  it('drops the word Bearer and says so', async () => {
    const read = await token({ env: { SCIM_CHECK_TOKEN: 'Bearer abc' } });
    expect(read.secret).toBe('abc');
    expect(read.notice).toContain('Bearer');
  });
  it('keeps the word Bearer when the whole header is given', async () => {
    const read = await token({ flags: { authScheme: ['raw'] }, env: { SCIM_CHECK_TOKEN: 'Bearer abc' } });
    expect(read).toEqual({ secret: 'Bearer abc', from: 'SCIM_CHECK_TOKEN' });
  });
});

describe('what cannot be a token', () => {
  it.each([
    [{}, 'no token is given'],
    [{ env: { SCIM_CHECK_TOKEN: '' } }, 'the token from SCIM_CHECK_TOKEN is empty'],
    [{ env: { SCIM_CHECK_TOKEN: ' \t ' } }, 'the token from SCIM_CHECK_TOKEN is empty'],
    [{ env: { SCIM_CHECK_TOKEN: 'Bearer ' } }, 'the token from SCIM_CHECK_TOKEN is empty'],
    [{ env: { SCIM_CHECK_TOKEN: 'hunter2\nhunter3' } }, 'more than one line'],
    [{ env: { SCIM_CHECK_TOKEN: 'hunter2\u00e9' } }, 'cannot stand in an HTTP header'],
    [{ env: { SCIM_CHECK_TOKEN: 'hunter2\u0007' } }, 'cannot stand in an HTTP header'],
    [{ env: { SCIM_CHECK_TOKEN: ' hunter2' } }, 'begins or ends with blanks'],
    [{ flags: { tokenEnv: ['NOWHERE'] } }, 'flag --token-env: the variable that it names is not set'],
    [{ flags: { tokenFile: ['no-such-file'] } }, 'the file named by --token-file cannot be read: no such file or directory'],
    [{ flags: { tokenFile: ['.'] } }, 'cannot be read: it is a directory'],
    [
      { flags: { tokenFile: ['a'], tokenEnv: ['B'] } },
      'both --token-file (flag --token-file) and --token-env (flag --token-env) are given',
    ],
    [{ flags: { authScheme: ['basic'] }, env: { SCIM_CHECK_TOKEN: 'hunter2' } }, 'is not user:password'],
  ] satisfies [Partial<Sources>, string][])('%j', async (sources, message) => {
    const error: unknown = await token(sources).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toContain(message);
    expect(String(error)).not.toContain('hunter');
  });

  it('is an empty file', async () => {
    await expect(token({ flags: { tokenFile: [file('\n')] } })).rejects.toThrow('is empty');
  });
  it('is a long text given as the name of a file: it is not repeated', async () => {
    const secret = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl';
    const error: unknown = await token({ flags: { tokenFile: [secret] } }).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('the file named by --token-file cannot be read');
    expect(String(error)).not.toContain(secret);
  });
});
