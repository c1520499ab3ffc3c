import { expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import type { Sent, Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { isObject, type Json, type JsonObject } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, playSample, TOKEN, targetAt } from './harness.js';

const URL = 'http://sample.test/scim/v2';

type Send = Transport['send'];

/** The checks that are told of a correct server in memory with one fault. */
async function told(dialect: Dialect | readonly Dialect[], fault: (send: Send) => Send, scenarios: readonly string[]): Promise<string[]> {
  const server = inMemory({ token: TOKEN }, URL);
  const transport: Transport = { ...server, send: fault((request, options) => server.send(request, options)) };
  const playing = { dialects: [dialect].flat(), scenarios: scenariosNamed(...scenarios), jobs: 1 };
  return (await playAgainst({ target: targetAt(URL), transport }, playing)).findings.map(({ check }) => check);
}

/** The same body without one attribute, wherever it stands. */
function without(name: RegExp, body: Json | undefined): Json {
  if (Array.isArray(body))
    return body.filter((each) => !(isObject(each) && name.test(String(each['path'])))).map((each) => without(name, each));
  if (!isObject(body)) return body ?? null;
  return Object.fromEntries(
    Object.entries(body)
      .filter(([key]) => !name.test(key))
      .map(([key, each]) => [key, without(name, each)]),
  );
}

/** A PATCH passes over one attribute, whatever the form. */
const ignoring =
  (name: RegExp) =>
  (send: Send): Send =>
  async (request, options) =>
    await send(request.method === 'PATCH' ? { ...request, body: without(name, request.body) } : request, options);

it.each([
  ['entra-default', ['users/enterprise', 'mapping/changed', 'users/mover']],
  ['entra-aadOptscim062020', ['users/transfer', 'mapping/changed', 'users/mover']],
] as const)('of one attribute of an extension alone, the path is not to blame: %s', async (dialect, scenarios) => {
  expect(await told(dialect, ignoring(/employeeNumber$/), scenarios)).toEqual(['SC2113']);
});

/** The answer with its groups changed. */
const groups =
  (change: (group: JsonObject) => JsonObject) =>
  (send: Send): Send =>
  async (request, options) => {
    const sent = await send(request, options);
    if (!sent.ok || request.resourceType !== 'Group' || !isObject(sent.response.body)) return sent;
    const { body } = sent.response;
    const list = body['Resources'];
    const changed = Array.isArray(list) ? { ...body, Resources: list.map((each) => (isObject(each) ? change(each) : each)) } : change(body);
    return { ok: true, response: { ...sent.response, body: changed, text: JSON.stringify(changed) } };
  };

const firstTwo = (group: JsonObject): JsonObject =>
  Array.isArray(group['members']) ? { ...group, members: group['members'].slice(0, 2) } : group;

it.each(['entra-default', 'entra-aadOptscim062020', 'okta-oin'] as const)(
  'a member who shows once another one has left was not put there by the removal: %s',
  async (dialect) => {
    expect(await told(dialect, groups(firstTwo), ['groups/push', 'groups/lifecycle'])).toEqual(['SC2301']);
  },
);

it.each(['entra-default', 'entra-aadOptscim062020', 'okta-oin', 'okta-aiw'] as const)(
  'a group that must keep a member is told as that: %s',
  async (dialect) => {
    const scenarios = scenariosNamed('groups/push', 'groups/lifecycle', 'membership/leaver');
    const { findings } = await playSample({ defects: ['last-member-stays'] }, { dialects: [dialect], scenarios, jobs: 1 });
    expect(findings.map(({ check }) => check)).toEqual(['SC2319']);
  },
);

function answered(status: number, detail: string): Sent {
  const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), detail };
  const headers = [['Content-Type', 'application/scim+json']] as const;
  return { ok: true, response: { status, headers, body, text: JSON.stringify(body), milliseconds: 1, truncated: false } };
}

/** Every PATCH of somebody who is not active is answered 404. */
const inactiveMissing =
  (send: Send): Send =>
  async (request, options) => {
    if (request.method !== 'PATCH' || request.resourceType !== 'User') return await send(request, options);
    const { body: _body, ...rest }: ScimRequest = request;
    const shown = await send({ ...rest, method: 'GET' }, options);
    const isInactive = shown.ok && isObject(shown.response.body) && shown.response.body['active'] === false;
    return isInactive ? answered(404, 'No such user.') : await send(request, options);
  };

it('where nobody inactive can be changed, that they cannot be activated is no finding of its own', async () => {
  expect(await told('entra-default', inactiveMissing, ['users/leaver', 'users/deleted-renamed', 'users/mover'])).toEqual(['SC2453']);
});

it('a success with another status is told as that, and not by the scenario that it happens in', async () => {
  const scenarios = scenariosNamed('users/put-without-active', 'users/deleted-renamed', 'users/mover');
  for (const [defect, dialect] of [
    ['put-answers-204', 'okta-oin'],
    ['patch-answers-202', 'entra-default'],
  ] as const) {
    const { findings } = await playSample({ defects: [defect] }, { dialects: [dialect], scenarios });
    expect(findings.map(({ check }) => check)).toEqual(['SC2145']);
  }
});

const refusing =
  (isMeant: (request: ScimRequest) => boolean, status: number, detail: string): ((send: Send) => Send) =>
  (send) =>
  async (request, options) =>
    isMeant(request) ? answered(status, detail) : await send(request, options);

it('where no group can be created, that one with a second schema cannot is no finding of its own', async () => {
  const fault = refusing(({ method, resourceType }) => method === 'POST' && resourceType === 'Group', 400, 'userName is required');
  expect(await told('okta-oin', fault, ['groups/names', 'groups/extended'])).toEqual(['SC1204']);
});

it('a look-up that breaks the target is told as that, whatever the step goes on to', async () => {
  const fault = refusing(({ purpose, resourceType }) => purpose === 'match' && resourceType === 'Group', 500, 'unexpected token');
  expect(await told('okta-oin', fault, ['groups/names', 'groups/extended'])).toEqual(['SC1104']);
});

/** Operations with a path are answered well and passed over, however "op" is written. */
const passingOverPaths =
  (send: Send): Send =>
  async (request, options) => {
    const { method, body } = request;
    if (method !== 'PATCH' || !isObject(body) || !Array.isArray(body['Operations'])) return await send(request, options);
    const kept = body['Operations'].filter((each) => !isObject(each) || each['path'] === undefined);
    return await send({ ...request, body: { ...body, Operations: kept } }, options);
  };

it('the letter case of "op" is not to blame where the same in lower case is passed over as well', async () => {
  // Without a path changes are made: under the flag writes are kept.
  const dialects = ['entra-default', 'entra-aadOptscim062020'] as const;
  const checks = await told(dialects, passingOverPaths, ['users/leaver', 'users/mover', 'mapping/changed', 'groups/push']);
  expect(new Set(checks)).toEqual(new Set(['SC2152']));
});
