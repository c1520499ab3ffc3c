import { expect, test } from 'vitest';
import type { Transport } from '../../src/http/transport.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN } from './harness.js';

/** A server that closes connections as requests come: every seventh read is lost, once or each time it is sent. */
function closing(isMet: (method: string, count: number) => boolean) {
  const clock = new VirtualClock();
  const server = sampleTransport({ token: TOKEN, clock });
  const sent: string[] = [];
  let reads = 0;
  const transport: Transport = {
    ...server.transport,
    async send(request, options) {
      sent.push(`${request.method} ${request.target}`);
      if (request.method === 'GET') reads += 1;
      if (isMet(request.method, reads))
        return { ok: false, failure: { kind: 'reset', message: 'sample.test closed the connection before its answer was complete.' } };
      return await server.transport.send(request, options);
    },
  };
  return { target: server.target, transport, clock, sent };
}

const options = { dialects: ['okta-oin'] as const, scenarios: scenariosNamed('users/joiner', 'users/leaver'), jobs: 1 };

test('a read that is lost with its idle connection is sent once more, and is no finding', async () => {
  const { findings, exchanges } = await playAgainst(
    closing((method, count) => method === 'GET' && count % 7 === 0),
    options,
  );
  expect(findings).toEqual([]);
  expect(exchanges.filter(({ failure }) => failure?.kind === 'reset').length).toBeGreaterThan(0);
});

test('a read that is lost again is a finding', async () => {
  const { findings } = await playAgainst(
    closing((method, count) => method === 'GET' && (count === 12 || count === 13)),
    options,
  );
  expect(findings.map(({ check }) => check)).toContain('SC1003');
});

test('a write that is lost is never sent again', async () => {
  let lost = 0;
  const server = closing((method) => ['PUT', 'PATCH'].includes(method) && ++lost > 0);
  await playAgainst(server, options);
  const writes = server.sent.filter((line) => /^(PUT|PATCH)/.test(line));
  expect(lost).toBeGreaterThan(0);
  expect(new Set(writes).size).toBe(writes.length);
});

test('what the connections have shown is told, once, when all has been played', async () => {
  const server = closing(() => false);
  const { events } = await playAgainst({ ...server, transport: { ...server.transport, remark: () => 'They were closed.' } }, options);
  expect(events.filter((event) => event.type === 'notice' && event.message === 'They were closed.')).toHaveLength(1);
});
