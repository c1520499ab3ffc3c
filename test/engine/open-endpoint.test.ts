import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../src/event/verdict.js';
import type { Transport } from '../../src/http/transport.js';
import { CREDENTIAL, type ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN } from './harness.js';

/** Which requests the server serves without looking at the credential. */
type Open = (request: ScimRequest, shown: 'wrong' | 'none') => 'served' | 'empty' | 'refused';

/** A correct server behind a door that is open to some. */
function openServer(open: Open) {
  const clock = new VirtualClock();
  const { target, transport } = sampleTransport({ token: TOKEN, clock });
  const listed = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: 0,
    startIndex: 1,
    itemsPerPage: 0,
    Resources: [],
  };
  const opened: Transport = {
    ...transport,
    async send(request, options = {}) {
      const header = request.headers.find(([name]) => name.toLowerCase() === 'authorization');
      const shown = header === undefined ? 'none' : options.credential === undefined ? 'right' : 'wrong';
      if (shown === 'right') return await transport.send(request, options);
      const what = open(request, shown);
      if (what === 'refused') return await transport.send(request, options);
      const headers = [...request.headers.filter((each) => each !== header), ['Authorization', CREDENTIAL] as const];
      const { credential: _wrong, ...rest } = options;
      const served = await transport.send({ ...request, headers }, rest);
      return what === 'empty' && served.ok
        ? { ...served, response: { ...served.response, status: 200, body: listed, text: JSON.stringify(listed) } }
        : served;
    },
  };
  return { target, transport: opened, clock };
}

const SCENARIOS = scenariosNamed('connection/test-connection', 'users/joiner', 'groups/lifecycle');
const isRead = (request: ScimRequest): boolean => request.method === 'GET';

/** A correct server without a DELETE of users, that tells so to anybody; `open`: its other writes are open to anybody, too. */
function withoutDelete(open: boolean) {
  const { target, transport, clock } = openServer((request) => (open && request.method !== 'GET' ? 'served' : 'refused'));
  const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '404', detail: 'There is no such route.' };
  const headers = [['Content-Type', 'application/scim+json']] as const;
  const response = { status: 404, headers, text: JSON.stringify(body), body, milliseconds: 1, truncated: false };
  const isServed = ({ method, target: path }: ScimRequest): boolean =>
    method !== 'DELETE' && /Users|Groups|Schemas|Types|Config/.test(path);
  const routed: Transport = {
    ...transport,
    send: async (request, options) => (isServed(request) ? await transport.send(request, options) : { ok: true, response }),
  };
  return { target, transport: routed, clock };
}

it.each([
  [false, []],
  [true, ['SC1007']],
])('an endpoint that has no DELETE is open to nobody for that (others are: %s)', async (open, expected) => {
  const scenarios = scenariosNamed('connection/test-connection');
  const { findings } = await playAgainst(withoutDelete(open), { dialects: ['entra-default'], scenarios });
  expect(findings.map(({ check }) => check).filter((check) => /^SC100[67]$/.test(check))).toEqual(expected);
});

describe('an endpoint that lets anyone in', () => {
  it.each<[string, Open]>([
    ['needs no credential at all', () => 'served'],
    ['accepts any token', (_request, shown) => (shown === 'wrong' ? 'served' : 'refused')],
    ['accepts none, but no wrong one', (_request, shown) => (shown === 'none' ? 'served' : 'refused')],
    ['guards only its writes', (request) => (isRead(request) ? 'served' : 'refused')],
    ['guards only its reads', (request) => (isRead(request) ? 'refused' : 'served')],
    ['answers wrong credentials with an empty list', (request) => (isRead(request) ? 'empty' : 'refused')],
  ])('that %s is an error of every client, under its own heading', async (_name, open) => {
    for (const dialects of [['entra-default', 'entra-aadOptscim062020'], ['okta-oin', 'okta-aiw'], ['rfc']] as const) {
      const { findings, events } = await playAgainst(openServer(open), { dialects, scenarios: SCENARIOS });
      const errors = findings.filter((finding) => finding.severity === 'error');
      expect([dialects[0], verdictsOf(events)[0]?.verdict, errors.map((finding) => finding.check)]).toEqual([
        dialects[0],
        'not-ready',
        expect.arrayContaining([expect.stringMatching(/^SC100[167]$/)]),
      ]);
    }
  });
});
