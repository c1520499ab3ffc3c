import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type ClientMetadata } from 'oidc-provider';
import { Agent } from 'undici';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ClientProof } from '../../src/http/oauth/oauth-client.js';
import { readSigningKey } from '../../src/http/oauth/signing-key.js';
import { requestToken } from '../../src/http/oauth/token-endpoint.js';
import { VirtualClock } from '../base/virtual-clock.js';

// An independent OAuth server: what it accepts was not made to fit what is sent here.

const SECRET = 'a-secret-with/slash+plus&and%percent';
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
let server: Server;
let tokenUrl: string;

beforeAll(async () => {
  // It warns that its keys and storage are for development only.
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { scope: 'scim' };
  const keys = (key: typeof rsa) => ({ jwks: { keys: [{ ...key.publicKey.export({ format: 'jwk' }), use: 'sig' }] } });
  const signed = { ...client, token_endpoint_auth_method: 'private_key_jwt' } as const;
  const provider = new Provider(issuer, {
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    scopes: ['scim'],
    ttl: { ClientCredentials: 120 },
    clients: [
      { ...client, client_id: '3f2c-basic', client_secret: SECRET, token_endpoint_auth_method: 'client_secret_basic' },
      { ...client, client_id: 'post', client_secret: SECRET, token_endpoint_auth_method: 'client_secret_post' },
      { ...signed, client_id: 'rsa', ...keys(rsa), token_endpoint_auth_signing_alg: 'RS256' },
      { ...signed, client_id: 'ec', ...keys(ec), token_endpoint_auth_signing_alg: 'ES256' },
    ].map((each) => ({ ...each, grant_types: ['client_credentials'], redirect_uris: [], response_types: [] }) as ClientMetadata),
  });
  server.on('request', provider.callback());
  tokenUrl = `${issuer}/token`;
});

afterAll(() => {
  server.close();
  vi.restoreAllMocks();
});

async function ask(clientId: string, proof: ClientProof, scope?: string) {
  const dispatcher = new Agent();
  try {
    return await requestToken({
      client: { scheme: 'OAuth', tokenUrl, clientId, proof, parameters: {}, ...(scope === undefined ? {} : { scope }) },
      dispatcher,
      timeoutMs: 60_000,
      clock: new VirtualClock(),
      incoming: { text: (text) => text, json: (value) => value },
      onSecret: () => undefined,
    });
  } finally {
    await dispatcher.destroy();
  }
}

const ok = { ok: true, token: { lifetimeMs: 120_000, oddities: [] } };
const keyOf = async (pair: typeof rsa): Promise<ClientProof> => ({
  kind: 'key',
  key: await readSigningKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
  claims: {},
});

test('it takes the secret in the header', async () => {
  expect(await ask('3f2c-basic', { kind: 'secret', location: 'basic', secret: SECRET }, 'scim')).toMatchObject(ok);
});

test('it takes the secret in the body', async () => {
  expect(await ask('post', { kind: 'secret', location: 'post', secret: SECRET })).toMatchObject(ok);
});

test('it takes assertions signed with RSA and with EC', async () => {
  expect(await ask('rsa', await keyOf(rsa))).toMatchObject(ok);
  expect(await ask('ec', await keyOf(ec))).toMatchObject(ok);
});

test('what it refuses is told with advice', async () => {
  const wrong = await ask('3f2c-basic', { kind: 'secret', location: 'basic', secret: 'wrong' });
  expect(wrong).toMatchObject({
    ok: false,
    failure: { message: expect.stringMatching(/401 \(invalid_client.*--oauth-auth basic or post/) },
  });
});
