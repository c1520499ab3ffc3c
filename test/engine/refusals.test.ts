import { expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import type { ExchangeEvent } from '../../src/event/event.js';
import type { Sent, Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { isObject, type Json, type JsonObject } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN, targetAt } from './harness.js';

const URL = 'http://sample.test/scim/v2';

/** A correct server that refuses the writes of one form. */
function refusing(refuses: (body: JsonObject, request: ScimRequest) => boolean, status = 400): Transport {
  const server = inMemory({ token: TOKEN }, URL);
  return {
    ...server,
    send: async (request, options) => {
      const { body } = request;
      if (request.method === 'GET' || request.purpose === 'cleanup' || !isObject(body) || !refuses(body, request))
        return await server.send(request, options);
      return refusal(status);
    },
  };
}

/** The writes that scim-check sends of itself, but for its clean-up. */
const trialsIn = (exchanges: readonly ExchangeEvent[]): readonly ExchangeEvent[] =>
  exchanges.filter(({ own, request }) => own === true && request.method !== 'GET' && request.method !== 'DELETE');

function refusal(status: number): Sent {
  const text = JSON.stringify({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    detail: 'No, thank you.',
  });
  const headers = [['Content-Type', 'application/scim+json']] as const;
  return { ok: true, response: { status, headers, text, body: JSON.parse(text) as Json, milliseconds: 1, truncated: false } };
}

async function found(transport: Transport, dialects: readonly Dialect[], ...scenarios: string[]) {
  const server = { target: targetAt(URL), transport, clock: new VirtualClock() };
  return await playAgainst(server, { dialects, scenarios: scenariosNamed(...scenarios), jobs: 1 });
}

const operations = (body: JsonObject): JsonObject[] => (Array.isArray(body['Operations']) ? body['Operations'].filter(isObject) : []);
const hasOperation = (test: (operation: JsonObject) => boolean) => (body: JsonObject) => operations(body).some(test);
const members = ({ path, value }: JsonObject): JsonObject[] => (path === 'members' && Array.isArray(value) ? value.filter(isObject) : []);

const MOVES = ['users/mover', 'mapping/changed', 'users/addresses'];
const ROUNDS = ['groups/lifecycle', 'groups/push'];

/** What is refused, who meets it, and what is said of it: the check, and the form that is accepted. */
const REFUSALS: readonly [string, Parameters<typeof refusing>[0], Dialect, readonly string[], string, RegExp][] = [
  [
    'capitals of op',
    hasOperation(({ op }) => op !== String(op).toLowerCase()),
    'entra-default',
    MOVES,
    'SC2101',
    /with "op" in lower case/,
  ],
  [
    'text for a boolean',
    hasOperation(({ value }) => value === 'False'),
    'entra-default',
    ['users/leaver'],
    'SC2102',
    /false as a JSON boolean/,
  ],
  [
    'a user name that is no address, in a language of its own',
    ({ userName }) => typeof userName === 'string' && !userName.includes('@'),
    'okta-oin',
    ['users/plain-name'],
    'SC2802',
    /an e-mail address as "userName"/,
  ],
  ['no path', hasOperation(({ path }) => path === undefined), 'okta-oin', ['okta-crud/crud'], 'SC2106', /with its target in "path"/],
  [
    'dotted keys',
    hasOperation(({ path, value }) => path === undefined && isObject(value) && Object.keys(value).some((key) => /^\w+\.\w+$/.test(key))),
    'entra-aadOptscim062020',
    MOVES,
    'SC2107',
    /an object in place of the dotted key/,
  ],
  [
    'keys with a URN',
    hasOperation(
      ({ path, value }) =>
        path === undefined && isObject(value) && Object.keys(value).some((key) => /^urn:.*:\w+$/.test(key) && !isObject(value[key])),
    ),
    'entra-aadOptscim062020',
    MOVES,
    'SC2108',
    /an object of the extension in place of the key/,
  ],
  [
    'paths with a URN',
    hasOperation(({ path }) => String(path).startsWith('urn:')),
    'entra-default',
    MOVES,
    'SC2109',
    /as an object of the extension/,
  ],
  [
    'an id as the manager',
    hasOperation(({ path, value }) => String(path).endsWith('manager') && typeof value === 'string'),
    'entra-default',
    ['manager/changes'],
    'SC2111',
    /the manager as an object/,
  ],
  [
    'add to one value',
    hasOperation(({ op, path }) => op === 'add' && path === 'title'),
    'rfc',
    ['rfc/patch', 'rfc/patch-first-value'],
    'SC2112',
    /"replace" in place of "add"/,
  ],
  [
    'filters in paths',
    hasOperation(({ path }) => String(path).includes('[')),
    'entra-default',
    MOVES,
    'SC2105',
    /the same request is accepted (without \{"op":|with the new entry|with "value" in the value)/,
  ],
  [
    'members without a type',
    hasOperation((operation) => operation['op'] !== 'remove' && members(operation).some((each) => each['type'] === undefined)),
    'okta-oin',
    ROUNDS,
    'SC2301',
    /with a "type" in each member/,
  ],
  [
    'members with more than an id',
    hasOperation((operation) => members(operation).some((each) => Object.keys(each).length > 1)),
    'okta-oin',
    ROUNDS,
    'SC2301',
    /nothing but "value" in each member/,
  ],
  [
    'more than three operations',
    (body) => operations(body).length > 3,
    'entra-default',
    MOVES,
    'SC2117',
    /as \d+ requests with one operation each/,
  ],
  [
    'externalId missing',
    (body, { method }) => method === 'POST' && body['userName'] !== undefined && body['externalId'] === undefined,
    'okta-oin',
    ['okta-spec/spec'],
    'SC1224',
    /with an "externalId"/,
  ],
  [
    'a family name missing',
    (body, { method }) => method === 'POST' && isObject(body['name']) && body['name']['familyName'] === undefined,
    'entra-default',
    ['users/one-name'],
    'SC1221',
    /with a family name/,
  ],
  [
    'one attribute',
    (body, { method }) => method === 'POST' && body['displayName'] !== undefined && body['userName'] !== undefined,
    'entra-default',
    ['users/joiner'],
    'SC1204',
    /without "displayName"/,
  ],
  [
    'one part of an attribute',
    (body, { method }) => method === 'POST' && isObject(body['name']) && body['name']['givenName'] !== undefined,
    'okta-oin',
    ['users/password'],
    'SC1204',
    /without "givenName" in "name"/,
  ],
  [
    'meta put back',
    (body, { method }) => method === 'PUT' && body['meta'] !== undefined,
    'okta-oin',
    ['users/mover'],
    'SC2201',
    /without "meta"/,
  ],
  [
    'a PUT without its id',
    (body, { method }) => method === 'PUT' && body['id'] === undefined,
    'rfc',
    ['rfc/group-put'],
    'SC2201',
    /with the "id" of the resource/,
  ],
  [
    'signs in a name',
    (body, { method }) => method === 'POST' && /[^A-Za-z0-9 -]/.test(String(body['displayName'])) && body['userName'] === undefined,
    'entra-default',
    ['groups/names'],
    'SC2315',
    /"displayName" of plain letters/,
  ],
  [
    'signs in the name of a user',
    (body) => typeof body['userName'] === 'string' && /[^\w.@-]/.test(body['userName']),
    'entra-default',
    ['users/names'],
    'SC1226',
    /"userName" of plain letters/,
  ],
  [
    'a charset',
    (_body, { headers }) => headers.some(([name, value]) => name === 'Content-Type' && /charset/.test(value)),
    'entra-default',
    ['users/joiner'],
    'SC1216',
    /"Content-Type: application\/scim\+json"/,
  ],
];

it.each(REFUSALS)('who refuses %s is told so, and what is accepted', async (_name, refuses, dialect, scenarios, check, form) => {
  const { findings, exchanges } = await found(refusing(refuses), [dialect], ...scenarios);
  expect(findings.map((each) => each.check)).toEqual([check]);
  expect(findings[0]?.expected).toMatch(form);
  expect(findings[0]?.received).toContain('No, thank you.');
  const trials = trialsIn(exchanges);
  expect(trials.length).toBeGreaterThan(0);
  for (const { request } of trials) expect(request.headers).toContainEqual(['User-Agent', 'scim-check']);
});

it('what was tried is cleaned up', async () => {
  const server = inMemory({ token: TOKEN }, URL);
  const transport = refusing((body) => body['displayName'] !== undefined && body['userName'] !== undefined);
  const { events } = await found({ ...transport, close: server.close }, ['entra-default'], 'users/joiner', 'users/mover');
  const [cleanup] = events.filter((event) => event.type === 'cleanup');
  expect(cleanup?.left).toEqual([]);
  expect(cleanup?.created).toBeGreaterThan(0);
});

it('a server that refuses everything is not asked for ever', async () => {
  const { exchanges, findings } = await found(
    refusing(() => true),
    ['entra-default'],
    'users/joiner',
    'users/mover',
    'users/leaver',
    'groups/lifecycle',
  );
  const trials = trialsIn(exchanges);
  expect(findings.map((each) => each.check)).toEqual(['SC1204']);
  expect(trials.length).toBeLessThan(120);
});

it('a refusal that a second try does not meet has no form to blame', async () => {
  const once = (): ((body: JsonObject) => boolean) => {
    let refused = false;
    return (body) => {
      if (refused || operations(body).length === 0) return false;
      refused = true;
      return true;
    };
  };
  const { findings } = await found(refusing(once(), 400), ['entra-default'], 'users/mover');
  expect(findings.map(({ expected }) => expected)).toEqual(['success']);
  const broken = await found(refusing(once(), 500), ['entra-default'], 'users/mover');
  expect(broken.findings.map(({ check }) => check)).toEqual(['SC1009']);
});

it('a create that is refused and has made somebody all the same is told so, and cleaned up', async () => {
  const { findings, exchanges, events } = await (async () => {
    const server = inMemory({ token: TOKEN }, URL);
    const transport: Transport = {
      ...server,
      send: async (request, options) => {
        const sent = await server.send(request, options);
        if (!sent.ok || request.method !== 'POST' || request.purpose === 'cleanup') return sent;
        return refusal(500);
      },
    };
    return await found(transport, ['okta-oin'], 'users/joiner');
  })();
  expect(findings.map((each) => each.check)).toEqual(['SC1225']);
  expect(findings[0]?.received).toContain('a look-up by name finds');
  expect(trialsIn(exchanges)).toEqual([]);
  expect(events.flatMap((event) => (event.type === 'cleanup' ? event.left : []))).toEqual([]);
});

it('a correct server is asked nothing', async () => {
  const { exchanges, findings } = await found(
    refusing(() => false),
    ['entra-default', 'okta-oin', 'rfc'],
    ...MOVES,
    ...ROUNDS,
    'rfc/patch',
  );
  expect(findings).toEqual([]);
  expect(trialsIn(exchanges)).toEqual([]);
});
