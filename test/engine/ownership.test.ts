import { describe, expect, it } from 'vitest';
import type { Transport } from '../../src/http/transport.js';
import { isObject, type JsonObject } from '../../src/scim/json.js';
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
