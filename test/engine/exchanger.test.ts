import { describe, expect, it } from 'vitest';
import { CLIENTS } from '../../src/client/registry.js';
import { Exchanger } from '../../src/engine/exchange/exchanger.js';
import { Wire } from '../../src/engine/exchange/wire.js';
import { memoryLedger } from '../../src/engine/ledger/memory-ledger.js';
import { OwnedResource } from '../../src/engine/state/owned-resource.js';
import { OwnedResources } from '../../src/engine/state/owned-resources.js';
import { twinOfCreation } from '../../src/engine/state/twin.js';
import { parseTarget } from '../../src/http/target.js';
import type { Sent } from '../../src/http/transport.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';
import { VirtualClock } from '../base/virtual-clock.js';

const AT = { dialect: 'rfc' } as const;
const MARK = 'sc2ab4def';
const bulk: ScimRequest = {
  method: 'POST',
  target: '/Bulk',
  headers: [],
  purpose: 'raw',
  body: {
    Operations: [
      { method: 'POST', path: '/Users', bulkId: 'a', data: { userName: `ada.${MARK}` } },
      { method: 'POST', path: '/Groups', bulkId: 'b', data: { displayName: `team.${MARK}` } },
      { method: 'PATCH', path: '/Users/u1', data: {} },
    ],
  },
};
const create: ScimRequest = {
  method: 'POST',
  target: '/Users',
  headers: [],
  purpose: 'create',
  resourceType: 'User',
  body: { userName: `ada.${MARK}` },
};

/** Exchanges with a server that always answers the same, or as it is told. */
function exchanging(sent: Sent | (() => Sent)) {
  const parsed = parseTarget('http://sample.test/scim/v2');
  if (!parsed.ok) throw new Error(parsed.message);
  const ledger = memoryLedger();
  const resources = new OwnedResources();
  const ada = new OwnedResource({ key: 'ada', type: 'User', id: 'u1', entry: 9, twin: twinOfCreation({}, 'u1') });
  resources.add(ada);
  const openWhenSent: string[][] = [];
  const transport = {
    send: async () => {
      openWhenSent.push(ledger.open().map(({ name }) => name));
      return typeof sent === 'function' ? sent() : sent;
    },
    close: async () => undefined,
  };
  const wire = new Wire({
    target: parsed.target,
    transport,
    sink: () => undefined,
    clock: new VirtualClock(),
    hide: (text) => text,
    milliseconds: 60_000,
  });
  const context = { wire, resources, ledger, facts: { schemas: STANDARD_SCHEMAS }, madeUpIds: new Set<string>() };
  return { exchanger: new Exchanger(context, CLIENTS.rfc), ledger, ada, openWhenSent };
}

const answer = (status: number, ...headers: [string, string][]): Sent => ({
  ok: true,
  response: { status, headers, text: '', milliseconds: 1, truncated: false },
});
const LOST: Sent = { ok: false, failure: { kind: 'timeout', message: 'no answer' } };

describe('an exchange', () => {
  it.each([create, bulk])('is written down before it is sent, and stays open when no answer comes: $target', async (request) => {
    const { exchanger, ledger, openWhenSent } = exchanging(LOST);
    expect((await exchanger.send(request, AT)).kind).toBe('unanswered');
    expect(openWhenSent).toEqual([ledger.open().map(({ name }) => name)]);
    expect(ledger.open().map(({ name }) => name)).toContain(`ada.${MARK}`);
  });

  it.each([create, bulk])('that was throttled created nothing: $target', async (request) => {
    const { exchanger, ledger, openWhenSent } = exchanging(answer(429));
    expect(await exchanger.send(request, AT)).toMatchObject({ kind: 'unserved', unserved: { cut: 'throttled' } });
    expect(openWhenSent[0]).toContain(`ada.${MARK}`);
    expect(ledger.open()).toEqual([]);
  });

  it.each([create, bulk])('that was told to come back later by a 503 may have created something: $target', async (request) => {
    const { exchanger, ledger } = exchanging(answer(503, ['Retry-After', '5']));
    expect((await exchanger.send(request, AT)).kind).toBe('unserved');
    expect(ledger.open().map(({ name }) => name)).toContain(`ada.${MARK}`);
  });

  it('that was refused by a plain 503 is an answer: whether it created something is not for it to say', async () => {
    const { exchanger, ledger } = exchanging(answer(503));
    expect((await exchanger.send(create, AT)).kind).toBe('answered');
    expect(ledger.open()).toHaveLength(1);
  });

  it('makes the resources unknown that a lost write may have changed', async () => {
    const { exchanger, ada } = exchanging(LOST);
    await exchanger.send({ ...create, method: 'GET', target: '/Users/u1', id: 'u1' }, AT);
    expect(ada.contentUnknown).toBe(false);
    await exchanger.send(create, AT);
    expect(ada.contentUnknown).toBe(false);
    await exchanger.send(bulk, AT);
    expect(ada.contentUnknown).toBe(true);
  });

  it.each([
    ['PATCH', LOST, true],
    ['PUT', LOST, true],
    ['PATCH', answer(200), false],
    ['PATCH', answer(500), false],
  ] as const)('%s of a resource, answered %j: whether it is unknown', async (method, sent, unknown) => {
    const { exchanger, ada } = exchanging(sent);
    await exchanger.send({ ...create, method, target: '/Users/u1', id: 'u1', purpose: 'update' }, AT);
    expect(ada.contentUnknown).toBe(unknown);
  });

  it('shows a resource with a read by its id, and takes it for gone where one shows that after it was there', async () => {
    const read = { ...create, method: 'GET', target: '/Users/u1', id: 'u1', purpose: 'verify' } as const;
    const reading = async (...statuses: number[]) => {
      let status = 0;
      const { exchanger, ada } = exchanging(() => answer(status));
      for (status of statuses) await exchanger.send(read, AT);
      return { shown: ada.expected.shown, isThere: ada.isThere };
    };
    expect(await reading(404)).toEqual({ shown: false, isThere: true });
    expect(await reading(200)).toEqual({ shown: true, isThere: true });
    expect(await reading(200, 404)).toEqual({ shown: true, isThere: false });
    expect(await reading(200, 500)).toEqual({ shown: true, isThere: true });
    expect(await reading(200, 404, 200)).toEqual({ shown: true, isThere: true });
  });

  it('knows a name that somebody has given up, and that nobody has now', async () => {
    const vacated = async (...names: string[]) => {
      const { exchanger, ada } = exchanging(() => answer(200));
      for (const userName of names) ada.expect(twinOfCreation({ userName }, 'u1'));
      const sent = await exchanger.send(create, AT);
      return sent.kind === 'answered' && sent.observation.vacated === true;
    };
    const name = `ada.${MARK}`;
    expect([await vacated(name, 'other'), await vacated(name), await vacated(name, 'other', name)]).toEqual([true, false, false]);
  });

  it('sends none of several requests when one may not be sent', async () => {
    const { exchanger, openWhenSent } = exchanging(answer(200));
    const stranger: ScimRequest = { ...create, method: 'DELETE', target: '/Users/stranger' };
    expect((await exchanger.sendParallel([create, stranger], AT)).map(({ kind }) => kind)).toEqual(['forbidden']);
    expect(openWhenSent).toEqual([]);
  });
});
