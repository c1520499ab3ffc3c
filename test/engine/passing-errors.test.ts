import { expect, it } from 'vitest';
import type { Sent, Transport } from '../../src/http/transport.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN } from './harness.js';

const JSON_TYPE = 'application/scim+json';
const scimError = (status: number): string =>
  JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), detail: 'Not now.' });

const answer = (status: number, text = scimError(status), type = JSON_TYPE): Sent => ({
  ok: true,
  response: {
    status,
    headers: [['Content-Type', type]],
    text,
    ...(type === JSON_TYPE ? { body: JSON.parse(text) } : {}),
    milliseconds: 1,
    truncated: false,
  },
});

interface Trouble {
  readonly every: number;
  readonly writesOnly?: boolean;
  readonly sent: Sent;
}

const SILENT: Sent = { ok: false, failure: { kind: 'timeout', message: 'sample.test did not answer.' } };
const GATEWAY = answer(502, '<html><body><h1>502 Bad Gateway</h1></body></html>', 'text/html');

const SCENARIOS = scenariosNamed(
  'users/joiner',
  'users/leaver',
  'users/mover',
  'users/duplicate',
  'users/delete',
  'groups/push',
  'groups/parallel',
  'membership/leaver',
  'rfc/patch-errors',
);

/** The first of a target in trouble after the connection was tested. */
const FIRST = 20;

/** The checks that are told of a correct server that is in trouble now and then. */
async function told(dialect: 'entra-default' | 'okta-oin' | 'rfc', { every, writesOnly = false, sent }: Trouble): Promise<string[]> {
  const clock = new VirtualClock();
  const server = sampleTransport({ token: TOKEN, clock });
  let count = 0;
  const send: Transport['send'] = async (request: ScimRequest, options) => {
    if (!writesOnly || request.method !== 'GET') count += 1;
    const isMeant = !writesOnly || request.method !== 'GET';
    return isMeant && count >= FIRST && count % every === 0 ? sent : await server.transport.send(request, options);
  };
  const transport: Transport = { ...server.transport, send };
  const { findings } = await playAgainst({ target: server.target, transport, clock }, { dialects: [dialect], scenarios: SCENARIOS });
  return [...new Set(findings.map(({ check }) => check))].sort();
}

const TROUBLES: readonly (readonly [name: string, trouble: Trouble, checks: readonly string[]])[] = [
  ['every thirteenth request ends in 500', { every: 13, sent: answer(500) }, ['SC1009']],
  ['every twentieth write ends in 500', { every: 20, writesOnly: true, sent: answer(500) }, ['SC1009']],
  ['every nineteenth request ends at the gateway, as HTML', { every: 19, sent: GATEWAY }, ['SC1009']],
  ['every thirty-first request is refused with 401', { every: 31, sent: answer(401) }, ['SC1008']],
  ['every twenty-ninth request is not answered', { every: 29, sent: SILENT }, ['SC1003']],
  ['every eleventh write is put off with 503 for nobody knows how long', { every: 11, writesOnly: true, sent: answer(503) }, ['SC1009']],
];

it.each(TROUBLES)('%s: that alone is told', async (_name, trouble, checks) => {
  for (const dialect of ['entra-default', 'okta-oin', 'rfc'] as const)
    expect([dialect, ...(await told(dialect, trouble))]).toEqual([dialect, ...checks]);
});

it('a server error that stays is told as what it is, without so many requests more', async () => {
  const clock = new VirtualClock();
  const server = sampleTransport({ token: TOKEN, clock, defects: ['read-500'] });
  const { findings } = await playAgainst(
    { ...server, clock },
    { dialects: ['rfc'], scenarios: scenariosNamed('users/joiner', 'users/mover') },
  );
  expect(findings.map(({ check }) => check)).toContain('SC1104');
  expect(findings.map(({ check }) => check)).not.toContain('SC1009');
});

it.each([502, 503, 504])(
  'a creation that %i has answered is not sent again: another resource tells whether the error stays',
  async (status) => {
    const clock = new VirtualClock();
    const server = sampleTransport({ token: TOKEN, clock });
    const created: unknown[] = [];
    const send: Transport['send'] = async (request: ScimRequest, options) => {
      if (request.method !== 'POST' || request.resourceType !== 'User') return await server.transport.send(request, options);
      created.push(request.body);
      return created.length === 1 ? answer(status) : await server.transport.send(request, options);
    };
    const transport: Transport = { ...server.transport, send };
    const { findings } = await playAgainst(
      { target: server.target, transport, clock },
      { dialects: ['entra-default'], scenarios: scenariosNamed('users/joiner') },
    );
    expect(findings.map(({ check }) => check)).toEqual(['SC1009']);
    const names = created.map((body) => (body as { userName: string }).userName);
    expect(names.length).toBeGreaterThan(1);
    expect(new Set(names).size).toBe(names.length);
  },
);
