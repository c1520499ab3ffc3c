import { generateKeyPairSync } from 'node:crypto';
import { Agent } from 'undici';
import { afterEach, expect, test } from 'vitest';
import type { ClientProof, OAuthClient } from '../../src/http/oauth/oauth-client.js';
import { clientSecrets } from '../../src/http/oauth/oauth-client.js';
import { readSigningKey } from '../../src/http/oauth/signing-key.js';
import { requestToken, type TokenAnswer } from '../../src/http/oauth/token-endpoint.js';
import { redactor } from '../../src/redact/redactor.js';
import { startSample } from '../../src/sample/server.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { type Answer, reply, wire } from './wire.js';

const SECRET = 'client-s3cret/+ü&%';
const agents: InstanceType<typeof Agent>[] = [];

afterEach(async () => {
  for (const agent of agents.splice(0)) await agent.destroy();
});

function clientOf(tokenUrl: string, proof: ClientProof = { kind: 'secret', location: 'basic', secret: SECRET }): OAuthClient {
  return { scheme: 'OAuth', tokenUrl, clientId: 'client-1', proof, parameters: {} };
}

async function ask(client: OAuthClient, clock = new VirtualClock(), known: string[] = []): Promise<TokenAnswer> {
  const dispatcher = new Agent();
  agents.push(dispatcher);
  const { incoming } = redactor(clientSecrets(client));
  return await requestToken({ client, dispatcher, timeoutMs: 10_000, clock, incoming, onSecret: (secret) => known.push(secret) });
}

async function messageFrom(answer: Answer): Promise<string> {
  const { url } = await wire(answer);
  const asked = await ask(clientOf(`${url}/oauth/token`));
  return asked.ok ? `a token: ${asked.token.oddities.join(', ')}` : asked.failure.message;
}

const JSON_TYPE = ['Content-Type: application/json'];
const token = (more: object) => JSON.stringify({ access_token: 'abc', token_type: 'Bearer', ...more });

test('the request is as RFC 6749 has it, with the client in the header', async () => {
  const { url, received } = await wire(reply('200 OK', JSON_TYPE, token({ expires_in: 3600 })));
  const client = { ...clientOf(`${url}/oauth/token?tenant=a`), scope: 'scim.read scim.write', parameters: { resource: 'https://x/y' } };
  expect(await ask(client)).toMatchObject({ ok: true, token: { secret: 'abc', lifetimeMs: 3_600_000, oddities: [] } });
  const [head = '', body = ''] = (received[0] ?? '').split('\r\n\r\n');
  expect(head).toMatch(/^POST \/oauth\/token\?tenant=a HTTP\/1\.1\r\n/);
  expect(head.toLowerCase()).toContain('content-type: application/x-www-form-urlencoded\r\n');
  expect(head.toLowerCase()).toContain('accept: application/json\r\n');
  const pair = Buffer.from(/authorization: Basic (\S+)/i.exec(head)?.[1] ?? '', 'base64').toString();
  // RFC 6749 §2.3.1: both are encoded as in a form; what that leaves alone, servers that do not decode it understand, too.
  expect(pair).toBe('client-1:client-s3cret%2F%2B%C3%BC%26%25');
  expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
    grant_type: 'client_credentials',
    scope: 'scim.read scim.write',
    resource: 'https://x/y',
  });
});

test('in the body it has id and secret, and no header', async () => {
  const { url, received } = await wire(reply('200 OK', JSON_TYPE, token({ expires_in: 3600 })));
  await ask(clientOf(`${url}/t`, { kind: 'secret', location: 'post', secret: SECRET }));
  const [head = '', body = ''] = (received[0] ?? '').split('\r\n\r\n');
  expect(head).not.toMatch(/authorization/i);
  expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
    grant_type: 'client_credentials',
    client_id: 'client-1',
    client_secret: SECRET,
  });
});

test('an assertion from elsewhere is sent as it is, and is a secret from then on', async () => {
  const { url, received } = await wire(reply('200 OK', JSON_TYPE, token({})));
  const known: string[] = [];
  await ask(clientOf(`${url}/t`, { kind: 'assertion', read: async () => 'aaa.bbb.ccc' }), undefined, known);
  const form = new URLSearchParams((received[0] ?? '').split('\r\n\r\n')[1]);
  expect(form.get('client_assertion')).toBe('aaa.bbb.ccc');
  expect(form.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
  expect(known).toEqual(['aaa.bbb.ccc', 'abc']);
});

const KEYS = {
  RSA: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  'P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  'P-384': generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey,
  Ed25519: generateKeyPairSync('ed25519').privateKey,
};

test.for(Object.entries(KEYS).filter(([name]) => name !== 'Ed25519'))('a key signs assertions: %s', async ([, privateKey]) => {
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const jwk = JSON.stringify({ keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'k1' }] });
  for (const text of [pem, jwk]) {
    const key = await readSigningKey(text);
    const sample = await startSample({ token: 'x', oauth: { clientId: 'client-1', proof: { publicKey: key.publicKey } } });
    try {
      expect(await ask(clientOf(sample.tokenUrl, { kind: 'key', key, claims: { aud: 'api://x' } }))).toMatchObject({ ok: true });
      const other = { ...key, key: (await readSigningKey(otherKeyLike(privateKey.asymmetricKeyType ?? ''))).key };
      expect(await ask(clientOf(sample.tokenUrl, { kind: 'key', key: other, claims: {} }))).toMatchObject({ ok: false });
    } finally {
      await sample.stop();
    }
  }
});

