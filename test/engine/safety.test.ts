import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clean } from '../../src/engine/cleanup/resume-cleanup.js';
import { refusalOf } from '../../src/engine/exchange/write-guard.js';
import { OwnedResource } from '../../src/engine/state/owned-resource.js';
import { OwnedResources } from '../../src/engine/state/owned-resources.js';
import { exitCodeOf, verdictsOf } from '../../src/event/verdict.js';
import type { Transport } from '../../src/http/transport.js';
import { startSample } from '../../src/sample/server.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { play, playAgainst, playSample, summary, TOKEN } from './harness.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'scim-check-test-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('the honesty probe', () => {
  it('writes nothing to a server that ignores filters', async () => {
    const { exchanges, findings, events, before, after } = await playSample({ defects: ['filter-ignored'] });
    expect(exchanges.filter((exchange) => exchange.request.method !== 'GET')).toEqual([]);
    expect(after).toEqual(before);
    expect([...new Set(findings.map((finding) => finding.check))]).toEqual(['SC1302']);
    expect(verdictsOf(events).every((verdict) => verdict.verdict === 'not-ready')).toBe(true);
  });
});

describe('the guard', () => {
  const population = new OwnedResources();
  population.add(
    new OwnedResource({
      key: 'a',
      type: 'User',
      id: 'own 1/2',
      entry: 1,
      twin: { resource: {}, cleared: new Set(), clearedOrKept: new Set() },
    }),
  );
  const ask = (method: ScimRequest['method'], target: string): string | undefined =>
    refusalOf({ method, target, headers: [], purpose: 'raw' }, population, new Set(['made-up']));

  it.each([
    ['GET', '/Users/stranger'],
    ['POST', '/Users'],
    ['POST', '/Users/.search'],
    ['POST', '/.search'],
    ['PATCH', '/Users/own%201%2F2'],
    ['DELETE', '/Users/made-up'],
  ] as const)('lets %s %s through', (method, target) => expect(ask(method, target)).toBeUndefined());

  it.each([
    ['GET', '/Users/..'],
    ['GET', '/Users/%2e'],
    ['POST', '/Users/x/%2E./.search'],
    ['DELETE', '/Users/.%2e/made-up'],
    // What is between may decode slashes first.
    ['GET', '/Users/x%2F..%2Fstranger'],
    ['DELETE', '/Users/x%5c%2e%2e%5Cstranger'],
  ] as const)('sends nothing where dot segments would change the path: %s %s', (method, target) =>
    expect(ask(method, target)).toMatch(/sends nothing/),
  );

  it.each([
    ['PATCH', '/Users/stranger'],
    // An empty segment: a server may read another path than the guard does.
    ['PATCH', '/Users//own%201%2F2'],
    ['DELETE', '//Users/own%201%2F2'],
    ['PUT', '/Users/own'],
    ['DELETE', '/Users'],
    ['DELETE', '/Users/'],
    ['PATCH', '/Users/own%201%2F2/../stranger'],
    ['DELETE', '/Users//stranger'],
    ['DELETE', '/Users//own%201%2F2'],
    ['DELETE', '/Users/./own%201%2F2'],
    ['POST', '/Bulk'],
    ['PATCH', '/Me'],
    // A search is a POST; anything else that ends like one would write.
    ['PATCH', '/Users/.search'],
    // Names that only begin or end like those of the two collections.
    ['POST', '/MyUsers'],
    ['POST', '/UsersOfOthers'],
    // Below a resource of the run's own nobody knows what is meant.
    ['PUT', '/Users/own%201%2F2/password'],
    ['DELETE', '/Users/made-up/photo'],
    ['DELETE', '/Users/%E0%A4%A'],
  ] as const)('refuses %s %s', (method, target) =>
    expect(ask(method, target)).toMatch(/did not create|does not write|writes to|sends nothing/),
  );
});

describe('the ledger', () => {
  it('knows what a PUT to an id that nobody has may have created', async () => {
    const scenarios = scenariosNamed('rfc/put');
    const { findings, events, before, after } = await playSample({ defects: ['put-creates'] }, { scenarios, dialects: ['rfc'] });
    expect(summary(findings)).toEqual(['SC2205 rfc']);
    expect(events.find((event) => event.type === 'cleanup')?.left).toEqual([]);
    expect(after).toEqual(before);
  });

  it('lists what a run could not remove, and clean finishes it', async () => {
    const clock = new VirtualClock();
    const server = sampleTransport({ token: TOKEN, clock });
    const before = server.snapshot();
    const broken: Transport = {
      ...server.transport,
      send: async (request, options) =>
        request.method === 'DELETE'
          ? { ok: true, response: { status: 500, headers: [], text: '', milliseconds: 0, truncated: false } }
          : await server.transport.send(request, options),
    };
    const { events } = await playAgainst(
      { ...server, transport: broken, clock },
      { dialects: ['entra-default'], scenarios: scenariosNamed('users/joiner'), ledgerDirectory: directory },
    );
    const cleanup = events.find((event) => event.type === 'cleanup');
    expect(cleanup?.left.length).toBe(cleanup?.created);
    expect(cleanup?.ledger).toContain(directory);
    expect(server.snapshot().users.length).toBeGreaterThan(3);
    const { target, transport } = server;
    const result = await clean({ target, transport, clock, ledgerDirectory: directory }, () => undefined);
    expect(result).toEqual({ ledgers: 1, others: [], problems: [], underWay: [] });
    expect(server.snapshot()).toEqual(before);
    expect(await readdir(directory)).toEqual([]);
  });

  it('removes everything after an abort in the middle', async () => {
    const clock = new VirtualClock();
    const server = sampleTransport({ token: TOKEN, clock });
    const before = server.snapshot();
    const controller = new AbortController();
    let created = 0;
    const { events } = await playAgainst({ ...server, clock }, { jobs: 2, ledgerDirectory: directory }, controller.signal, (event) => {
      if (event.type === 'exchange' && event.response?.status === 201) created += 1;
      if (created === 5) controller.abort();
    });
    expect(exitCodeOf(events)).toBe(130);
    expect(created).toBeGreaterThanOrEqual(5);
    expect(server.snapshot()).toEqual(before);
    expect(await readdir(directory)).toEqual([]);
  });

  it('finds a resource again whose creation was never answered', async () => {
    const sample = await startSample({ token: TOKEN });
    // Passes everything on, and swallows the answer to the first creation.
    let swallowed = false;
    const relay = createServer({ keepAliveTimeout: 0 }, (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', async () => {
        const origin = new URL(sample.url).origin;
        const answer = await fetch(`${origin}${request.url}`, {
          method: request.method ?? 'GET',
          headers: Object.fromEntries(
            Object.entries(request.headers)
              .filter(([name]) => !/^(host|connection|content-length)$/.test(name))
              .map(([name, value]) => [name, String(value)]),
          ),
          ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
        });
        const body = Buffer.from(await answer.arrayBuffer());
        if (request.method === 'POST' && !swallowed) {
          swallowed = true;
          request.socket.destroy();
          return;
        }
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/scim+json' });
        response.end(body);
      });
    });
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    const address = relay.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const before = sample.snapshot();
    try {
      const { findings } = await play(`http://127.0.0.1:${port}/scim/v2`, {
        dialects: ['entra-default'],
        scenarios: scenariosNamed('users/joiner'),
        jobs: 1,
        ledgerDirectory: directory,
      });
      expect(summary(findings)).toEqual(['SC1003 entra-default']);
      expect(sample.snapshot()).toEqual(before);
    } finally {
      relay.closeAllConnections();
      relay.close();
      await sample.stop();
    }
  });
});
