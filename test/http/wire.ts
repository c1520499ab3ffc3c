import { createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Credential } from '../../src/http/credential.js';
import { parseTarget, type Target } from '../../src/http/target.js';
import { createTransport, type Sent, type Transport, type TransportOptions } from '../../src/http/transport.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';

/** Answers a connection: called once per request, with what has been received so far. */
export type Answer = (socket: Socket, received: string) => void;

export interface Wire {
  readonly port: number;
  readonly url: string;
  /** Every byte that the client sent, one text per connection. */
  readonly received: string[];
}

/** A server that knows nothing of HTTP: it records bytes and writes what the test tells it to. */
export async function wire(answer: Answer): Promise<Wire> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const index = received.push('') - 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received[index] += chunk.toString('latin1');
      const text = received[index] ?? '';
      const length = Number(/content-length: (\d+)\r\n/i.exec(text.slice(text.lastIndexOf(' HTTP/1.1\r\n')))?.[1] ?? 0);
      if (text.length - text.lastIndexOf('\r\n\r\n') - 4 === length) answer(socket, text);
    });
  });
  await listen(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const port = portOf(server);
  return { port, url: `http://127.0.0.1:${port}`, received };
}

/** An answer with a status, headers and a body. */
export function reply(status: string, headers: readonly string[], body: string | Buffer = ''): Answer {
  const bytes = Buffer.from(body);
  return (socket) => {
    socket.write([`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${bytes.length}`, '', ''].join('\r\n'));
    socket.write(bytes);
  };
}

export function listen(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
}

export function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server does not listen.');
  return address.port;
}

export const TOKEN: Credential = { scheme: 'Bearer', secret: 't0k3n-of-the-test' };

export function targetOf(text: string): Target {
  const parsed = parseTarget(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.target;
}

/** A transport that is closed when the test ends. */
export function transportTo(url: string, options: Partial<TransportOptions> = {}): Transport {
  const transport = createTransport({
    target: targetOf(url),
    credential: TOKEN,
    timeoutMs: 60_000,
    maxBodyBytes: 100_000,
    clock: new VirtualClock(),
    ...options,
  });
  onTestFinished(() => transport.close());
  return transport;
}

export function get(target = '/Users', headers: ScimRequest['headers'] = []): ScimRequest {
  return { method: 'GET', target, headers, purpose: 'raw' };
}

export function responseOf(sent: Sent): Extract<Sent, { ok: true }>['response'] {
  if (!sent.ok) throw new Error(`${sent.failure.kind}: ${sent.failure.message}`);
  return sent.response;
}

export function failureOf(sent: Sent): Extract<Sent, { ok: false }>['failure'] {
  if (sent.ok) throw new Error(`An answer came: ${sent.response.status}`);
  return sent.failure;
}
