import { expect, it } from 'vitest';
import type { Sent, Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { isObject, type Json, objectsIn } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN, targetAt } from './harness.js';

const URL = 'http://sample.test/scim/v2';

/** A server that keeps little of people, and breaks down at each operation with a path whose value is no object. */
function breaksDownAtPaths(): Transport {
  const server = inMemory({ token: TOKEN }, URL);
  return {
    ...server,
    send: async (request, options): Promise<Sent> => {
      if (isWithPath(request)) return BROKEN;
      const { body, resourceType } = request;
      const isOfUser = resourceType === 'User' && body !== undefined;
      return await server.send(isOfUser ? { ...request, body: withoutOthers(body) } : request, options);
    },
  };
}

function isWithPath({ method, body }: ScimRequest): boolean {
  const operations = method === 'PATCH' && isObject(body) ? objectsIn(body['Operations']) : [];
  return operations.some(({ path, value }) => typeof path === 'string' && !isObject(value));
}

const KEPT: ReadonlySet<string> = new Set(['schemas', 'Operations', 'op', 'path', 'value', 'userName', 'externalId', 'name', 'active']);

function withoutOthers(body: Json): Json {
  if (Array.isArray(body)) return body.map(withoutOthers);
  if (!isObject(body)) return body;
  const kept = Object.entries(body).filter(([name]) => KEPT.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, name === 'name' ? value : withoutOthers(value)]));
}

const error = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '500', detail: 'It broke down.' };

const BROKEN: Sent = {
  ok: true,
  response: {
    status: 500,
    headers: [['content-type', 'application/scim+json']],
    text: JSON.stringify(error),
    body: error,
    milliseconds: 0,
    truncated: false,
  },
};

it('where no operation is accepted, one of an attribute that is kept is asked about first', async () => {
  const playing = { dialects: ['entra-default'] as const, scenarios: scenariosNamed('mapping/changed'), jobs: 1 };
  const { findings, exchanges } = await playAgainst({ target: targetAt(URL), transport: breaksDownAtPaths() }, playing);
  expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(['SC1205', 'SC2152']));
  const ofUsers = exchanges.filter(({ request: { method, url } }) => method === 'PATCH' && url.includes('/Users/'));
  const bodies = ofUsers.flatMap(({ request: { body } }) => body ?? []);
  const asked = bodies.filter((body) => !body.includes('"path"')).map((body) => objectsIn(JSON.parse(body).Operations)[0]?.['value']);
  expect(asked[0]).toEqual({ name: { givenName: 'Alexis' } });
});

/** A server that breaks down at operations whose name is not in lower case, and passes over others that have a path. */
function readsLowerCaseWithoutPath(): Transport {
  const server = inMemory({ token: TOKEN }, URL);
  return {
    ...server,
    send: async (request, options): Promise<Sent> => {
      const { body: _body, ...rest } = request;
      const names = request.method === 'PATCH' && isObject(request.body) ? objectsIn(request.body['Operations']).map(({ op }) => op) : [];
      if (names.some((op) => typeof op === 'string' && op !== op.toLowerCase())) return BROKEN;
      return await server.send(isWithPath(request) ? { ...rest, method: 'GET' } : request, options);
    },
  };
}

it('a refusal that goes with the capital letter has that reason, although the form that is answered well is passed over', async () => {
  const scenarios = scenariosNamed('users/enterprise', 'users/email-added', 'users/rename');
  const playing = { dialects: ['entra-default'] as const, scenarios, jobs: 1 };
  const { findings } = await playAgainst({ target: targetAt(URL), transport: readsLowerCaseWithoutPath() }, playing);
  expect([...new Set(findings.map(({ check }) => check))]).toEqual(['SC2101']);
});
