import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorization, secretsOf } from '../../src/http/credential.js';
import { type CurlRequest, curlOf } from '../../src/http/curl.js';
import { CREDENTIAL } from '../../src/scim/message.js';

const token = 'the "token" $HOME `id`';

/** What a shell passes to curl, which is a function that prints its arguments apart by NUL. */
function argumentsIn(shell: string, command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const output = execFileSync(shell, ['-c', script], { env: { ...process.env, SCIM_CHECK_TOKEN: token, LC_ALL: 'C.UTF-8' } });
  return output.toString('utf8').split('\0').slice(0, -1);
}

const request: CurlRequest = {
  method: 'PATCH',
  url: "https://example.com/scim/Users/o'neil?filter=emails[type%20eq%20%22work%22]",
  headers: [
    ['Authorization', CREDENTIAL],
    ['Content-Type', 'application/scim+json'],
  ],
  body: '{"op":"Replace","value":"it\'s $HOME `id` \\\\ \\" !x"}',
};

describe('curlOf', () => {
  it('is one line that a person can read', () => {
    expect(curlOf(request)).toBe(
      `curl -X PATCH 'https://example.com/scim/Users/o'\\''neil?filter=emails[type%20eq%20%22work%22]' -g -H "Authorization: Bearer $SCIM_CHECK_TOKEN" -H 'Content-Type: application/scim+json' --data-raw '{"op":"Replace","value":"it'\\''s $HOME \`id\` \\\\ \\" !x"}' -i`,
    );
  });

  it('repeats the request and expands nothing but the token', () => {
    expect(argumentsIn('bash', curlOf(request))).toEqual([
      '-X',
      'PATCH',
      request.url,
      '-g',
      '-H',
      `Authorization: Bearer ${token}`,
      '-H',
      'Content-Type: application/scim+json',
      '--data-raw',
      request.body,
      '-i',
    ]);
  });

  it('leaves the token to the shell in each scheme', () => {
    expect(curlOf(request, 'posix', 'Basic')).toContain(' -u "$SCIM_CHECK_TOKEN" ');
    expect(curlOf(request, 'posix', 'raw')).toContain(' -H "Authorization: $SCIM_CHECK_TOKEN" ');
    expect(curlOf({ ...request, headers: [['Authorization', `Bearer ${CREDENTIAL}`]] })).toContain(
      ' -H "Authorization: Bearer $SCIM_CHECK_TOKEN" ',
    );
    expect(curlOf(request, 'powershell')).toContain(' -H "Authorization: Bearer $env:SCIM_CHECK_TOKEN" ');
  });

  it('does not let curl call a body a form', () => {
    expect(curlOf({ ...request, headers: [] })).toContain(" -H 'Content-Type:' --data-raw ");
  });

  it('says when it cuts a body', () => {
    const command = curlOf({ ...request, body: `${'x'.repeat(7_999)}😀${'y'.repeat(2_000)}` });
    expect(command).toMatch(/ # body cut: 7999 of 10001 characters$/);
    expect(command).not.toMatch(/[\uD800-\uDFFF]/);
  });

  it('is one line for any request, and a shell reads back what went in', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'\'"\\$`!\n\r\t;|&*?[]{}()<>#~ \u001b\u0007\u2028\u202e%x41é'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(fc.constantFrom('PUT', 'POST'), text, text, text, (method, path, value, body) => {
        const plain = (each: string) => each.replaceAll('\0', '');
        const command = curlOf({
          method,
          url: `https://h/${path}`,
          headers: [
            ['Content-Type', value],
            ['X', `${CREDENTIAL}`],
          ],
          body,
        });
        expect(command).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
        const seen = argumentsIn('bash', command).filter((each) => each !== '-g');
        expect(seen).toEqual([
          '-X',
          method,
          `https://h/${plain(path)}`,
          '-H',
          `Content-Type: ${plain(value)}`,
          '-H',
          `X: Bearer ${token}`,
          '--data-raw',
          plain(body),
          '-i',
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('puts no unquoted text of others into a PowerShell command', () => {
    const command = curlOf({ method: 'PUT', url: 'https://h/', headers: [], body: `{"a":"x’; rm -r $(id) \`"}\n` }, 'powershell');
    expect(command).toContain(`'{\\"a\\":\\"x’’; rm -r $(id) \`\\"} '`);
  });
});

describe('credentials', () => {
  it('become a header', () => {
    expect(authorization({ scheme: 'Bearer', secret: 'a' })).toBe('Bearer a');
    expect(authorization({ scheme: 'raw', secret: 'a' })).toBe('a');
    expect(authorization({ scheme: 'Basic', secret: 'ü:p:w' })).toBe(`Basic ${Buffer.from('ü:p:w').toString('base64')}`);
  });

  it('name everything that must not be shown', () => {
    expect(secretsOf({ scheme: 'Bearer', secret: 'abc' })).toEqual(['abc']);
    expect(secretsOf({ scheme: 'Basic', secret: 'user:pa:ss' })).toEqual(['pa:ss', Buffer.from('user:pa:ss').toString('base64')]);
    expect(secretsOf({ scheme: 'raw', secret: 'SSWS abc' })).toEqual(['SSWS abc', 'abc']);
    expect(secretsOf({ scheme: 'Basic', secret: 'user:' })).toEqual(['dXNlcjo=']);
  });
});
