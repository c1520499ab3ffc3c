import { expect, it } from 'vitest';
import type { Sent, Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { isObject, type JsonObject } from '../../src/scim/json.js';
import type { ResourceType, ScimRequest } from '../../src/scim/message.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN, targetAt } from './harness.js';

const URL = 'http://sample.test/scim/v2';

type Send = Transport['send'];
type Fault = (send: Send) => Send;
type Response = Extract<Sent, { ok: true }>['response'];

/** A fault of the requests about one type alone. */
const of =
  (type: ResourceType, fault: Fault): Fault =>
  (send) => {
    const faulty = fault(send);
    return async (request, options) => await (request.resourceType === type ? faulty : send)(request, options);
  };

/** Requests that a fault concerns are answered as others are. */
const asking =
  (change: (request: ScimRequest) => ScimRequest): Fault =>
  (send) =>
  async (request, options) =>
    await send(change(request), options);

/** Successful answers that a fault concerns have another body. */
const answering =
  (isMeant: (request: ScimRequest) => boolean, change: (body: JsonObject) => JsonObject): Fault =>
  (send) =>
  async (request, options) => {
    const sent = await send(request, options);
    if (!sent.ok || !isMeant(request) || sent.response.status >= 300 || !isObject(sent.response.body)) return sent;
    const body = change(sent.response.body);
    return { ok: true, response: { ...sent.response, body, text: JSON.stringify(body) } };
  };

/** What was created is answered in another way. */
const creating =
  (change: (response: Response) => Response): Fault =>
  (send) =>
  async (request, options) => {
    const sent = await send(request, options);
    return sent.ok && request.method === 'POST' && sent.response.status === 201 ? { ok: true, response: change(sent.response) } : sent;
  };

const isList = ({ method, id }: ScimRequest): boolean => method === 'GET' && id === undefined;
const isLookUp = (request: ScimRequest): boolean => isList(request) && /[?&]filter=/.test(request.target);
const isOne = ({ method, id }: ScimRequest): boolean => method === 'GET' && id !== undefined;
const resources = (body: JsonObject): readonly JsonObject[] => (Array.isArray(body['Resources']) ? body['Resources'].filter(isObject) : []);
const without = (body: JsonObject, name: string): JsonObject => Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));

const FAULTS = {
  pagesIgnored: asking((request) => ({ ...request, target: request.target.replace(/(startIndex|count)=\d+&?/g, '') })),
  totalOfPage: answering(isList, (body) => ({ ...body, totalResults: resources(body).length })),
  foundByNobody: answering(isLookUp, (body) => ({ ...body, totalResults: 0, Resources: [] })),
  filterIgnored: asking((request) => ({ ...request, target: request.target.replace(/([?&])filter=[^&]*&?/, '$1') })),
  listWithoutSchemas: answering(isList, (body) => without(body, 'schemas')),
  startIndexMissing: answering(isList, (body) => without(body, 'startIndex')),
  oneWithoutMeta: answering(isOne, (body) => without(body, 'meta')),
  oneWithoutSchemas: answering(isOne, (body) => without(body, 'schemas')),
  createdAs200: creating((response) => ({ ...response, status: 200 })),
  createdWithoutLocation: creating(({ headers, ...rest }) => ({ ...rest, headers: headers.filter(([name]) => !/^location$/i.test(name)) })),
} as const satisfies Record<string, Fault>;

type Name = keyof typeof FAULTS;

const PAIRS: readonly (readonly [users: Name, groups: Name])[] = [
  ['totalOfPage', 'pagesIgnored'],
  ['pagesIgnored', 'totalOfPage'],
  ['startIndexMissing', 'pagesIgnored'],
  ['pagesIgnored', 'startIndexMissing'],
  ['listWithoutSchemas', 'pagesIgnored'],
  ['foundByNobody', 'filterIgnored'],
  ['oneWithoutMeta', 'oneWithoutSchemas'],
  ['oneWithoutSchemas', 'oneWithoutMeta'],
  ['createdWithoutLocation', 'createdAs200'],
  ['createdAs200', 'createdWithoutLocation'],
];

const SCENARIOS = scenariosNamed('rfc/paging', 'rfc/paging-groups', 'users/joiner', 'users/existing', 'groups/existing', 'groups/names');

/** The checks that are told of a correct server with these faults. */
async function told(fault: Fault): Promise<Set<string>> {
  const server = inMemory({ token: TOKEN }, URL);
  const transport: Transport = { ...server, send: fault((request, options) => server.send(request, options)) };
  const { findings } = await playAgainst({ target: targetAt(URL), transport }, { dialects: ['rfc'], scenarios: SCENARIOS, jobs: 1 });
  return new Set(findings.map(({ check }) => check));
}

it.each(PAIRS)('%s of users and %s of groups are both told', async (users, groups) => {
  const ofUsers = of('User', FAULTS[users]);
  const ofGroups = of('Group', FAULTS[groups]);
  const alone = [await told(ofUsers), await told(ofGroups)];
  const both = await told((send) => ofUsers(ofGroups(send)));
  for (const each of alone) expect(each.size).toBeGreaterThan(0);
  for (const each of alone) expect([...each].filter((check) => !both.has(check))).toEqual([]);
});
