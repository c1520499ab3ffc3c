import { describe, expect, it } from 'vitest';
import { ownershipOf, tracesGivenBy, tracesOf } from '../../src/engine/state/ownership.js';
import type { Transport } from '../../src/http/transport.js';
import { isObject, type Json, type JsonObject } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, summary, TOKEN, targetAt } from './harness.js';

/** Plays scenarios against a server that names people by their address in place of the userName, whenever one of these methods brings it. */
async function namedByAddress(methods: readonly ScimRequest['method'][], ...names: string[]) {
  const server = sampleTransport({ token: TOKEN, clock: new VirtualClock() });
  const before = server.snapshot().users.length;
  const named = (body: JsonObject): JsonObject => {
    const [address] = Array.isArray(body['emails']) ? body['emails'] : [];
    return isObject(address) ? { ...body, userName: address['value'] ?? null } : body;
  };
  const transport: Transport = {
    ...server.transport,
    send: async (request, options) =>
      await server.transport.send(
        methods.includes(request.method) && isObject(request.body) ? { ...request, body: named(request.body) } : request,
        options,
      ),
  };
  const target = { target: targetAt('http://sample.test/scim/v2'), transport, clock: new VirtualClock() };
  const { findings } = await playAgainst(target, { dialects: ['okta-oin'], scenarios: scenariosNamed(...names), jobs: 1 });
  return { checks: findings.map(({ check }) => check), left: server.snapshot().users.length - before };
}

it("whoever is named by their address in place of the userName is the run's own, is told as that, and is removed", async () => {
  const { checks, left } = await namedByAddress(['POST'], 'users/plain-name', 'users/duplicate', 'users/existing');
  expect(checks).toContain('SC1205');
  expect(checks).not.toContain('SC1207');
  expect(left).toBe(0);
});

it('so is whoever is named by an address that a change has given them', async () => {
  const { checks, left } = await namedByAddress(['PUT'], 'mapping/changed');
  expect(checks).not.toEqual([]);
  expect(left).toBe(0);
});

it.each<[string, ScimRequest['method'], Json, string[]]>([
  ['a PUT', 'PUT', { externalId: 'e.sc2ab4def', emails: [{ value: 'b.sc2ab4def@x.example' }] }, ['e.sc2ab4def', 'b.sc2ab4def@x.example']],
  ['a value path', 'PATCH', ops({ path: 'emails[type eq "work"].value', value: 'b.sc2ab4def@x.example' }), ['b.sc2ab4def@x.example']],
  ['a list', 'PATCH', ops({ path: 'emails', value: [{ value: 'b.sc2ab4def@x.example' }] }), ['b.sc2ab4def@x.example']],
  ['no path', 'PATCH', ops({ value: { externalId: 'e.sc2ab4def', title: 'T.sc2ab4def' } }), ['e.sc2ab4def']],
  ['a value that people may have', 'PATCH', ops({ path: 'emails', value: [{ value: 'info@x.example' }] }), []],
  ['another attribute', 'PATCH', ops({ path: 'nickName', value: 'b.sc2ab4def' }), []],
])('%s gives traces by which a resource is known later', (_title, method, body, given) => {
  expect(tracesGivenBy({ method, body })).toEqual(given);
});

function ops(operation: JsonObject): JsonObject {
  return { Operations: [{ op: 'replace', ...operation }] };
}

