import { expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import type { Sent, Transport } from '../../src/http/transport.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN } from './harness.js';

const text = JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '500', detail: 'Not now.' });
const BROKEN: Sent = {
  ok: true,
  response: {
    status: 500,
    headers: [['Content-Type', 'application/scim+json']],
    text,
    body: JSON.parse(text),
    milliseconds: 1,
    truncated: false,
  },
};

/** What a correct server's requests of a kind, counted from 1, meet in place of it. */
interface Trouble {
  readonly isBroken: (request: ScimRequest, count: number) => boolean;
  /** Whether what ends in 500 is done all the same. */
  readonly isDone?: boolean;
}

/** The checks that are told of a correct server of which such requests end in 500. */
async function toldOf(dialect: Dialect, scenario: string, { isBroken, isDone = false }: Trouble): Promise<string[]> {
  const clock = new VirtualClock();
  const server = sampleTransport({ token: TOKEN, clock });
  const counts = new Map<string, number>();
  const send: Transport['send'] = async (request: ScimRequest, options) => {
    const kind = `${request.method} ${request.target.split('/')[1]}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (!isBroken(request, count)) return await server.transport.send(request, options);
    if (isDone) await server.transport.send(request, options);
    return BROKEN;
  };
  const transport: Transport = { ...server.transport, send };
  const { findings } = await playAgainst(
    { target: server.target, transport, clock },
    { dialects: [dialect], scenarios: scenariosNamed(scenario), jobs: 1 },
  );
  return [...new Set(findings.map(({ check }) => check))].sort();
}

/** The first such write of a correct server ends in 500: how often exactly that write was sent, and what was told. */
async function broken(
  { dialect, scenario, method }: { dialect: Dialect; scenario: string; method: string },
  isDone: boolean,
): Promise<{ times: number; told: string[] }> {
  let times = 0;
  let first: string | undefined;
  const isBroken = (request: ScimRequest): boolean => {
    if (request.method !== method || request.purpose === 'cleanup') return false;
    const line = `${request.target} ${JSON.stringify(request.body)}`;
    first ??= line;
    if (line === first) times += 1;
    return line === first && times === 1;
  };
  const told = await toldOf(dialect, scenario, { isBroken, isDone });
  return { times, told };
}

const WRITES = [
  { dialect: 'entra-default', scenario: 'users/joiner', method: 'POST' },
  { dialect: 'entra-default', scenario: 'users/mover', method: 'PATCH' },
  { dialect: 'okta-oin', scenario: 'users/mover', method: 'PUT' },
  { dialect: 'entra-default', scenario: 'users/delete', method: 'DELETE' },
] as const;

it.each(WRITES)(
  '$method that was not done when it was answered 500 is sent once more, which tells that the error passed',
  async (write) => {
    expect(await broken(write, false)).toEqual({ times: 2, told: ['SC1009'] });
  },
);

it.each(WRITES)('$method that was done although it was answered 500 is not sent again', async (write) => {
  const told = write.method === 'POST' ? 'SC1225' : 'SC2146';
  expect(await broken(write, true)).toEqual({ times: 1, told: [told] });
});

const isFirstCreation = ({ method, resourceType }: ScimRequest, count: number): boolean =>
  method === 'POST' && resourceType === 'User' && count === 1;
/** The first change of the group is one that a trial of the run's own sends. */
const isOneOfSeveral = ({ method, resourceType }: ScimRequest, count: number): boolean =>
  method === 'PATCH' && resourceType === 'Group' && count === 2;
const isFirstBulk = ({ target }: ScimRequest, count: number): boolean => target.startsWith('/Bulk') && count === 1;

it.each([
  ['one of several writes of the same moment', 'entra-default', 'groups/parallel', isOneOfSeveral, 'SC2309'],
  ['a bulk request', 'rfc', 'rfc/bulk', isFirstBulk, 'SC1901'],
] as const)('%s that ends in 500 says nothing where such errors have come and gone', async (_what, dialect, scenario, isLater, alone) => {
  expect(await toldOf(dialect, scenario, { isBroken: isLater })).toEqual([alone]);
  const isEither = (request: ScimRequest, count: number): boolean => isFirstCreation(request, count) || isLater(request, count);
  expect(await toldOf(dialect, scenario, { isBroken: isEither })).toEqual(['SC1009']);
});

it('writes of the same moment that end in 500 and are done have the cause of those that are sent one by one', async () => {
  const isChange = ({ method, resourceType }: ScimRequest): boolean => method === 'PATCH' && resourceType === 'Group';
  const told = await toldOf('entra-default', 'groups/parallel', { isBroken: isChange, isDone: true });
  expect(told).toContain('SC2146');
  expect(told).not.toContain('SC2309');
});
