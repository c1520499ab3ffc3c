import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { REDACTED } from '../../src/base/redacted.js';
import { ENCODINGS, OTHERS } from '../redact/encodings.js';
import { leakFinder } from '../redact/leaks.js';
import { inProcess } from './in-process.js';
import { folder } from './spawn.js';

const SECRETS = {
  token: 'Kq7.vX2-mB9_pLw4RtY8sHd3+fGb6/NcJ1=uEa5~Tz0',
  client: 'c9TyP2-hW6vQ8nL4kD1sZ7.xM3gR5jF0bA',
  access: 'a4HxV8_zK2pN6wT1-rC9mL3yB7qD5eG0uS.JfXo2i',
  query: 'q5WnB8-xR3kV7zM1pD9t',
  proxy: 'P8xNw3-vK6zQ1mT9rB4yL7',
} as const;
type Secret = keyof typeof SECRETS;
const ALL = Object.values({ ...ENCODINGS, ...OTHERS });
const REPORTS = ['json', 'ndjson', 'junit', 'sarif', 'har', 'html', 'markdown', 'github', 'terminal'];

interface Hostile {
  /** What it gives back: what the program sends it, or could. */
  readonly knows: readonly Secret[];
  /** How the token endpoint refuses; it gives a token where it does not. */
  readonly refusal?: 'json' | 'html' | 'text';
}

