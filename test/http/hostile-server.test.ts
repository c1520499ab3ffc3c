import type { Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { MockAgent } from 'undici';
import { describe, expect, it } from 'vitest';
import { readList } from '../../src/scim/read.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { failureOf, get, reply, responseOf, transportTo, wire } from './wire.js';

describe('a body that is too long', () => {
  it('is cut at the limit, and its connection is closed', async () => {
    let closed = false;
    const server = await wire((socket) => {
      socket.on('close', () => {
        closed = true;
      });
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      const chunk = 'x'.repeat(0x4000);
      const more = () => {
        while (!socket.destroyed && socket.write(`4000\r\n${chunk}\r\n`));
      };
      socket.on('drain', more);
      more();
    });
    const response = responseOf(await transportTo(server.url, { maxBodyBytes: 50_000 }).send(get()));
    expect(response.text).toBe('x'.repeat(50_000));
    expect(response.truncated).toBe(true);
    expect(response).toMatchObject({ unread: expect.stringContaining('longer than 50000 bytes') });
    await expect.poll(() => closed).toBe(true);
  });

  it('is whole when it is exactly as long as the limit', async () => {
    const body = JSON.stringify('y'.repeat(998));
    const response = responseOf(await transportTo((await wire(reply('200 OK', [], body))).url, { maxBodyBytes: 1000 }).send(get()));
    expect(response).toMatchObject({ truncated: false, body: 'y'.repeat(998) });
  });
});

describe('a compressed body', () => {
  const json = JSON.stringify({ userName: 'ä'.repeat(100) });
  it.each([
    ['gzip', gzipSync(json)],
    ['X-GZIP', gzipSync(json)],
    ['deflate', deflateSync(json)],
    ['deflate', deflateRawSync(json)],
    ['br', brotliCompressSync(json)],
    ['gzip, br', brotliCompressSync(gzipSync(json))],
    ['identity', Buffer.from(json)],
  ])('is unpacked: %s', async (coding, body) => {
    const server = await wire(reply('200 OK', [`Content-Encoding: ${coding}`], body));
    expect(responseOf(await transportTo(server.url).send(get()))).toMatchObject({ text: json, body: JSON.parse(json), truncated: false });
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(200_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(200_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(200_000_000)))],
  ])('that unpacks to 200 MB is cut at the limit: %s', async (coding, bomb) => {
    const server = await wire(reply('200 OK', [`Content-Encoding: ${coding}`], bomb));
    const before = process.memoryUsage().arrayBuffers;
    const response = responseOf(await transportTo(server.url, { maxBodyBytes: 300_000 }).send(get()));
    expect(response.truncated).toBe(true);
    expect(response.unread).toContain('300000 bytes');
    // Of which no more is kept than an event shows.
    expect(response.text.length).toBe(64 * 1024);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  });

  it.each([
    ['gzip', Buffer.from('{"plain":true}'), /marked as gzip but cannot be unpacked/],
    ['zstd', Buffer.from('{}'), /not asked for/],
    ['gzip, gzip, gzip, gzip', Buffer.from('{}'), /4 content codings/],
  ])('that is not what it says has a parse error: %s', async (coding, body, message) => {
    const server = await wire(reply('200 OK', [`Content-Encoding: ${coding}`], body));
    const response = responseOf(await transportTo(server.url).send(get()));
    expect(response.status).toBe(200);
    expect(response.body).toBeUndefined();
    expect(response.parseError).toMatch(message);
  });
});

/** Sends a text again and again, and lets a second pass each time: what went out before has arrived by then. */
function trickle(socket: Socket, text: string, clock: VirtualClock): void {
  let open = true;
  socket.on('close', () => {
    open = false;
  });
  const next = (): void => {
    if (!open) return;
    socket.write(text);
    clock.advance(1000);
    setImmediate(next);
  };
  next();
}

