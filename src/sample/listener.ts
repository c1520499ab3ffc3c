import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { Clock } from '../base/clock.js';
import { errorBody } from '../scim/error.js';
import { type Reply, SCIM_JSON } from './reply.js';
import { type SampleRequest, splitTarget } from './request.js';

/** The largest body that is read, in bytes. */
export const LARGEST_BODY = 1024 * 1024;

/**
 * Reads a request completely. Of a body that is too large nothing is kept, but it is read to its end, so that the client
 * gets to see the refusal.
 *
 * @param incoming the request as node:http has it
 * @param basePath the path that the server lives under, without a slash at the end
 */
export async function receive(incoming: IncomingMessage, basePath: string): Promise<SampleRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
    else chunks.length = 0;
    // A client that goes on and on is cut off.
    if (size > 16 * LARGEST_BODY) throw new Error('the body has no end');
  }
  return {
    method: incoming.method ?? 'GET',
    ...splitTarget(incoming.url ?? '/', basePath),
    headers: headersOf(incoming),
    body: Buffer.concat(chunks),
    ...(size > LARGEST_BODY ? { tooLarge: true } : {}),
  };
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  const entries = Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/**
 * Writes a reply to the socket, with whatever fault it is to have.
 *
 * @param reply the reply
 * @param outgoing where it goes
 * @param clock times an answer that is to be late
 */
export function send(reply: Reply, outgoing: ServerResponse, clock: Clock): void {
  if (reply.fault === 'silent') return;
  if (reply.delayMilliseconds !== undefined) {
    const { delayMilliseconds, ...rest } = reply;
    void clock.sleep(delayMilliseconds).then(() => send(rest, outgoing, clock));
    return;
  }
  if (reply.fault === 'reset') {
    outgoing.socket?.destroy();
    return;
  }
  write(reply, outgoing);
}

function write(reply: Reply, outgoing: ServerResponse): void {
  const text = reply.text ?? (reply.body === undefined ? undefined : JSON.stringify(reply.body));
  outgoing.statusCode = reply.status;
  for (const [name, value] of reply.headers) outgoing.appendHeader(name, value);
  if (text === undefined) {
    // RFC 9110 §8.6: no Content-Length on a 204; node:http knows about 304.
    if (reply.status !== 204 && reply.status !== 304) outgoing.setHeader('Content-Length', 0);
    outgoing.end();
    return;
  }
  const plain = Buffer.from(text, 'utf8');
  const bytes = reply.gzip === true ? gzipSync(plain) : plain;
  if (reply.chunked === true) {
    const half = Math.floor(bytes.length / 2);
    outgoing.write(bytes.subarray(0, half));
    outgoing.end(bytes.subarray(half));
    return;
  }
  outgoing.setHeader('Content-Length', bytes.length);
  if (reply.fault === 'cut') {
    outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => outgoing.socket?.destroy());
    return;
  }
  outgoing.end(bytes);
}

/**
 * Answers what is no HTTP request, or one with headers too large, with a SCIM error.
 *
 * @param socket the connection
 */
export function refuseMalformed(socket: Duplex): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(errorBody(400, 'The request is not well-formed HTTP.'));
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: ${SCIM_JSON}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
