import { type AddressInfo, createServer as createPlain } from 'node:net';
import { createServer, type TlsOptions } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SUITES, tlsRequirements } from '../../src/gallery/requirements/tls.js';
import { type TlsFacts, tlsFacts } from '../../src/http/tls-facts.js';
import { authority, certificate, type Made } from './certificates.js';

const AUTHORITY = await authority();
const GOOD = await certificate({ by: AUTHORITY });
const WEAK = '@SECLEVEL=0';

async function serve(options: TlsOptions): Promise<string> {
  const server = createServer(options);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return `https://localhost:${(server.address() as AddressInfo).port}`;
}

async function look(made: Made, options: TlsOptions = {}, ca?: string): Promise<TlsFacts | undefined> {
  const url = await serve({ ...made, ...options });
  return await tlsFacts({ url, timeoutMs: 60_000, suites: SUITES, ...(ca === undefined ? {} : { ca }) });
}

/** What the list of requirements says of it: the names of those that are not met, with the evidence. */
async function unmet(facts: TlsFacts | undefined): Promise<Record<string, string>> {
  const all = await tlsRequirements(async () => facts);
  return Object.fromEntries(all.filter(({ status }) => status !== 'proven').map(({ name, evidence }) => [name, evidence]));
}

describe('a server of which nothing is wrong but that its authority is not public', () => {
  test('is told so, and all else is proven', async () => {
    const facts = await look(GOOD, {}, AUTHORITY.pem);
    expect(facts).toMatchObject({
      versions: ['TLSv1.3', 'TLSv1.2'],
      suite: expect.stringMatching(/^ECDHE-ECDSA-AES/),
      key: { type: 'EC', bits: 256 },
      trustedByOwn: true,
    });
    expect(facts).not.toHaveProperty('wrongHost');
    expect(await unmet(facts)).toEqual({ 'tls-certificate': expect.stringContaining('Entra knows public authorities alone') });
  });

  test('with a public one all is proven', async () => {
    const { fault: _fault, trustedByOwn: _own, ...facts } = (await look(GOOD, {}, AUTHORITY.pem)) ?? { key: { type: 'other', bits: 0 } };
    expect(await unmet(facts as TlsFacts)).toEqual({});
  });
});

describe('the certificate', () => {
  test('that is signed by itself', async () => {
    const facts = await look(await certificate());
    expect(await unmet(facts)).toEqual({ 'tls-certificate': 'it is signed by itself (DEPTH_ZERO_SELF_SIGNED_CERT)' });
  });

  test('of an authority that nobody knows', async () => {
    const facts = await look({ ...GOOD, cert: `${GOOD.cert}\n${AUTHORITY.pem}` });
    expect(await unmet(facts)).toEqual({ 'tls-certificate': 'its authority is not a public one (SELF_SIGNED_CERT_IN_CHAIN)' });
  });

  test('that comes without the rest of its chain', async () => {
    expect(await unmet(await look(GOOD))).toEqual({
      'tls-certificate': expect.stringContaining('the server does not send its whole chain'),
    });
  });

  test.for([
    ['has expired', { from: -9, to: -1 }, 'it has expired'],
    ['is not valid yet', { from: 2, to: 9 }, 'it is not valid yet'],
  ] as const)('that %s', async ([, time, text]) => {
    const facts = await look(await certificate({ by: AUTHORITY, ...time }), {}, AUTHORITY.pem);
    expect(await unmet(facts)).toEqual({ 'tls-certificate': expect.stringContaining(text) });
  });

  test('that is made out to another host', async () => {
    const facts = await look(await certificate({ by: AUTHORITY, host: 'scim.example.com' }), {}, AUTHORITY.pem);
    expect(await unmet(facts)).toMatchObject({ 'tls-host': 'localhost does not stand in it' });
    expect(facts).toMatchObject({ trustedByOwn: true });
  });

  test('with a key that is too short', async () => {
    const short = await certificate({ by: AUTHORITY, rsa: 1024 });
    const facts = await look(short, { ciphers: `DEFAULT:${WEAK}` }, AUTHORITY.pem);
    expect(await unmet(facts)).toMatchObject({ 'tls-key': 'a key of the kind RSA with 1024 bits' });
    expect(await unmet(await look(await certificate({ by: AUTHORITY, rsa: 2048 })))).not.toHaveProperty('tls-key');
  });
});

describe('the connection', () => {
  test('of a server that speaks old versions alone', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: `DEFAULT:${WEAK}` } as const;
    const facts = await look(GOOD, old);
    expect(facts?.versions).toEqual(['TLSv1.1', 'TLSv1']);
    expect(await unmet(facts)).toMatchObject({ 'tls-version': expect.stringContaining('TLSv1.1'), 'tls-cipher': expect.anything() });
  });

  test('of a server that speaks old versions as well', async () => {
    const facts = await look(GOOD, { minVersion: 'TLSv1.1', ciphers: `DEFAULT:${WEAK}` });
    expect(await unmet(facts)).toMatchObject({ 'tls-version': expect.stringContaining('switch the others off') });
  });

  test('of a server that speaks 1.3 alone is good enough', async () => {
    const facts = await look(GOOD, { minVersion: 'TLSv1.3' }, AUTHORITY.pem);
    expect(facts?.versions).toEqual(['TLSv1.3']);
    expect(Object.keys(await unmet(facts))).toEqual(['tls-certificate']);
  });

  test('of a server that has none of the suites', async () => {
    const rsa = await certificate({ by: AUTHORITY, rsa: 2048 });
    const facts = await look(rsa, { maxVersion: 'TLSv1.2', ciphers: 'AES256-GCM-SHA384' });
    expect(await unmet(facts)).toMatchObject({ 'tls-cipher': expect.stringContaining('none of ECDHE-ECDSA') });
  });

  test('of a server that prefers another suite and has one of them', async () => {
    const facts = await look(GOOD, {
      maxVersion: 'TLSv1.2',
      ciphers: 'ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256',
      honorCipherOrder: true,
    });
    expect(facts?.suite).toBe('ECDHE-ECDSA-AES128-GCM-SHA256');
  });

  test('that does not come about', async () => {
    expect(await tlsFacts({ url: 'https://127.0.0.1:1', timeoutMs: 60_000, suites: SUITES })).toBeUndefined();
    expect(Object.keys(await unmet(undefined))).toHaveLength(5);
  });
});

test('a handshake that goes on for ever, a byte at a time, ends all the same', async () => {
  // The head of a record of sixteen thousand bytes, which never come.
  const server = createPlain((socket) => {
    socket.on('error', () => undefined).write(Buffer.from([0x16, 0x03, 0x03, 0x40, 0x00]));
    const drip = setInterval(() => socket.write(Buffer.from([0x02])), 10);
    socket.resume().on('close', () => clearInterval(drip));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  expect(await tlsFacts({ url: `https://127.0.0.1:${port}`, timeoutMs: 100, suites: SUITES })).toBeUndefined();
});
