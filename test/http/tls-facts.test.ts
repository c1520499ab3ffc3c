import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { tlsFacts } from '../../src/http/tls-facts.js';

const read = (name: string): string => readFileSync(new URL(`./tls/${name}`, import.meta.url), 'utf8');

async function serve(options: Parameters<typeof createServer>[0] = {}): Promise<string> {
  const server = createServer({ key: read('key.pem'), cert: read('certificate.pem'), ...options });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return `https://localhost:${(server.address() as AddressInfo).port}`;
}

test('it sees version, cipher and key, and a certificate that is trusted', async () => {
  const facts = await tlsFacts(await serve(), 60_000, read('certificate.pem'), 'TLSv1.2');
  expect(facts).toMatchObject({ protocol: 'TLSv1.2', cipher: expect.stringMatching(/^ECDHE-/) });
  expect(facts?.key.bits).toBeGreaterThanOrEqual(256);
  expect(facts).not.toHaveProperty('fault');
});

test('a certificate that nobody has signed is looked at, and told', async () => {
  expect(await tlsFacts(await serve(), 60_000)).toMatchObject({ fault: expect.stringMatching(/SELF_SIGNED|UNABLE_TO_VERIFY/) });
});

test('a server that has no TLS 1.2, or none at all, gives no connection', async () => {
  expect(await tlsFacts(await serve({ minVersion: 'TLSv1.3' }), 60_000, undefined, 'TLSv1.2')).toBeUndefined();
  expect(await tlsFacts('https://127.0.0.1:1', 60_000)).toBeUndefined();
});
