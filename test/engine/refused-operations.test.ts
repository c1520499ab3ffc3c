import { expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import type { Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { isObject, type Json, type JsonObject } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN, targetAt } from './harness.js';

const URL = 'http://sample.test/scim/v2';

type Refuses = (request: ScimRequest) => boolean;

/** A correct server that refuses some writes, in whatever form they come, with one status and no reason. */
function refusing(refuses: Refuses, status: number, scimType?: string): Transport {
  const server = inMemory({ token: TOKEN }, URL);
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    detail: 'Request failed.',
    ...(scimType === undefined ? {} : { scimType }),
  };
  const headers = [['Content-Type', 'application/scim+json']] as const;
  const answer = { status, headers, text: JSON.stringify(body), body, milliseconds: 1, truncated: false };
  return {
    ...server,
    send: async (request, options) =>
      request.method === 'GET' || request.purpose === 'cleanup' || !refuses(request)
        ? await server.send(request, options)
        : { ok: true, response: answer },
  };
}

const method =
  (name: ScimRequest['method'], type: 'User' | 'Group'): Refuses =>
  (request) =>
    request.method === name && request.resourceType === type;

/** What a PATCH sets, one path at a time. */
function settings({ method: name, body }: ScimRequest): [op: string, path: string, value: Json | undefined][] {
  const operations = name === 'PATCH' && isObject(body) && Array.isArray(body['Operations']) ? body['Operations'].filter(isObject) : [];
  return operations.flatMap((operation: JsonObject): [string, string, Json | undefined][] => {
    const { op, path, value } = operation;
    const kind = String(op).toLowerCase();
    if (typeof path === 'string') return [[kind, path, value]];
    return isObject(value) ? Object.entries(value).map(([key, each]): [string, string, Json | undefined] => [kind, key, each]) : [];
  });
}

const sets =
  (path: RegExp, test: (op: string, value: Json | undefined) => boolean = () => true): Refuses =>
  (request) =>
    settings(request).some(([op, each, value]) => path.test(each) && test(op, value));
const says = (word: string) => (_op: string, value: Json | undefined) => String(value).toLowerCase() === word;

const isOff: Refuses = ({ method: name, body }) => name === 'PUT' && isObject(body) && body['active'] === false;

/** One of each kind: the form is wrong, nobody may, there is no such thing, and a breakdown. */
const ALL = [400, 403, 405, 500];
const MISSING = [404, 405, 501];
const OTHERS = [400, 403, 413, 422, 500];

/** What is refused, who meets it, in which scenarios, and what is the first finding, by status. */
const TABLE: readonly [what: string, Refuses, Dialect, scenarios: readonly string[], Readonly<Record<string, readonly number[]>>][] = [
  ['every new user', method('POST', 'User'), 'entra-default', ['users/joiner', 'users/leaver'], { SC1204: ALL }],
  ['every new user', method('POST', 'User'), 'okta-aiw', ['users/joiner', 'users/leaver'], { SC1204: ALL }],
  [
    'every new group',
    method('POST', 'Group'),
    'entra-default',
    ['groups/lifecycle', 'users/joiner'],
    { SC1204: [400, 409, 422, 500], SC2807: [403, ...MISSING] },
  ],
  ['every PATCH of a user', method('PATCH', 'User'), 'entra-default', ['users/mover', 'users/leaver', 'groups/push'], { SC2100: ALL }],
  [
    'every PATCH of a group',
    method('PATCH', 'Group'),
    'entra-default',
    ['groups/lifecycle', 'groups/push', 'users/mover'],
    { SC2100: ALL },
  ],
  ['every PATCH of a group', method('PATCH', 'Group'), 'okta-oin', ['groups/lifecycle', 'groups/push', 'okta-crud/crud'], { SC2100: ALL }],
  ['deactivations', sets(/^active$/i, says('false')), 'entra-default', ['users/leaver', 'users/mover'], { SC2116: ALL }],
  ['deactivations', sets(/^active$/i, says('false')), 'okta-oin', ['okta-crud/crud', 'users/rename'], { SC2116: ALL }],
  ['activations', sets(/^active$/i, says('true')), 'entra-default', ['users/leaver', 'users/mover'], { SC2119: ALL }],
  ['activations', sets(/^active$/i, says('true')), 'okta-oin', ['okta-crud/crud', 'users/rename'], { SC2119: ALL }],
  ['a userName', sets(/^userName$/i), 'entra-default', ['entra-tutorial/users', 'users/mover'], { SC2407: ALL }],
  ['the enterprise extension', sets(/^urn:/), 'entra-default', ['users/enterprise', 'users/mover', 'users/leaver'], { SC2110: ALL }],
  ['the manager', sets(/manager/i), 'entra-default', ['manager/changes', 'users/mover'], { SC2111: ALL }],
  ['addresses', sets(/^addresses/), 'entra-default', ['users/addresses', 'users/mover'], { SC2103: ALL }],
  ['new members', sets(/^members/, (op) => op === 'add'), 'entra-default', ['groups/push', 'groups/lifecycle'], { SC2301: ALL }],
  ['new members', sets(/^members/, (op) => op === 'add'), 'okta-oin', ['groups/push', 'groups/lifecycle'], { SC2301: ALL }],
  ['members who go', sets(/^members/, (op) => op === 'remove'), 'entra-default', ['groups/push', 'groups/lifecycle'], { SC2302: ALL }],
  ['members who go', sets(/^members/, (op) => op === 'remove'), 'okta-oin', ['groups/push', 'groups/lifecycle'], { SC2303: ALL }],
  ['the name of a group', sets(/^displayName$/), 'entra-default', ['groups/lifecycle', 'groups/push'], { SC2306: ALL }],
  ['the name of a group', sets(/^displayName$/), 'okta-oin', ['groups/lifecycle', 'groups/push'], { SC2306: ALL }],
  ['every PUT of a user', method('PUT', 'User'), 'okta-aiw', ['users/mover', 'users/leaver'], { SC2201: OTHERS, SC2200: MISSING }],
  ['a PUT that deactivates', isOff, 'okta-aiw', ['users/mover', 'users/leaver'], { SC2203: [400, 500], SC2201: [403, 405], SC1242: [409] }],
  ['every PUT of a group', method('PUT', 'Group'), 'okta-aiw', ['groups/push', 'users/mover'], { SC2201: OTHERS, SC2200: MISSING }],
  ['every DELETE of a user', method('DELETE', 'User'), 'entra-default', ['users/delete', 'users/joiner'], { SC2603: ALL }],
  ['every DELETE of a group', method('DELETE', 'Group'), 'entra-default', ['groups/lifecycle', 'users/joiner'], { SC2603: ALL }],
];

const CASES = TABLE.flatMap(([what, refuses, dialect, scenarios, checks]) =>
  Object.entries(checks).flatMap(([check, statuses]) => statuses.map((status) => ({ what, dialect, status, check, refuses, scenarios }))),
);

it.each(CASES)('$what refused with $status under $dialect: $check', async ({ refuses, status, dialect, scenarios, check }) => {
  const server = { target: targetAt(URL), transport: refusing(refuses, status), clock: new VirtualClock() };
  const { findings } = await playAgainst(server, { dialects: [dialect], scenarios: scenariosNamed(...scenarios), jobs: 1 });
  expect(findings.map((finding) => finding.check)).toEqual([check]);
});
