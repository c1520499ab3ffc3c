import { describe, expect, it } from 'vitest';
import { CREDENTIAL } from '../../src/scim/message.js';
import { failureOf, get, reply, responseOf, TOKEN, transportTo, wire } from './wire.js';

const ok = reply('200 OK', ['Content-Type: application/scim+json'], '{}');

describe('what goes over the wire', () => {
  it('is the headers as given, in order and case, and nothing that the request does not say', async () => {
    const server = await wire(ok);
    const sent = await transportTo(`${server.url}/scim`).send({
      method: 'PATCH',
      target: '/Users/1',
      headers: [
        ['X-Zulu', '1'],
        ['Authorization', CREDENTIAL],
        ['aCCept', 'application/scim+json'],
        ['X-Twice', 'a'],
        ['X-Twice', 'b'],
        ['Content-Type', 'application/scim+json; charset=utf-8'],
      ],
      body: { b: 1, a: 'ü' },
      purpose: 'update',
    });
    expect(responseOf(sent).status).toBe(200);
    expect(server.received).toEqual([
      [
        'PATCH /scim/Users/1 HTTP/1.1',
        `host: 127.0.0.1:${server.port}`,
        'connection: keep-alive',
        'X-Zulu: 1',
        `Authorization: Bearer ${TOKEN.secret}`,
        'aCCept: application/scim+json',
        'X-Twice: a',
        'X-Twice: b',
        'Content-Type: application/scim+json; charset=utf-8',
        'content-length: 16',
        '',
        Buffer.from('{"b":1,"a":"ü"}').toString('latin1'),
      ].join('\r\n'),
    ]);
  });

  it.each([
    '/Users?filter=userName+eq+%22o%27neil%40example.com%22',
    "/Users?filter=userName%20eq%20'a'&startIndex=1&count=100",
    '/Users?filter=emails[type%20eq%20%22work%22]&x={}|^`',
    '/Users/a%2Fb%20c%3f',
    '/Users/../Groups//x/./',
  ])('is the path and query untouched: %s', async (target) => {
    const server = await wire(ok);
    await transportTo(`${server.url}/scim/v2/`).send(get(target));
    expect(server.received[0]?.split('\r\n')[0]).toBe(`GET /scim/v2${target} HTTP/1.1`);
  });

  it('keeps the query of the base URL first and drops the flags of Entra', async () => {
    const server = await wire(ok);
    await transportTo(`${server.url}/scim/?connection=a%20b&aadOptscim062020`).send(get('/Users?count=1'));
    expect(server.received[0]).toContain('GET /scim/Users?connection=a%20b&count=1 HTTP/1.1\r\n');
  });

  it('is a raw body byte for byte, and a body length of 0 for a POST with an empty one', async () => {
    const server = await wire(ok);
    const transport = transportTo(server.url);
    await transport.send({ ...get(), method: 'POST', rawBody: '{"broken": ', body: { ignored: true } });
    expect(server.received[0]).toMatch(/\r\ncontent-length: 11\r\n\r\n\{"broken": $/);
    await transport.send({ ...get(), method: 'POST', rawBody: '' });
    expect(server.received.at(-1)).toMatch(/\r\ncontent-length: 0\r\n\r\n$/);
  });

  it('goes over one connection where each request comes after the answer to the last one', async () => {
    const server = await wire(ok);
    const transport = transportTo(`${server.url}/scim`);
    for (let count = 0; count < 10; count++) responseOf(await transport.send(get('/Users')));
    expect(server.received.join('').match(/GET /g)).toHaveLength(10);
    expect(server.received).toHaveLength(1);
  });

  it('never sends a request twice, not even when the connection breaks', async () => {
    const server = await wire((socket) => socket.destroy());
    const transport = transportTo(server.url);
    expect(failureOf(await transport.send(get())).kind).toBe('reset');
    expect(failureOf(await transport.send({ ...get(), method: 'POST', body: {} })).kind).toBe('reset');
    expect(server.received).toHaveLength(2);
  });
});

describe('the credential', () => {
  it.each([
    [{ scheme: 'Bearer', secret: 'abc' } as const, 'Authorization: Bearer abc'],
    [{ scheme: 'raw', secret: 'SSWS abc' } as const, 'Authorization: SSWS abc'],
    [{ scheme: 'Basic', secret: 'user:pass' } as const, 'Authorization: Basic dXNlcjpwYXNz'],
  ])('goes out as its scheme says: %o', async (credential, line) => {
    const server = await wire(ok);
    await transportTo(server.url, { credential }).send(get('/', [['Authorization', CREDENTIAL]]));
    expect(server.received[0]).toContain(`\r\n${line}\r\n`);
  });

  it('is not doubled when the header names the scheme, and may stand anywhere in a value', async () => {
    const server = await wire(ok);
    await transportTo(server.url).send(
      get('/', [
        ['Authorization', `Bearer ${CREDENTIAL}`],
        ['X-Key', `key=${CREDENTIAL};v=1`],
      ]),
    );
    expect(server.received[0]).toContain(`\r\nAuthorization: Bearer ${TOKEN.secret}\r\nX-Key: key=${TOKEN.secret};v=1\r\n`);
  });

  it('with $& in it is taken literally', async () => {
    const server = await wire(ok);
    await transportTo(server.url, { credential: { scheme: 'Bearer', secret: "a$&b$'c" } }).send(get('/', [['X-Key', `k=${CREDENTIAL}`]]));
    expect(server.received[0]).toContain("\r\nX-Key: k=a$&b$'c\r\n");
  });

  it('is replaced by that of the one request, and left out when there is none', async () => {
    const server = await wire(ok);
    await transportTo(server.url).send(get('/', [['Authorization', CREDENTIAL]]), { credential: { scheme: 'Bearer', secret: 'wrong' } });
    expect(server.received[0]).toContain('\r\nAuthorization: Bearer wrong\r\n');
    expect(server.received[0]).not.toContain(TOKEN.secret);
    await transportTo(server.url, { credential: undefined } as never).send(get('/', [['Authorization', CREDENTIAL]]));
    expect(server.received[1]).not.toMatch(/authorization/i);
  });

  it('is never sent on: a redirect is an answer', async () => {
    const elsewhere = await wire(ok);
    const server = await wire(reply('307 Temporary Redirect', [`Location: ${elsewhere.url}/Users`]));
    const response = responseOf(await transportTo(server.url).send(get('/Users', [['Authorization', CREDENTIAL]])));
    expect(response.status).toBe(307);
    expect(elsewhere.received).toEqual([]);
  });

  it('with a line break is refused without being shown', async () => {
    const server = await wire(ok);
    const transport = transportTo(server.url, { credential: { scheme: 'Bearer', secret: 'abc\r\nX-Evil: 1' } });
    const failure = failureOf(await transport.send(get('/', [['Authorization', CREDENTIAL]])));
    expect(failure.kind).toBe('invalid-request');
    expect(failure.message).not.toContain('abc');
    expect(server.received).toEqual([]);
  });
});

describe('what comes back', () => {
  it('has its header lines with case, order and duplicates', async () => {
    const server = await wire(reply('200 OK', ['X-B: 1', 'x-A: 2', 'SET-COOKIE: a', 'Set-Cookie: b'], 'null'));
    const response = responseOf(await transportTo(server.url).send(get()));
    expect(response.headers).toEqual([
      ['X-B', '1'],
      ['x-A', '2'],
      ['SET-COOKIE', 'a'],
      ['Set-Cookie', 'b'],
      ['Content-Length', '4'],
    ]);
    expect(response.body).toBeNull();
    expect(response.milliseconds).toBeGreaterThanOrEqual(0);
  });

  it('keeps an answer without a body apart from one that is not JSON', async () => {
    const empty = responseOf(await transportTo((await wire((socket) => socket.write('HTTP/1.1 204 No Content\r\n\r\n'))).url).send(get()));
    expect(empty).toMatchObject({ status: 204, text: '', truncated: false });
    expect('body' in empty || 'parseError' in empty).toBe(false);
    const html = responseOf(await transportTo((await wire(reply('200 OK', [], '<html>'))).url).send(get()));
    expect(html.text).toBe('<html>');
    expect(html.body).toBeUndefined();
    expect(html.parseError).toMatch(/not JSON/);
  });

  it('may hold bytes that are not UTF-8', async () => {
    const server = await wire(reply('200 OK', [], Buffer.from([0x22, 0xff, 0xfe, 0x22])));
    expect(responseOf(await transportTo(server.url).send(get())).body).toBe('\ufffd\ufffd');
  });

  it('may carry a prototype in its JSON without reaching any', async () => {
    const server = await wire(reply('200 OK', [], '{"__proto__":{"polluted":true}}'));
    const { body } = responseOf(await transportTo(server.url).send(get()));
    expect(Object.hasOwn(body as object, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is not read when it is nested too deep for the code behind it', async () => {
    const server = await wire(reply('200 OK', [], '['.repeat(20_000) + ']'.repeat(20_000)));
    const response = responseOf(await transportTo(server.url).send(get()));
    expect(response.body).toBeUndefined();
    expect(response.parseError).toMatch(/nested deeper than 100/);
    const brackets = JSON.stringify({ text: '['.repeat(500), quote: '\\"[' });
    const other = await wire(reply('200 OK', [], brackets));
    expect(responseOf(await transportTo(other.url).send(get())).body).toEqual(JSON.parse(brackets));
  });
});
