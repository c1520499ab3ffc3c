import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/event/verdict.js';
import type { Transport } from '../../src/http/transport.js';
import { startSample } from '../../src/sample/server.js';
import { isObject, type Json } from '../../src/scim/json.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { play, playAgainst, TOKEN } from './harness.js';

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers = [];
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    request.resume();
    request.on('end', () => answer(request, response));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/scim`;
}

const SCIM = { 'content-type': 'application/scim+json' };
const EMPTY = JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: 0, Resources: [] });

/** Honest about filters, so that the run goes on to write; every other answer is the given text. */
async function nonsense(body: string, status = 200): Promise<string> {
  return await serve((request, response) => {
    const probing = request.method === 'GET' && (request.url ?? '').includes('filter=');
    response.writeHead(probing ? 200 : status, SCIM).end(probing ? EMPTY : body);
  });
}

const BODIES: readonly string[] = [
  '[]',
  'null',
  '0',
  '"text"',
  '{}',
  '{"id":null}',
  '{"id":{"a":1}}',
  '{"id":"x","schemas":"text","meta":[],"emails":{"work":1},"members":"all","name":7,"active":[]}',
  '{"id":"x","id":"y","userName":"\\ud800"}',
  '{"id":"__proto__","__proto__":{"active":false},"constructor":1}',
  '{"totalResults":1e309,"Resources":[null,1,[],{"id":7}]}',
  `{"id":"deep","a":${'['.repeat(5000)}${']'.repeat(5000)}}`,
  `{"id":"../../Groups","userName":"${'x'.repeat(100_000)}"}`,
  '<html>\u001b[2J</html>',
  '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"500","detail":"in disguise"}',
];

describe('a target that answers nonsense', () => {
  it.each(BODIES.map((body) => [body.slice(0, 60), body] as const))('ends in findings, not in an exception: %s', async (_name, body) => {
    const scenarios = scenariosNamed('users/joiner', 'users/leaver', 'groups/lifecycle', 'import/paging');
    const { events, findings } = await play(await nonsense(body), { scenarios });
    expect(events.at(-1)?.type).toBe('run-finished');
    expect([1, 3]).toContain(exitCodeOf(events));
    if (exitCodeOf(events) === 1) expect(findings.length).toBeGreaterThan(0);
  });

  it('whatever JSON it is', async () => {
    const scenarios = scenariosNamed('users/joiner', 'users/leaver');
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(200, 201, 204, 400, 409, 500), async (value, status) => {
        const url = await nonsense(JSON.stringify(value), status);
        const { events } = await play(url, { scenarios, dialects: ['entra-default', 'okta-aiw'] });
        expect(events.at(-1)?.type).toBe('run-finished');
        expect(exitCodeOf(events)).not.toBe(70);
      }),
      { numRuns: 25 },
    );
  });
});

/** An object of which no text can be made: `String` fails at it. */
const NO_TEXT = { toString: null };

describe('a target that puts an object without a text in the place of a value', () => {
  it.each([
    ['id', 'schemas', 'userName', 'displayName', 'active', 'externalId'],
    ['value', 'type', 'primary', 'members', 'emails', 'manager', 'roles'],
    ['meta', 'location', 'created', 'lastModified', 'resourceType', 'version'],
    ['totalResults', 'Resources', 'startIndex', 'itemsPerPage'],
    ['status', 'scimType', 'detail'],
    ['name', 'mutability', 'attributes', 'canonicalValues', 'endpoint', 'schema', 'supported', 'filter', 'bulk'],
  ])('meets no exception: %s, …', async (...keys) => {
    const everyOther = { calls: 0 };
    for (const key of keys) {
      const clock = new VirtualClock();
      const server = sampleTransport({ token: TOKEN, clock });
      const transport: Transport = {
        ...server.transport,
        send: async (request, options) => {
          const sent = await server.transport.send(request, options);
          everyOther.calls += 1;
          // Where all answers were so, nothing would be created.
          if (!sent.ok || request.method === 'POST' || everyOther.calls % 3 !== 0) return sent;
          return { ...sent, response: { ...sent.response, body: replaced(sent.response.body, key) } };
        },
      };
      const scenarios = scenariosNamed(
        'users/joiner',
        'users/mover',
        'users/leaver',
        'groups/push',
        'import/paging',
        'rfc/sort',
        'rfc/bulk',
      );
      const { events } = await playAgainst({ ...server, transport, clock }, { dialects: ['entra-default', 'okta-aiw', 'rfc'], scenarios });
      expect(events.at(-1)?.type, key).toBe('run-finished');
    }
  });
});

/** A body in which the values of one name are such objects. */
function replaced(body: Json | undefined, key: string): Json {
  if (Array.isArray(body)) return body.map((each) => replaced(each, key));
  if (!isObject(body)) return body ?? null;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]): [string, Json] => {
      if (name !== key) return [name, replaced(value, key)];
      return [name, Array.isArray(value) ? [NO_TEXT, ...value] : NO_TEXT];
    }),
  );
}

describe('a target that dies in the middle', () => {
  it('keeps the results so far and says what is left', async () => {
    const sample = await startSample({ token: TOKEN });
    let stopped = false;
    const { events } = await play(sample.url, { dialects: ['entra-default'], jobs: 1 }, undefined, (event) => {
      if (event.type === 'scenario-finished' && !stopped) {
        stopped = true;
        void sample.stop();
      }
    });
    expect(events.at(-1)?.type).toBe('run-finished');
    const cleanup = events.find((event) => event.type === 'cleanup');
    expect(cleanup?.left.length).toBeGreaterThan(0);
    expect(events.some((event) => event.type === 'finding' && event.check === 'SC1003')).toBe(true);
    expect(exitCodeOf(events)).toBe(1);
  });

  it('never waits longer than the deadline', async () => {
    const clock = new VirtualClock();
    let unanswered = 0;
    const url = await serve((request, response) => {
      const probing = request.method === 'GET' && !(request.url ?? '').includes('startIndex');
      if (probing) response.writeHead(200, SCIM).end(EMPTY);
      else {
        unanswered += 1;
        clock.advance(60_000);
      }
    });
    const { events } = await play(
      url,
      { dialects: ['okta-oin'], timeoutMs: 60_000, deadlineMs: 70_000, jobs: 1 },
      undefined,
      undefined,
      clock,
    );
    expect(events.at(-1)).toMatchObject({ type: 'run-finished', aborted: { kind: 'deadline' } });
    expect(unanswered).toBeGreaterThanOrEqual(1);
    expect(clock.elapsed()).toBeLessThan(70_000 + 60_000 + 60_000);
  });
});
