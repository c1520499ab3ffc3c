import { expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import type { Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { isObject } from '../../src/scim/json.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN, targetAt } from './harness.js';

const URL = 'http://sample.test/scim/v2';
const SCENARIOS = ['users/leaver', 'users/delete', 'manager/deleted', 'groups/lifecycle'];

/** A correct server in memory, but for what a test says of its DELETE and of what comes after it. */
async function play(dialect: Dialect, change: (server: Transport) => Transport['send'], scenarios: readonly string[] = SCENARIOS) {
  const server = inMemory({ token: TOKEN }, URL);
  const transport: Transport = { ...server, send: change(server) };
  const { findings, events } = await playAgainst(
    { target: targetAt(URL), transport },
    { dialects: [dialect], scenarios: scenariosNamed(...scenarios), jobs: 1 },
  );
  return { checks: findings.map(({ check }) => check), left: events.flatMap((event) => (event.type === 'cleanup' ? event.left : [])) };
}

const problem = (status: number) => ({
  ok: true as const,
  response: {
    status,
    headers: [['Content-Type', 'application/scim+json']] as const,
    body: ERROR(status),
    text: JSON.stringify(ERROR(status)),
    milliseconds: 1,
    truncated: false,
  },
});

const ERROR = (status: number) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  status: String(status),
  detail: 'Request failed.',
});

/** Some targets delete only who is disabled. */
const onlyDisabled =
  (server: Transport): Transport['send'] =>
  async (request, options) => {
    if (request.method !== 'DELETE' || request.resourceType !== 'User') return await server.send(request, options);
    const shown = await server.send({ ...request, method: 'GET' }, options);
    const isActive = shown.ok && isObject(shown.response.body) && shown.response.body['active'] !== false;
    return isActive ? problem(409) : await server.send(request, options);
  };

it.each(['entra-default', 'entra-aadOptscim062020'] as const)('%s deletes nobody who has not been disabled', async (dialect) => {
  expect(await play(dialect, onlyDisabled)).toEqual({ checks: [], left: [] });
});

it('where nobody can be disabled, a DELETE that is refused for that is no finding of its own', async () => {
  const refusesToDisable = (server: Transport): Transport['send'] => {
    const remove = onlyDisabled(server);
    return async (request, options) =>
      request.method === 'PATCH' && /"active"/.test(JSON.stringify(request.body)) ? problem(400) : await remove(request, options);
  };
  expect((await play('entra-default', refusesToDisable)).checks).toEqual(['SC2116']);
});

/** Breaks down, or complains, at the id of what has been deleted. */
const atDeleted =
  (status: number, isListed = false) =>
  (server: Transport): Transport['send'] => {
    const deleted = new Set<string>();
    return async (request, options) => {
      const { method, id, target } = request;
      const path = id === undefined ? /\/Users\/([^/?]+)/.exec(target)?.[1] : id;
      if (path !== undefined && deleted.has(path)) return problem(status);
      if (method === 'DELETE' && path !== undefined) {
        deleted.add(path);
        if (isListed) return { ...problem(204), response: { ...problem(204).response, text: '' } };
      }
      return await server.send(request, options);
    };
  };

it.each([
  [400, 'SC2601'],
  [403, 'SC2601'],
  [500, 'SC1104'],
])('what is shown to be gone by look-up and list is not left over where its id is answered %i', async (status, check) => {
  const { left, checks } = await play('entra-default', atDeleted(status), ['users/leaver', 'users/mover']);
  expect(left).toEqual([]);
  expect(checks).toEqual([check]);
});

it.each([400, 500])('what the list still shows is left over, whatever its id is answered: %i', async (status) => {
  const { left } = await play('entra-default', atDeleted(status, true), ['users/leaver', 'users/mover']);
  expect(left.map(({ resourceType }) => resourceType)).toContain('User');
});
