import { readFileSync } from 'node:fs';
import { connect, createServer as createTcpServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failureOf, get, listen, portOf, reply, responseOf, transportTo, wire } from './wire.js';

const pem = (name: string) => readFileSync(new URL(`./tls/${name}.pem`, import.meta.url), 'utf8');
const certificate = pem('certificate');

async function tlsServer() {
  const received: string[] = [];
  const server = createTlsServer({ key: pem('key'), cert: certificate }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received.push(chunk.toString('latin1'));
      reply('200 OK', [], '{"ok":true}')(socket, '');
    });
  });
  server.on('tlsClientError', () => undefined);
  await listen(server);
  onTestFinished(() => {
    server.close();
  });
  return { port: portOf(server), received };
}

/** A proxy that opens every tunnel to the given port, whatever its name, and records what it was asked. */
async function proxyTo(port: number, status = '200 Connection established') {
  const asked: string[] = [];
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (chunk) => {
      asked.push(chunk.toString('latin1'));
      if (!status.startsWith('200')) return void socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`);
      const upstream = connect(port, '127.0.0.1', () => {
        if (chunk.toString('latin1').startsWith('CONNECT ')) socket.write(`HTTP/1.1 ${status}\r\n\r\n`);
        else upstream.write(chunk);
        socket.pipe(upstream).pipe(socket);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('close', () => upstream.destroy());
    });
  });
  await listen(server);
  onTestFinished(() => {
    server.close();
  });
  return { url: `http://user:pa%20ss@127.0.0.1:${portOf(server)}`, asked };
}

describe('TLS', () => {
  it('refuses a certificate that nobody vouches for, and says what to do', async () => {
    const server = await tlsServer();
    const failure = failureOf(await transportTo(`https://localhost:${server.port}`).send(get()));
    expect(failure.kind).toBe('tls');
    expect(failure.message).toContain(`localhost:${server.port} is not signed by an authority that this machine trusts`);
    expect(failure.message).toContain('--ca FILE');
    expect(server.received).toEqual([]);
  });

  it('refuses it also where the environment turns verification off', async () => {
    const server = await tlsServer();
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      expect(failureOf(await transportTo(`https://localhost:${server.port}`).send(get())).kind).toBe('tls');
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    }
    expect(server.received).toEqual([]);
  });

  it('accepts it with its authority', async () => {
    const server = await tlsServer();
    const response = responseOf(await transportTo(`https://localhost:${server.port}`, { caFile: certificate }).send(get()));
    expect(response.body).toEqual({ ok: true });
  });

  it('refuses it with another authority', async () => {
    const server = await tlsServer();
    expect(failureOf(await transportTo(`https://localhost:${server.port}`, { caFile: pem('other') }).send(get())).kind).toBe('tls');
  });

  it('cannot be turned off', async () => {
    const server = await tlsServer();
    const options = { insecure: true, rejectUnauthorized: false, connect: { rejectUnauthorized: false } } as never;
    expect(failureOf(await transportTo(`https://localhost:${server.port}`, options).send(get())).kind).toBe('tls');
  });

  it('recognises a server that does not speak it', async () => {
    const server = await wire((socket) => socket.end());
    const plain = createTcpServer((socket) => socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await listen(plain);
    onTestFinished(() => {
      plain.close();
    });
    expect(server.port).toBeGreaterThan(0);
    const failure = failureOf(await transportTo(`https://127.0.0.1:${portOf(plain)}`).send(get()));
    expect(failure.kind).toBe('tls');
    expect(failure.message).toContain('does not speak TLS');
  });
});

describe('a proxy', () => {
  it('tunnels to an https target, checking the target against the given authority', async () => {
    const server = await tlsServer();
    const proxy = await proxyTo(server.port);
    const options = { caFile: certificate, proxy: { httpsProxy: proxy.url } };
    expect(responseOf(await transportTo('https://scim.example.test/scim', options).send(get())).body).toEqual({ ok: true });
    expect(proxy.asked[0]).toMatch(/^CONNECT scim\.example\.test:443 HTTP\/1\.1\r\n/);
    expect(proxy.asked[0]).toContain(`proxy-authorization: Basic ${Buffer.from('user:pa ss').toString('base64')}`);
    expect(server.received[0]).toMatch(/^GET \/scim\/Users HTTP\/1\.1\r\nhost: scim\.example\.test\r\n/);
    expect(server.received[0]).not.toMatch(/proxy-/i);
  });

  it('does not make an untrusted target trusted', async () => {
    const server = await tlsServer();
    const proxy = await proxyTo(server.port);
    const sent = await transportTo('https://scim.example.test', { proxy: { httpsProxy: proxy.url } }).send(get());
    expect(failureOf(sent).kind).toBe('tls');
    expect(server.received).toEqual([]);
  });

  it('is asked for the whole URL of an http target', async () => {
    const server = await wire(reply('200 OK', [], '1'));
    const proxy = await proxyTo(server.port);
    const sent = await transportTo('http://scim.example.test/scim', { proxy: { httpProxy: proxy.url } }).send(
      get("/Users?filter=a+eq+'b'"),
    );
    expect(responseOf(sent).body).toBe(1);
    expect(proxy.asked[0]).toContain("GET http://scim.example.test/scim/Users?filter=a+eq+'b' HTTP/1.1\r\nhost: scim.example.test\r\n");
  });

  it('that refuses is told apart from the target', async () => {
    const proxy = await proxyTo(1, '407 Proxy Authentication Required');
    const failure = failureOf(await transportTo('https://scim.example.test', { proxy: { httpsProxy: proxy.url } }).send(get()));
    expect(failure.kind).toBe('proxy');
    expect(failure.message).not.toContain('pa ss');
  });

  it('is passed by for this machine, and for names in noProxy', async () => {
    const server = await wire(reply('200 OK', [], '1'));
    const proxy = await proxyTo(1);
    const sent = await transportTo(server.url, { proxy: { httpProxy: proxy.url } }).send(get());
    expect(responseOf(sent).body).toBe(1);
    const other = await transportTo('http://scim.invalid', { proxy: { httpProxy: proxy.url, noProxy: '.invalid' } }).send(get());
    expect(failureOf(other).kind).toBe('dns');
    expect(proxy.asked).toEqual([]);
  });
});