function otherKeyLike(type: string): string {
  const { privateKey } =
    type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

test('an Ed25519 key is read, too', async () => {
  const text = KEYS.Ed25519.export({ type: 'pkcs8', format: 'pem' }).toString();
  expect((await readSigningKey(text)).publicKey).toMatchObject({ kty: 'OKP', crv: 'Ed25519' });
});

test.for([
  ['{"kty":"RSA","n":"AQAB","e":"AQAB"}', 'no private key'],
  ['{"kty":', 'not JSON'],
  ['hello', 'no private key in PEM'],
  [KEYS.RSA.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' }).toString(), 'passphrase'],
  [generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 'does not sign'],
  ['-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----', 'public key'],
])('a text that is no key is refused with the reason: %#', async ([text, reason]) => {
  await expect(readSigningKey(text ?? '')).rejects.toThrow(reason);
});

test.for([
  ['an HTML page', reply('200 OK', ['Content-Type: text/html'], '<html>login</html>'), 'an HTML page instead of a token'],
  ['a 500', reply('500 Oops', JSON_TYPE, '{}'), "answered 500 (JSON that is no token response). Look into the token endpoint's log."],
  ['an empty 401', reply('401 No', []), 'answered 401 (an empty body). Check --oauth-client-id'],
  ['a refusal', reply('401 No', JSON_TYPE, '{"error":"invalid_client"}'), '(invalid_client). Check --oauth-client-id'],
  [
    'a wrong scope',
    reply('400 No', JSON_TYPE, '{"error":"invalid_scope","error_description":"no such scope"}'),
    'invalid_scope: no such scope). Check --oauth-scope',
  ],
  ['a redirect', reply('302 Found', ['Location: http://other.example/']), 'redirects (302)'],
  ['no token', reply('200 OK', JSON_TYPE, '{"accessToken":"x"}'), 'without an access_token'],
  ['a token of another type', reply('200 OK', JSON_TYPE, token({ token_type: 'DPoP' })), 'a token of the type DPoP'],
  ['a token with a line break', reply('200 OK', JSON_TYPE, token({ access_token: 'a\nb' })), 'cannot stand in an HTTP header'],
  ['a list', reply('200 OK', JSON_TYPE, '[]'), 'JSON that is no token response instead of a token'],
  ['no HTTP', (socket) => socket.write('SSH-2.0-x\r\n\r\n'), 'is not HTTP/1.1'],
  ['a cut connection', (socket) => socket.destroy(), 'closed the connection'],
] satisfies [string, Answer, string][])('%s is told in one sentence', async ([, answer, text]) => {
  expect(await messageFrom(answer)).toContain(text);
});

test.for([
  ['expires_in as text', token({ expires_in: '3600' }), 'expires_in is a text'],
  ['no expires_in', token({}), 'expires_in is missing'],
  ['a negative expires_in', token({ expires_in: -1 }), 'expires_in is no number of seconds'],
  ['no token_type', JSON.stringify({ access_token: 'abc', expires_in: 60 }), 'token_type is missing'],
])('%s is taken, and told', async ([, body, oddity]) => {
  expect(await messageFrom(reply('200 OK', JSON_TYPE, body))).toContain(`a token: ${oddity}`);
});

test('a text type and another 2xx status are taken, and told', async () => {
  expect(await messageFrom(reply('201 Created', ['Content-Type: text/plain'], token({ expires_in: 60 })))).toBe(
    'a token: its status is 201 instead of 200, its Content-Type is text/plain instead of application/json',
  );
});

test('an endpoint that never answers ends with the time-out', async () => {
  const clock = new VirtualClock();
  let arrived: () => void = () => undefined;
  const here = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const { url } = await wire(() => arrived());
  const asked = ask(clientOf(`${url}/t`), clock);
  await here;
  clock.advance(10_001);
  expect(await asked).toMatchObject({
    ok: false,
    failure: { kind: 'no-token', message: expect.stringContaining('did not answer within 10 seconds') },
  });
});

test('a body without end is cut', async () => {
  const { url } = await wire((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`;
    const more = (): void => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', more);
    more();
  });
  expect(await ask(clientOf(`${url}/t`))).toMatchObject({ ok: false });
});

test('a secret that the endpoint sends back is not shown, in whatever form and wherever it would be cut', async () => {
  for (const echoed of clientSecrets(clientOf('http://x'))) {
    for (const before of [0, 180, 190, 199]) {
      const description = `${'x'.repeat(before)} ${echoed}`;
      const message = await messageFrom(
        reply('400 No', JSON_TYPE, JSON.stringify({ error: 'invalid_client', error_description: description })),
      );
      expect(message).not.toContain(echoed.slice(0, 8));
    }
  }
});
