import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { parseTarget } from '../../src/http/target.js';
import { createTransport } from '../../src/http/transport.js';
import { get } from './wire.js';

/** Far beyond what any test may take. */
const timeoutMs = 3_600_000;

/** Accepts connections and never says a word. */
async function silent(): Promise<{ readonly port: number; readonly connected: Promise<Socket> }> {
  let connect: (socket: Socket) => void = () => undefined;
  const connected = new Promise<Socket>((resolve) => {
    connect = resolve;
  });
  const server = createServer((socket) => connect(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, connected };
}

function targetAt(url: string) {
  const parsed = parseTarget(url);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.target;
}

it('a TLS handshake that never ends is given up with the transport: nothing keeps the program', async () => {
  const { port, connected } = await silent();
  const transport = createTransport({ target: targetAt(`https://127.0.0.1:${port}`), timeoutMs, clock: systemClock(), maxBodyBytes: 1000 });
  const stop = new AbortController();
  const sent = transport.send(get(), { signal: stop.signal });
  const socket = await connected;
  const ended = new Promise<void>((resolve) => socket.resume().on('close', () => resolve()));
  stop.abort();
  expect(await sent).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
  await transport.close();
  await ended;
});

it('a credential that never comes is waited for no longer than the caller says', async () => {
  const stop = new AbortController();
  const transport = createTransport({
    target: targetAt('http://127.0.0.1:9'),
    timeoutMs,
    clock: systemClock(),
    maxBodyBytes: 1000,
    credential: { scheme: 'Bearer', current: () => new Promise(() => undefined), refused: async () => false },
  });
  const sent = transport.send(get(), { signal: stop.signal });
  stop.abort();
  expect(await sent).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
  await transport.close();
});