/** A SCIM server, a token endpoint and a proxy that give back all that they know, in pieces of an odd size. */
async function hostile({ knows, refusal }: Hostile): Promise<string> {
  const echo = knows.flatMap((name) => ALL.map((encode) => encode(SECRETS[name])));
  const inHeader = echo.map((each) => each.replace(/[^\x20-\x7e]/g, ' ')).filter((each) => each.length < 300);
  let sent = 0;
  const answer = (outgoing: ServerResponse, status: number, type: string, body: string): void => {
    const one = (shift: number): string => inHeader[(sent * 7 + shift) % inHeader.length] ?? '';
    outgoing.writeHead(status, one(0).slice(0, 200), {
      'content-type': type,
      location: `/scim/Users/${one(1)}`,
      'www-authenticate': `Bearer realm="${one(2)}", error_description="${one(3)}"`,
      link: `<${one(4)}>; rel="next"`,
      etag: `W/"${one(5)}"`,
      'x-echo': one(6),
    });
    // Secrets lie across the borders of what arrives.
    for (let at = 0; at < body.length; at += 1009) outgoing.write(body.slice(at, at + 1009));
    outgoing.end();
  };
  const give = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    sent += 1;
    const some = (length: number): string[] => Array.from({ length }, (_each, index) => echo[(sent * length + index) % echo.length] ?? '');
    const few = some(12);
    const many = some(40);
    if (incoming.url?.startsWith('/token') === true) {
      const error = { error: few[0], error_description: echo.join(' '), error_uri: few[1] };
      if (refusal === 'json') answer(outgoing, 400, 'application/json', JSON.stringify(error));
      else if (refusal !== undefined) answer(outgoing, 500, refusal === 'html' ? 'text/html' : 'text/plain', `<pre>${echo.join('\n')}`);
      else
        answer(
          outgoing,
          200,
          'text/html',
          JSON.stringify({ access_token: SECRETS.access, token_type: 'Bearer', expires_in: 3600, more: few }),
        );
      return;
    }
    const scim = 'application/scim+json';
    const places = {
      displayName: few.join(' '),
      nickName: few,
      [few[0] ?? '']: 1,
      meta: { location: few[1] },
      emails: [{ value: few[2], type: few[3] }],
    };
    const isLookUp = incoming.method === 'GET' && (incoming.url ?? '').includes('?');
    const list = { schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: 0, Resources: [], ...places };
    const error = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '400', detail: many.join(' '), scimType: few[4] };
    // Whoever shows something at once is not waited for.
    if (incoming.method === 'GET' && /\/(Users|Groups)\/[^?]/.test(incoming.url ?? ''))
      answer(outgoing, 200, scim, JSON.stringify({ schemas: [few[8]], id: few[9], userName: few[10], ...places }));
    else if (isLookUp) answer(outgoing, 200, scim, JSON.stringify(list));
    else if (incoming.method === 'POST' && sent % 2 === 0)
      answer(
        outgoing,
        201,
        scim,
        JSON.stringify({ schemas: [few[5]], id: sent % 4 === 0 ? few[6] : `${sent}`, userName: few[7], ...places }),
      );
    else if (sent % 3 === 0) answer(outgoing, 400, 'text/html', `<html>${many.join('<br>')}`);
    else answer(outgoing, 400, scim, JSON.stringify(error));
  };
  const server = createServer((incoming, outgoing) => {
    incoming.resume();
    incoming.on('end', () => give(incoming, outgoing));
  });
  server.on('connect', (_incoming, socket) => {
    socket.end(
      `HTTP/1.1 407 ${inHeader[0]}\r\nProxy-Authenticate: Basic realm="${inHeader[1]}"\r\nX-Echo: ${inHeader[9]}\r\n\r\n${echo.join(' ')}`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function everything(directory: string): string {
  return readdirSync(directory)
    .map((name) => join(directory, name))
    .map((path) => (statSync(path).isDirectory() ? `${path}\n${everything(path)}` : `${path}\n${readFileSync(path, 'utf8')}`))
    .join('\n');
}

const env = { SCIM_CHECK_TOKEN: SECRETS.token, SCIM_CHECK_OAUTH_CLIENT_SECRET: SECRETS.client };

/** Runs commands in a folder of their own, and shows that no secret is told by what they print and write; returns all of that. */
async function told(secrets: readonly Secret[], commands: readonly (readonly string[])[], proxy?: string): Promise<string> {
  const cwd = folder();
  let printed = '';
  for (const args of commands) {
    const { stdout, stderr } = await inProcess(args, { cwd, env: proxy === undefined ? env : { ...env, HTTPS_PROXY: proxy } });
    printed += `${args[0]}\n${stdout}\n${stderr}\n`;
  }
  const text = `${printed}${everything(cwd).replaceAll(cwd, '')}`;
  expect(leakFinder(secrets.map((name) => SECRETS[name]))(text)).toEqual([]);
  return text;
}

const oauth = (base: string): string[] => ['--timeout', '5', '--oauth-token-url', `${base}/token`, '--oauth-client-id', 'client-1'];
const reports = REPORTS.flatMap((name) => ['--report', `${name}=${name}.out`]);

it('a run tells none: in reports, baselines, scripts, and what is made of them later', async () => {
  const knows = ['token', 'query'] as const;
  const target = ['--target', `${await hostile({ knows })}/scim?key=${SECRETS.query}`, '--timeout', '5'];
  const more = ['--baseline', 'baseline.yaml', '--update-baseline', '--repro', 'scripts', '--jobs', '8', '--client', 'okta-oin'];
  const text = await told(knows, [
    ['run', ...target, ...reports, ...more, 'users/joiner'],
    ['report', 'ndjson.out', '--against', 'ndjson.out'],
    ['report', 'ndjson.out', '--report', 'html=again.html'],
    ['clean', ...target],
  ]);
  expect(text).toContain(REDACTED);
  const files = [...REPORTS.map((name) => `${name}.out`), 'baseline.yaml', 'scripts', 'again.html'];
  expect(files.filter((name) => !text.includes(`\n/${name}\n`))).toEqual([]);
});

it.each<[string, readonly string[]]>([
  ['doctor', ['--wait-for-target', '1']],
  ['mapping', ['discover']],
  ['explore', ['--histories', '1', '--client', 'rfc', '--save', 'found', '--report', 'json=json.out']],
])('%s tells none', async (command, more) => {
  const knows = ['token', 'query'] as const;
  const target = ['--target', `${await hostile({ knows })}/scim?key=${SECRETS.query}`, '--timeout', '5'];
  await told(knows, [[command, ...more, ...target]]);
});

it.each<[string, readonly string[]]>([
  ['gallery', ['--only', 'Create_User_Test', '--no-rate', '--evidence', 'evidence', '--report', 'gallery=gallery.out']],
  ['run', [...reports, '--client', 'okta-oin', 'users/joiner']],
])('%s tells neither client secret nor access token', async (command, more) => {
  const knows = ['client', 'access', 'query'] as const;
  const base = await hostile({ knows });
  await told(knows, [[command, '--target', `${base}/scim?key=${SECRETS.query}`, ...oauth(base), ...more]]);
});

it.each(['json', 'html', 'text'] as const)('a token endpoint that refuses in %s has no secret told', async (refusal) => {
  const knows = ['client', 'query'] as const;
  const base = await hostile({ knows, refusal });
  const target = ['--target', `${base}/scim?key=${SECRETS.query}`, ...oauth(base)];
  await told(
    knows,
    ['run', 'doctor', 'clean'].map((command) => [command, ...target]),
  );
});

it('a proxy that refuses has no secret told', async () => {
  const knows = ['token', 'query', 'proxy'] as const;
  const proxy = (await hostile({ knows })).replace('http://', `http://user:${SECRETS.proxy}@`);
  const target = ['--target', `https://scim.example/v2?key=${SECRETS.query}`, '--timeout', '5'];
  const text = await told(
    knows,
    [
      ['run', ...target, ...reports],
      ['doctor', ...target],
      ['clean', ...target],
    ],
    proxy,
  );
  expect(text).toContain('The proxy did not open a connection');
});
