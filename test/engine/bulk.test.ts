import { expect, it } from 'vitest';
import { refusalOf } from '../../src/engine/exchange/write-guard.js';
import { OwnedResource } from '../../src/engine/state/owned-resource.js';
import { OwnedResources } from '../../src/engine/state/owned-resources.js';
import type { RunEvent } from '../../src/event/event.js';
import type { Sent, Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import type { Json } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, playSample, targetAt } from './harness.js';

const own = new OwnedResources();
own.add(
  new OwnedResource({
    key: 'a',
    type: 'User',
    id: 'mine',
    entry: 1,
    twin: { resource: {}, cleared: new Set(), clearedOrKept: new Set() },
  }),
);

const ask = (...operations: Json[]): string | undefined =>
  refusalOf({ method: 'POST', target: '/Bulk', headers: [], purpose: 'raw', body: { Operations: operations } }, own, new Set(['made-up']));
const create = { method: 'POST', path: '/Users', bulkId: 'a', data: { userName: 'a.sc2ab4def' } };

it('a bulk request may go when each of its operations might go by itself', () => {
  expect(ask(create, { method: 'PATCH', path: '/Users/mine', data: {} }, { method: 'DELETE', path: '/Users/made-up' })).toBeUndefined();
});

it.each<[string, Json]>([
  ['a stranger', { method: 'DELETE', path: '/Users/stranger' }],
  ['a whole collection', { method: 'DELETE', path: '/Users' }],
  ['another endpoint', { method: 'POST', path: '/Me', data: {} }],
  ['a bulk request inside', { method: 'POST', path: '/Bulk', data: { Operations: [] } }],
  ['a resource by its bulkId', { method: 'DELETE', path: '/Users/bulkId:a' }],
  ['a full URL', { method: 'DELETE', path: 'https://elsewhere.example/Users/mine' }],
  ['an unknown method', { method: 'PURGE', path: '/Users/mine' }],
  ['an operation without a path', { method: 'DELETE' }],
  ['no operation', 'DELETE /Users/stranger'],
  ['somebody under a name that people may have', { method: 'POST', path: '/Users', data: { userName: 'boss@example.com' } }],
])('a bulk request with %s does not go', (_what, operation) => expect(ask(create, operation)).toBeDefined());

/** Plays the bulk scenario against a sample in memory; `answer` makes the answer to each bulk request. */
async function played(
  answer: (genuine: Sent, users: readonly string[]) => Sent,
): Promise<{ events: readonly RunEvent[]; left: string[]; before: string[] }> {
  const sample = inMemory({ token: 'test' }, 'http://localhost/scim/v2');
  const list = async (): Promise<string[]> => {
    const request: ScimRequest = { method: 'GET', target: '/Users', headers: [['Authorization', '$SCIM_CHECK_TOKEN']], purpose: 'raw' };
    const { response } = await sample.send(request);
    const { Resources } = response.body as { Resources: { id: string }[] };
    return Resources.map(({ id }) => id);
  };
  const before = await list();
  const transport: Transport = {
    send: async (request) => {
      const genuine = await sample.send(request);
      return request.target === '/Bulk' ? answer(genuine, before) : genuine;
    },
    close: () => sample.close(),
  };
  const server = { target: targetAt('http://localhost/scim/v2'), transport };
  const { events } = await playAgainst(server, { scenarios: scenariosNamed('rfc/bulk'), dialects: ['rfc'], jobs: 1 });
  expect(events.filter((event) => event.type === 'exchange' && event.request.url.endsWith('/Bulk'))).not.toEqual([]);
  return { events, left: await list(), before };
}

it('what a bulk request created is removed when its answer was lost', async () => {
  const { left, before } = await played(() => ({ ok: false, failure: { kind: 'timeout', message: 'no answer within 10 s' } }));
  expect(left).toEqual(before);
});

it('a result that leads to a stranger costs the stranger nothing, and leaves nothing behind', async () => {
  const { left, before, events } = await played((genuine, users) => {
    if (!genuine.ok) return genuine;
    const text = genuine.response.text.replaceAll(/"location":"[^"]*"/g, `"location":"http://localhost/scim/v2/Users/${users[0]}"`);
    return { ok: true, response: { ...genuine.response, text, body: JSON.parse(text) as Json } };
  });
  expect(left).toEqual(before);
  const written = events.flatMap((event) => (event.type === 'exchange' && event.request.method !== 'GET' ? [event.request.url] : []));
  expect(written.filter((url) => before.some((id) => url.includes(id)))).toEqual([]);
});

it.each([['bulk-without-location'], ['bulk-fail-on-errors-ignored'], ['bulk-promised-404'], ['bulk-without-bulk-id']])(
  '%s: nothing is left behind',
  async (defect) => {
    const playing = { dialects: ['rfc'], scenarios: scenariosNamed('rfc/bulk') } as const;
    const { before, after, findings } = await playSample({ defects: [defect] }, playing);
    expect(findings).not.toEqual([]);
    expect(after).toEqual(before);
  },
);