describe('a resource is ours', () => {
  const sent = { userName: 'Ada.sc2ab4def@example.com', externalId: 'sc3ab4def', emails: [{ value: 'a.sc2ab4def@example.com' }] };
  const traces = tracesOf(sent, 'User');

  it.each<[string, JsonObject, ReturnType<typeof ownershipOf>]>([
    ['by its name', { userName: 'Ada.sc2ab4def@example.com' }, 'ours'],
    ['whatever the case and form of its name', { USERNAME: ' ADA.SC2AB4DEF@EXAMPLE.COM ' }, 'ours'],
    ['by the word in its name that nobody else has, and its externalId', { userName: 'ada.sc2ab4def', externalId: 'sc3ab4def' }, 'ours'],
    ['not by that word alone', { userName: 'a.ada.sc2ab4def@example.com', externalId: 'sc5ab4def' }, 'another'],
    ['under the address that was sent with it', { userName: 'A.sc2ab4def@example.com' }, 'ours'],
    ['without a name, with its externalId', { externalId: 'SC3ab4def' }, 'ours'],
    ['without a name, with its address', { emails: [{ value: 'A.sc2ab4def@example.com' }] }, 'ours'],
    ['not with what was sent under the name of another', { ...sent, userName: 'boss@example.com' }, 'another'],
    ['not by a name that only begins alike', { userName: 'ada.sc2ab4defh@example.com' }, 'another'],
    ['nobody knows without a name', { title: 'Boss' }, 'unclear'],
  ])('%s', (_what, shown, expected) => expect(ownershipOf(shown, traces)).toBe(expected));

  it.each<[string, JsonObject]>([
    ['externalId', { userName: 'a.sc2ab4def', externalId: '17' }],
    ['address', { userName: 'a.sc2ab4def', emails: [{ value: 'info@example.com' }] }],
  ])('not by the %s that people may have', (_what, { userName, ...others }) => {
    const shown = others['externalId'] === undefined && others['emails'] === undefined ? { userName: userName ?? '' } : others;
    expect(ownershipOf(shown, tracesOf({ userName: userName ?? '', ...others }, 'User'))).not.toBe('ours');
  });

  it('without a name, when it shows every text that was sent, and one of them was made up', () => {
    const nameless = tracesOf({ displayName: 'Nobody sc2ab4def', title: 'None' }, 'User');
    expect(ownershipOf({ displayName: 'Nobody sc2ab4def', title: 'None', userName: 'u17' }, nameless)).toBe('ours');
    expect(ownershipOf({ displayName: 'Nobody sc2ab4def', userName: 'u17' }, nameless)).toBe('unclear');
    expect(ownershipOf({ displayName: 'Boss', title: 'None' }, tracesOf({ displayName: 'Boss', title: 'None' }, 'User'))).toBe('unclear');
    expect(ownershipOf({ userName: 'u17' }, tracesOf({ active: true }, 'User'))).toBe('unclear');
  });
});

/** What a server answers to a create instead of the new resource. */
interface Lie {
  /** Answers with a resource that is there already. */
  readonly shows?: boolean;
  /** Answers with what was sent, under the id of a resource that is there already. */
  readonly lends?: boolean;
  /** The id that is answered. */
  readonly id?: string;
}

function lying(type: 'Users' | 'Groups', lie: Lie) {
  const clock = new VirtualClock();
  const server = sampleTransport({ token: TOKEN, clock });
  const strangers: readonly JsonObject[] = server.snapshot()[type === 'Users' ? 'users' : 'groups'];
  const [stranger] = strangers;
  const ids = new Set(strangers.map((each) => String(each['id'])));
  const writes: ScimRequest[] = [];
  const transport: Transport = {
    ...server.transport,
    async send(request, options) {
      if (request.method !== 'GET' && [...ids].some((id) => request.target.includes(id))) writes.push(request);
      if (request.method !== 'POST' || request.target !== `/${type}` || !isObject(request.body))
        return await server.transport.send(request, options);
      const { password: _password, ...sent } = request.body;
      const body = lie.shows === true ? stranger : { ...sent, id: lie.id ?? stranger?.['id'] ?? null };
      return {
        ok: true,
        response: {
          status: 201,
          headers: [['Content-Type', 'application/scim+json']],
          text: JSON.stringify(body),
          body: body ?? null,
          milliseconds: 1,
          truncated: false,
        },
      };
    },
  };
  return { ...server, transport, clock, writes };
}

describe.each(['Users', 'Groups'] as const)('a server that answers a create in %s with', (type) => {
  it.each<[string, Lie]>([
    ['somebody else', { shows: true }],
    ['the id of somebody else', { lends: true }],
    ['the id of nobody', { id: 'nobody' }],
    ['the id ..', { id: '..' }],
    ['the id .', { id: '.' }],
  ])('%s has no stranger written to, and is told so', async (_what, lie) => {
    const server = lying(type, lie);
    const before = server.snapshot();
    const { findings, exchanges } = await playAgainst(server, { dialects: ['entra-default', 'okta-oin', 'okta-aiw'] });
    expect(server.writes).toEqual([]);
    expect(exchanges.some(({ request }) => /\/\.{1,2}(\/|\?|$)/.test(request.url))).toBe(false);
    expect(server.snapshot()[type === 'Users' ? 'users' : 'groups']).toEqual(before[type === 'Users' ? 'users' : 'groups']);
    // Several creates at the same moment are answered with one id: that another has it already is just as true, and so is that a second create is accepted.
    const right = lie.id === 'nobody' ? ['SC2501', 'SC1207', 'SC1208'] : ['SC1207'];
    const told = summary(findings).map((each) => each.split(' '));
    expect(told.filter(([check = '']) => !right.includes(check))).toEqual([]);
    expect(new Set(told.map(([, dialect]) => dialect))).toEqual(new Set(['entra-default', 'okta-oin', 'okta-aiw']));
  });
});
