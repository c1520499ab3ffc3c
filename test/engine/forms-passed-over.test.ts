import { expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import type { Sent, Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { isObject, type JsonObject } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN, targetAt } from './harness.js';

// A form that is answered well proves nothing by itself, and who was lost before cannot be removed.

const URL = 'http://sample.test/scim/v2';

type Send = (request: ScimRequest) => Promise<Sent>;

/** A correct server but for what it makes of the operations of a PATCH. */
async function found(patch: (request: ScimRequest, send: Send) => Promise<Sent>, dialect: Dialect, ...scenarios: string[]) {
  const server = inMemory({ token: TOKEN }, URL);
  const send: Transport['send'] = (request, options) =>
    request.method === 'PATCH' ? patch(request, (each) => server.send(each, options)) : server.send(request, options);
  const target = { target: targetAt(URL), transport: { ...server, send }, clock: new VirtualClock() };
  const { findings } = await playAgainst(target, { dialects: [dialect], scenarios: scenariosNamed(...scenarios), jobs: 1 });
  return findings;
}

const operationsOf = ({ body }: ScimRequest): readonly JsonObject[] => {
  const operations = isObject(body) ? body['Operations'] : undefined;
  return Array.isArray(operations) ? operations.filter(isObject) : [];
};

const pathOf = ({ path }: JsonObject): string => (typeof path === 'string' ? path : '');

const withOperations = (request: ScimRequest, operations: readonly JsonObject[]): ScimRequest => ({
  ...request,
  body: { ...(isObject(request.body) ? request.body : {}), Operations: [...operations] },
});

function refusal(status: number, scimType: string, detail: string): Sent {
  const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), scimType, detail };
  const headers = [['Content-Type', 'application/scim+json']] as const;
  return { ok: true, response: { status, headers, text: JSON.stringify(body), body, milliseconds: 1, truncated: false } };
}

/** The members of the group that a request addresses. */
async function membersOf({ headers, id }: ScimRequest, send: Send): Promise<string> {
  const sent = await send({
    method: 'GET',
    target: `/Groups/${id}`,
    headers,
    purpose: 'read',
    resourceType: 'Group',
    ...(id === undefined ? {} : { id }),
  });
  return sent.ok ? JSON.stringify(sent.response.body) : '';
}

/** What a removal by filter names, if that is nobody of the group. */
async function strangerOf(request: ScimRequest, send: Send): Promise<string | undefined> {
  for (const operation of operationsOf(request)) {
    const [, id] = /^members\[value eq "(.*)"\]$/.exec(pathOf(operation)) ?? [];
    if (id !== undefined && !(await membersOf(request, send)).includes(id)) return id;
  }
  return undefined;
}

it('a removal by list that empties the group is no sign that it is carried out where one by filter is not', async () => {
  const findings = await found(
    async (request, send) => {
      if (request.resourceType !== 'Group') return await send(request);
      const stranger = await strangerOf(request, send);
      if (stranger !== undefined) return refusal(400, 'noTarget', `no element matches ${stranger}`);
      const carriedOut = operationsOf(request).flatMap((each) => {
        if (each['op'] !== 'remove' || !pathOf(each).startsWith('members')) return [each];
        return pathOf(each) === 'members' ? [{ op: 'remove', path: 'members' }] : [];
      });
      return await send(withOperations(request, carriedOut));
    },
    'rfc',
    'groups/push',
  );
  expect(findings.map(({ check, expected }) => [check, expected.includes('with a list of members')])).toEqual([['SC2303', false]]);
});

it('who was lost from a group by an earlier change and cannot be removed from it is told with that change', async () => {
  const findings = await found(
    async (request, send) => {
      if (request.resourceType !== 'Group') return await send(request);
      const stranger = await strangerOf(request, send);
      if (stranger !== undefined) return refusal(400, 'noTarget', `no element matches ${stranger}`);
      const sent = await send(request);
      const isWhole = operationsOf(request).some(
        ({ path, value }) => path === undefined && isObject(value) && value['members'] === undefined,
      );
      return isWhole ? await send(withOperations(request, [{ op: 'remove', path: 'members' }])) : sent;
    },
    'okta-oin',
    'groups/push-now',
  );
  expect([...new Set(findings.map(({ check }) => check))]).toEqual(['SC2308']);
});

it('an extension that no path reaches is told as that, though an "add" of it is answered well and a "replace" without a path fails', async () => {
  const findings = await found(
    async (request, send) => {
      const operations = operationsOf(request);
      if (operations.some(({ op, path }) => path === undefined && op === 'replace'))
        return refusal(500, 'invalidValue', 'userName is missing');
      const ofExtension = operations.filter((each) => pathOf(each).startsWith('urn:'));
      if (ofExtension.some(({ op }) => op !== 'add')) return refusal(400, 'noTarget', 'path element urn:…:2 does not exist');
      return await send(
        withOperations(
          request,
          operations.filter((each) => !ofExtension.includes(each)),
        ),
      );
    },
    'rfc',
    'users/enterprise',
    'manager/leaver',
  );
  expect([...new Set(findings.map(({ check }) => check))]).toEqual(['SC2109']);
});

it('of several changes that are passed over, each is told with the form that it is about', async () => {
  const isPassedOver = (key: string): boolean => key.startsWith('urn:') || key.includes('.');
  const findings = await found(
    async (request, send) => {
      const operations = operationsOf(request).map(({ path, value, ...rest }) => {
        if (path !== undefined || !isObject(value)) return { ...rest, ...(path === undefined ? {} : { path }), value: value ?? null };
        return { ...rest, value: Object.fromEntries(Object.entries(value).filter(([key, each]) => isObject(each) || !isPassedOver(key))) };
      });
      return await send(withOperations(request, operations));
    },
    'entra-aadOptscim062020',
    'mapping/changed',
  );
  const told = new Map(findings.map(({ check, expected }) => [check, expected]));
  expect([...told.keys()].sort()).toEqual(['SC2107', 'SC2108']);
  expect(told.get('SC2107')).toMatch(/^name\./);
  expect(told.get('SC2108')).toMatch(/^urn:/);
});
