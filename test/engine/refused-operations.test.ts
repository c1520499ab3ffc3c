import { expect, it } from 'vitest';
import type { CheckId } from '../../src/check/check-id.js';
import type { Dialect } from '../../src/client/client.js';
import type { Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { loadScenario } from '../../src/scenario/load.js';
import type { Scenario } from '../../src/scenario/scenario.js';
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

const mentions =
  (name: RegExp): Refuses =>
  ({ method: verb, body }) =>
    verb === 'PATCH' && name.test(JSON.stringify(body));

const isOff: Refuses = ({ method: name, body }) => name === 'PUT' && isObject(body) && body['active'] === false;

/** One of each kind: the form is wrong, nobody may, there is no such thing, a conflict, and a breakdown. */
const ALL = [400, 403, 405, 409, 500];
const MISSING = [404, 405, 501];
const OTHERS = [400, 403, 413, 422, 500];

/** What is refused, who meets it, in which scenarios, and what is the first finding, by status. */
const TABLE: readonly [
  what: string,
  Refuses,
  Dialect,
  scenarios: readonly string[],
  Readonly<Partial<Record<CheckId, readonly number[]>>>,
][] = [
  ['every new user', method('POST', 'User'), 'entra-default', ['users/joiner', 'users/leaver'], { SC1204: ALL }],
  ['every new user', method('POST', 'User'), 'okta-aiw', ['users/joiner', 'users/leaver'], { SC1204: ALL }],
  [
    'every new group',
    method('POST', 'Group'),
    'entra-default',
    ['groups/lifecycle', 'users/joiner'],
    { SC1204: [400, 409, 500], SC2807: [403, ...MISSING] },
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
  ['the manager', mentions(/manager/i), 'entra-default', ['manager/changes', 'users/mover'], { SC2136: ALL }],
  ['addresses', sets(/^addresses/), 'entra-default', ['users/addresses', 'users/mover'], { SC2136: ALL }],
  ['new members', sets(/^members/, (op) => op === 'add'), 'entra-default', ['groups/push', 'groups/lifecycle'], { SC2301: ALL }],
  ['new members', sets(/^members/, (op) => op === 'add'), 'okta-oin', ['groups/push', 'groups/lifecycle'], { SC2301: ALL }],
  ['members who go', sets(/^members/, (op) => op === 'remove'), 'entra-default', ['groups/push', 'groups/lifecycle'], { SC2302: ALL }],
  ['members who go', sets(/^members/, (op) => op === 'remove'), 'okta-oin', ['groups/push', 'groups/lifecycle'], { SC2303: ALL }],
  ['the name of a group', sets(/^displayName$/), 'entra-default', ['groups/lifecycle', 'groups/push'], { SC2306: ALL }],
  ['the name of a group', sets(/^displayName$/), 'okta-oin', ['groups/lifecycle', 'groups/push'], { SC2306: ALL }],
  ['the id and the name of a group', sets(/^(id|displayName)$/), 'okta-oin', ['groups/lifecycle', 'groups/push'], { SC2306: ALL }],
  ['the id of a group', sets(/^id$/), 'okta-oin', ['groups/lifecycle', 'groups/push'], { SC2307: [400, 500] }],
  ['roles', mentions(/roles/), 'entra-default', ['roles/assigned', 'users/mover'], { SC2136: ALL }],
  ['every PUT of a user', method('PUT', 'User'), 'okta-aiw', ['users/mover', 'users/leaver'], { SC2201: OTHERS, SC2200: MISSING }],
  ['a PUT that deactivates', isOff, 'okta-aiw', ['users/mover', 'users/leaver'], { SC2203: [...ALL, 404, 503] }],
  ['every PUT of a group', method('PUT', 'Group'), 'okta-aiw', ['groups/push', 'users/mover'], { SC2201: OTHERS, SC2200: MISSING }],
  ['every DELETE of a user', method('DELETE', 'User'), 'entra-default', ['users/delete', 'users/joiner'], { SC2603: ALL }],
  ['every DELETE of a group', method('DELETE', 'Group'), 'entra-default', ['groups/lifecycle', 'users/joiner'], { SC2603: ALL }],
  ['who is active', sets(/^active$/i), 'okta-oin', ['okta-crud/crud', 'users/leaver', 'users/password'], { SC2116: ALL }],
];

/** The other refusals of the standard and of HTTP, each of an operation in turn: no row is told by another check for them. */
const FURTHER: readonly [status: number, scimType?: string][] = [
  [400, 'invalidValue'],
  [400, 'invalidPath'],
  [400, 'noTarget'],
  [400, 'invalidSyntax'],
  [400, 'tooMany'],
  [400, 'uniqueness'],
  [403, 'sensitive'],
  [404],
  [413],
  [415],
  [422],
  [501],
  [503],
];

const IN_TURN = TABLE.flatMap(([what, refuses, dialect, scenarios, checks], row) =>
  [0, 6].flatMap((by) => {
    const [status, scimType] = FURTHER[(row + by) % FURTHER.length] ?? [400];
    const check = checkFor(checks, status);
    return { what, dialect, status, scimType, check, refuses, scenarios };
  }),
);

/** What a row says of a status, or else of a refusal with 400. */
function checkFor(checks: (typeof TABLE)[number][4], status: number): string {
  const [check = ''] = Object.entries(checks).find(([, statuses]) => statuses?.includes(status)) ?? Object.keys(checks);
  return check;
}

it.each(IN_TURN)(
  '$what refused with $status $scimType under $dialect: $check',
  async ({ refuses, status, scimType, dialect, scenarios, check }) => {
    expect((await findingsOf(refusing(refuses, status, scimType), dialect, scenarios)).map((finding) => finding.check)).toEqual([check]);
  },
);

it.each([
  ['every PATCH of a user', method('PATCH', 'User'), 'entra-default', ['users/mover', 'users/leaver', 'groups/push'], 'SC2100'],
  ['deactivations', sets(/^active$/i, says('false')), 'entra-default', ['users/leaver', 'users/mover'], 'SC2116'],
  ['a userName', sets(/^userName$/i), 'entra-default', ['entra-tutorial/users', 'users/mover'], 'SC2805'],
  ['members who go', sets(/^members/, (op) => op === 'remove'), 'okta-oin', ['groups/push', 'groups/lifecycle'], 'SC2303'],
  ['a PUT that deactivates', isOff, 'okta-aiw', ['users/mover', 'users/leaver'], 'SC2203'],
] as const)('%s refused as a change of what cannot be changed (mutability)', async (_what, refuses, dialect, scenarios, check) => {
  expect((await findingsOf(refusing(refuses, 400, 'mutability'), dialect, scenarios)).map((finding) => finding.check)).toEqual([check]);
});

it.each([
  ['nobody may', sets(/^active$/i, says('false')), 403, 'SC2116', /credential/],
  ['it breaks down', sets(/^active$/i, says('false')), 500, 'SC2116', /log.*Store active/],
  ['there is no room for the body', method('POST', 'User'), 413, 'SC1204', /bodies of this size/],
  ['there is no such method', method('DELETE', 'User'), 501, 'SC2603', /Serve this request/],
  ['there is no such method for any change', method('PATCH', 'User'), 501, 'SC2100', /^Support PATCH/],
  ['a conflict with nobody', method('POST', 'User'), 409, 'SC1204', /Answer 409 only/],
  ['the form is wrong', method('POST', 'User'), 400, 'SC1204', /^Accept the body/],
] as const)('the fix fits the status: %s', async (_what, refuses, status, check, fix) => {
  const scenarios = ['users/leaver', 'users/mover', 'users/delete'];
  const [first] = await findingsOf(refusing(refuses, status), 'entra-default', scenarios);
  expect(first).toMatchObject({ check, fix: expect.stringMatching(fix) });
});

it('what was refused by itself before is told as that where nothing can be asked any more', async () => {
  const server = refusing(sets(/^addresses/), 501);
  const isAsked: Refuses = ({ purpose, body }) => purpose === 'verify' && /Bremen/.test(JSON.stringify(body));
  const send: Transport['send'] = async (request, options) =>
    isAsked(request) ? { ok: false, failure: { kind: 'timeout', message: 'no answer' } } : await server.send(request, options);
  const findings = await findingsOf({ ...server, send }, 'entra-default', ['users/addresses', 'users/primary-addresses']);
  expect(findings.map(({ check }) => check).filter((check) => check !== 'SC9001')).toEqual(['SC2136']);
});

const MANY = /^(title|nickName|locale|timezone|preferredLanguage)$/;

it('of many that were refused by themselves, those that were not asked about are told as that, too', async () => {
  const server = refusing(sets(MANY), 501);
  const isAsked: Refuses = ({ purpose, body }) => purpose === 'verify' && /"fr"/.test(JSON.stringify(body));
  const send: Transport['send'] = async (request, options) =>
    isAsked(request) ? { ok: false, failure: { kind: 'timeout', message: 'no answer' } } : await server.send(request, options);
  const { scenario } = loadScenario(
    `id: users/many
title: Many attributes at once, then the last of them with another one
steps:
  - create: { user: engineer }
  - update: engineer
    set: { displayName: Ada, title: Captain, nickName: Al, locale: en-GB, timezone: Europe/Berlin, preferredLanguage: de }
  - update: engineer
    set: { displayName: Bea, preferredLanguage: fr }
`,
    'many.yaml',
  );
  if (scenario === undefined) throw new Error('the scenario is not right');
  const { findings } = await playTo({ ...server, send }, 'entra-default', [scenario]);
  expect(findings.map(({ check }) => check).filter((check) => check !== 'SC9001')).toEqual(['SC2136']);
});

it('what is refused of groups says nothing of people who leave', async () => {
  const [first] = await findingsOf(refusing(method('PATCH', 'Group'), 400), 'entra-default', [
    'groups/lifecycle',
    'groups/push',
    'users/mover',
  ]);
  expect(first?.effect).toMatch(/groups stay as they were created/);
});

async function findingsOf(transport: Transport, dialect: Dialect, scenarios: readonly string[]) {
  return (await playTo(transport, dialect, scenariosNamed(...scenarios))).findings;
}

async function playTo(transport: Transport, dialect: Dialect, scenarios: readonly Scenario[]) {
  const server = { target: targetAt(URL), transport, clock: new VirtualClock() };
  return await playAgainst(server, { dialects: [dialect], scenarios, jobs: 1 });
}