describe('a server that takes its time', () => {
  it('and never answers ends at the deadline', async () => {
    const clock = new VirtualClock();
    const server = await wire(() => clock.advance(60_000));
    const failure = failureOf(await transportTo(server.url, { clock }).send(get()));
    expect(failure).toMatchObject({ kind: 'timeout', message: expect.stringContaining('did not answer within 60 seconds') });
  });

  it('and answers in time is waited for', async () => {
    const clock = new VirtualClock();
    const server = await wire((socket, received) => {
      clock.advance(59_000);
      reply('200 OK', [], '1')(socket, received);
    });
    expect(responseOf(await transportTo(server.url, { clock }).send(get()))).toMatchObject({ body: 1, milliseconds: 59_000 });
  });

  it('and trickles its body ends at the deadline too', async () => {
    const clock = new VirtualClock();
    const server = await wire((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
      trickle(socket, ' ', clock);
    });
    const failure = failureOf(await transportTo(server.url, { clock }).send(get()));
    expect(failure).toMatchObject({ kind: 'timeout', message: expect.stringContaining('began to answer but did not finish') });
  });

  it('and sends interim answers for ever ends there as well', async () => {
    const clock = new VirtualClock();
    const server = await wire((socket) => {
      trickle(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n', clock);
    });
    expect(failureOf(await transportTo(server.url, { clock }).send(get())).kind).toBe('timeout');
  });

  it('can be left at once', async () => {
    const server = await wire(() => undefined);
    const controller = new AbortController();
    const transport = transportTo(server.url);
    const pending = transport.send(get(), { signal: controller.signal });
    controller.abort();
    expect(failureOf(await pending).kind).toBe('aborted');
    expect(failureOf(await transport.send(get(), { signal: AbortSignal.abort() })).kind).toBe('aborted');
  });

  it('and never lets a connection come about ends at the deadline', async () => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    agent.get('http://scim.example.test').intercept({ path: '/Users' }).reply(200, '{}').delay(60_000);
    const stuck = { dispatch: () => true, destroy: async () => undefined, on: () => undefined } as never;
    for (const dispatcher of [agent, stuck]) {
      const clock = new VirtualClock();
      const pending = transportTo('http://scim.example.test', { clock, dispatcher }).send(get());
      clock.advance(60_000);
      expect(failureOf(await pending).kind).toBe('timeout');
    }
  });

  it('does not outlive the transport', async () => {
    const server = await wire(() => undefined);
    const transport = transportTo(server.url);
    const pending = transport.send(get());
    await transport.close();
    expect((await pending).ok).toBe(false);
    expect((await transport.send(get())).ok).toBe(false);
  });
});

describe('a server that breaks', () => {
  it.each([
    ['in the middle of its headers', 'HTTP/1.1 200 OK\r\nContent-', 'reset'],
    ['in the middle of its body', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc', 'reset'],
    ['in the middle of a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab', 'reset'],
    ['by not speaking HTTP', 'SSH-2.0-OpenSSH_9.0\r\n\r\n', 'protocol'],
    ['by sending endless headers', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`, 'protocol'],
  ])('%s', async (_when, bytes, kind) => {
    const server = await wire((socket) => socket.end(bytes));
    const failure = failureOf(await transportTo(server.url).send(get()));
    expect(failure.kind).toBe(kind);
    expect(failure.message).toContain(`127.0.0.1:${server.port}`);
  });

  it('by resetting the connection', async () => {
    const server = await wire((socket) => socket.resetAndDestroy());
    expect(failureOf(await transportTo(server.url).send(get())).kind).toBe('reset');
  });

  it('does not break the requests after it', async () => {
    let count = 0;
    const server = await wire((socket, received) =>
      count++ === 0 ? socket.resetAndDestroy() : reply('200 OK', [], '1')(socket, received),
    );
    const transport = transportTo(server.url);
    expect((await transport.send(get())).ok).toBe(false);
    expect(responseOf(await transport.send(get())).body).toBe(1);
  });
});

describe('a server that is not there', () => {
  it('is named with what to do', async () => {
    const server = await wire(() => undefined);
    const closed = await wire(() => undefined);
    expect(closed.port).not.toBe(server.port);
    const failure = failureOf(await transportTo('http://127.0.0.1:1').send(get()));
    expect(failure).toEqual({
      kind: 'unreachable',
      message: 'Nothing accepts connections at 127.0.0.1:1. Is the server running, and is the port right?',
    });
  });

  it('has no address', async () => {
    const failure = failureOf(await transportTo('http://no-such-host.invalid').send(get()));
    expect(failure.kind).toBe('dns');
    expect(failure.message).toContain('no-such-host.invalid');
  });
});

it.each([
  ['numbers', `[${'0,'.repeat(40_001)}0]`],
  ['objects', `[${'{},'.repeat(30_001)}{}]`],
  ['names', `{${Array.from({ length: 30_001 }, (_, at) => `"k${at}":0`).join(',')}}`],
])('a body of more %s than are read is not parsed, and nothing is said to be wrong with it', async (_what, body) => {
  const response = responseOf(await transportTo((await wire(reply('200 OK', [], body))).url, { maxBodyBytes: 1 << 20 }).send(get()));
  expect(response.body).toBeUndefined();
  expect(response.parseError).toBeUndefined();
  expect(response.unread).toMatch(/more than 40000 values and names/);
});

it('of a list more is read than of a resource', async () => {
  const user = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`attribute${at}`, 'a value of some length']));
  const read = async (users: number) => {
    const body = JSON.stringify({ totalResults: users, Resources: Array.from({ length: users }, (_, at) => ({ id: `${at}`, ...user })) });
    return responseOf(await transportTo((await wire(reply('200 OK', [], body))).url, { maxBodyBytes: 1 << 22 }).send(get()));
  };
  expect(readList((await read(1000)).body)?.resources).toHaveLength(1000);
  expect((await read(1700)).unread).toMatch(/more than 200000 values and names/);
});

it('marks within texts do not count', async () => {
  const body = JSON.stringify({ text: ',:[{"'.repeat(50_000) });
  const response = responseOf(await transportTo((await wire(reply('200 OK', [], body))).url, { maxBodyBytes: 1 << 20 }).send(get()));
  expect(response.body).toBeDefined();
});
