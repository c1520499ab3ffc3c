import { expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import type { Sent, Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { isObject, type Json, type JsonObject, objectsIn } from '../../src/scim/json.js';
import { CORE_URNS } from '../../src/scim/urn.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN, targetAt } from './harness.js';

const URL = 'http://sample.test/scim/v2';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const TEAM = 'urn:acme:params:scim:schemas:extension:team:2.0:Group';

/** A correct server on which everybody, or every group, must have an extension that itself requires nothing, as /ResourceTypes says. */
function demanding(urn: string): Transport {
  const server = inMemory({ token: TOKEN }, URL);
  const type = urn === TEAM ? 'Group' : 'User';
  return {
    ...server,
    send: async (request, options): Promise<Sent> => {
      const { method, target, resourceType, body } = request;
      const isWhole = (method === 'POST' || method === 'PUT') && resourceType === type && isObject(body);
      if (isWhole && !isObject(body[urn])) return refused(`${urn} is required`);
      const sent = await server.send(request, options);
      if (!sent.ok || method !== 'GET' || !isObject(sent.response.body)) return sent;
      if (target === '/ResourceTypes') return withResources(sent, (list) => list.map((each) => withExtension(each, type, urn)));
      return target === '/Schemas' && urn === TEAM ? withResources(sent, (list) => [...list, TEAM_SCHEMA]) : sent;
    },
  };
}

const TEAM_SCHEMA = { id: TEAM, name: 'Team', attributes: [{ name: 'purpose', type: 'string', multiValued: false, required: false }] };

function withExtension(each: JsonObject, type: 'User' | 'Group', schema: string): JsonObject {
  return each['schema'] === CORE_URNS[type] ? { ...each, schemaExtensions: [{ schema, required: true }] } : each;
}

function withResources(sent: Sent & { readonly ok: true }, change: (list: readonly JsonObject[]) => Json[]): Sent {
  const { body } = sent.response;
  const changed = isObject(body) ? { ...body, Resources: change(objectsIn(body['Resources'])) } : (body ?? null);
  return { ...sent, response: { ...sent.response, body: changed, text: JSON.stringify(changed) } };
}

function refused(detail: string): Sent {
  const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '400', scimType: 'invalidValue', detail };
  const headers = [['content-type', 'application/scim+json']] as const;
  return { ok: true, response: { status: 400, headers, body, text: JSON.stringify(body), milliseconds: 0, truncated: false } };
}

async function told(urn: string, dialect: Dialect, ...scenarios: readonly string[]): Promise<string[]> {
  const playing = { dialects: [dialect], scenarios: scenariosNamed(...scenarios), jobs: 1 };
  const { findings } = await playAgainst({ target: targetAt(URL), transport: demanding(urn) }, playing);
  return [...new Set(findings.map(({ check }) => check))];
}

it.each([
  ['entra-default', 'users/duplicate'],
  ['okta-oin', 'users/duplicate'],
  ['rfc', 'rfc/attribute-names'],
] as const)('an extension that everybody must have is sent: %s', async (dialect, scenario) => {
  expect(await told(ENTERPRISE, dialect, scenario)).toEqual([]);
});

it('a client that cannot send it is told so', async () => {
  expect(await told(TEAM, 'okta-oin', 'groups/push')).toEqual(['SC2809']);
});
