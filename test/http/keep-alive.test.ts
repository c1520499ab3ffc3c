import { expect, it, onTestFinished } from 'vitest';
import { connect } from '../../src/app/connect.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { get, reply, responseOf, TOKEN, targetOf, transportTo, wire } from './wire.js';

const ok = reply('200 OK', ['Content-Type: application/scim+json'], '{}');

it('a connection that is closed after an answer, without a word, makes each request have one of its own', async () => {
  const server = await wire((socket, received) => {
    ok(socket, received);
    setImmediate(() => socket.end());
  });
  const transport = transportTo(server.url);
  const sent = [];
  for (let count = 0; count < 12; count++) sent.push(await transport.send(get()));
  // What goes just then is lost, once; a read is sent again by whoever sends it.
  const lost = sent.filter((each) => !each.ok).length;
  expect(lost).toBeLessThan(2);
  expect(server.received.slice(-8).every((text) => text.includes('connection: close'))).toBe(true);
  expect(transport.remark?.()).toMatch(/^The target closes connections soon after an answer without saying so/);
});

it('so does one that is closed while it is idle', async () => {
  let close = (): void => undefined;
  const server = await wire((socket, received) => {
    ok(socket, received);
    close = () => void socket.end();
  });
  const transport = transportTo(server.url);
  responseOf(await transport.send(get()));
  expect(transport.remark?.()).toBeUndefined();
  close();
  while (!server.received.some((text) => text.includes('connection: close'))) responseOf(await transport.send(get()));
  responseOf(await transport.send(get()));
  expect(transport.remark?.()).toBeDefined();
});

it('where requests are lost, it is not told for sure that connections are closed', async () => {
  let count = 0;
  const server = await wire((socket, received) => {
    count += 1;
    if (count === 2) socket.end();
    else ok(socket, received);
  });
  const transport = transportTo(server.url);
  for (let each = 0; each < 3; each++) await transport.send(get());
  expect(transport.remark?.()).toMatch(/^On connections that had brought answers, requests had none: .* or it loses requests\./);
});

it('one that the server has announced to close, or that broke off in an answer, does not', async () => {
  const announced = await wire(reply('200 OK', ['Connection: close'], '{}'));
  const polite = transportTo(announced.url);
  for (let count = 0; count < 3; count++) responseOf(await polite.send(get()));
  let count = 0;
  const broken = await wire((socket, received) => {
    count += 1;
    if (count !== 2) return ok(socket, received);
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{');
  });
  const transport = transportTo(broken.url);
  for (let each = 0; each < 4; each++) await transport.send(get());
  expect([polite.remark?.(), transport.remark?.()]).toEqual([undefined, undefined]);
  expect(broken.received.join('')).not.toContain('connection: close');
});

it('what was learnt comes through the way that a run takes to its target', async () => {
  const server = await wire((socket, received) => {
    ok(socket, received);
    setImmediate(() => socket.end());
  });
  const reach = {
    target: targetOf(server.url),
    credential: TOKEN,
    credentialFrom: 'a test',
    proxy: {},
    timeoutMs: 30_000,
    ledgerDirectory: '/',
    setup: {},
    notices: [],
  };
  const { transport } = await connect(reach, new VirtualClock());
  onTestFinished(() => transport.close());
  for (let count = 0; count < 12; count++) await transport.send(get());
  expect(transport.remark?.()).toBeDefined();
});
