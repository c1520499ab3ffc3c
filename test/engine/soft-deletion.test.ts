import { expect, it } from 'vitest';
import type { Sent, Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN, targetAt } from './harness.js';

const URL = 'http://sample.test/scim/v2';
const BROKEN: Sent = { ok: true, response: { status: 500, headers: [], text: '', milliseconds: 0, truncated: false } };

/** A server on which a DELETE deactivates users, and whose PATCH breaks down. */
function deactivating(): Transport {
  const server = inMemory({ token: TOKEN }, URL);
  return {
    ...server,
    send: async (request, options): Promise<Sent> => {
      if (request.resourceType !== 'User') return await server.send(request, options);
      if (request.method === 'PATCH') return BROKEN;
      if (request.method !== 'DELETE') return await server.send(request, options);
      const Operations = [{ op: 'replace', path: 'active', value: false }];
      const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations };
      const changed = await server.send({ ...request, method: 'PATCH', body }, options);
      if (!changed.ok) return changed;
      const { body: _body, ...response } = changed.response;
      return { ok: true, response: { ...response, status: 204, text: '' } };
    },
  };
}

it('what a DELETE has changed was not changed by the write after it', async () => {
  const playing = { dialects: ['entra-default'] as const, scenarios: scenariosNamed('membership/returned'), jobs: 1 };
  const { findings } = await playAgainst({ target: targetAt(URL), transport: deactivating() }, playing);
  const told = new Set(findings.map(({ check }) => check));
  expect([told.has('SC2601'), told.has('SC2120')]).toEqual([true, false]);
});
