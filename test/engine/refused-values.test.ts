import { expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import type { Sent, Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { isObject, type Json, type JsonObject, objectsIn } from '../../src/scim/json.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN, targetAt } from './harness.js';

const URL = 'http://sample.test/scim/v2';

function refusal(status: number): Sent {
  const text = JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), detail: 'No.' });
  const headers = [['Content-Type', 'application/scim+json']] as const;
  return { ok: true, response: { status, headers, text, body: JSON.parse(text) as Json, milliseconds: 1, truncated: false } };
}

/** What a correct server shows that refuses some bodies, whatever else is accepted. */
async function found(refuses: (body: JsonObject) => boolean, status: number, dialect: Dialect, ...scenarios: string[]) {
  const server = inMemory({ token: TOKEN }, URL);
  const transport: Transport = {
    ...server,
    send: async (request, options) =>
      request.method !== 'GET' && request.purpose !== 'cleanup' && isObject(request.body) && refuses(request.body)
        ? refusal(status)
        : await server.send(request, options),
  };
  const play = { dialects: [dialect], scenarios: scenariosNamed(...scenarios), jobs: 1 };
  return (await playAgainst({ target: targetAt(URL), transport, clock: new VirtualClock() }, play)).findings;
}

const holds =
  (sign: string) =>
  (body: JsonObject): boolean =>
    JSON.stringify({ ...body, schemas: undefined }).includes(sign);

/** Numbers that somebody has: those that begin with a plus, but for one range. */
const isTaken = (body: JsonObject): boolean =>
  body['userName'] !== undefined &&
  body['id'] === undefined &&
  objectsIn(body['phoneNumbers']).some(({ value }) => /^\+[^1]/.test(String(value)));

it.each([
  ['an apostrophe anywhere', holds("'"), 500, 'okta-oin', ['users/names'], 'SC1253', `without "'" in `],
  ['an emoji in a name', holds('🦊'), 400, 'entra-default', ['users/names'], 'SC1253', 'without "🦊" in '],
  [
    'a plus in a change',
    (body: JsonObject) => body['Operations'] !== undefined && holds('+')(body),
    400,
    'entra-default',
    ['users/second-address'],
    'SC1253',
    'without "+" in "phoneNumbers',
  ],
  [
    'a number that somebody else has',
    isTaken,
    400,
    'okta-oin',
    ['users/joiner', 'users/leaver', 'users/rename'],
    'SC1204',
    'with other values in "phoneNumbers"',
  ],
  [
    'a name that somebody else has',
    (body: JsonObject) => body['userName'] !== undefined && body['id'] === undefined && /[a-z]$/i.test(String(body['displayName'])),
    409,
    'okta-oin',
    ['users/joiner', 'users/leaver', 'users/rename'],
    'SC1229',
    'with a value of its own in "displayName"',
  ],
] as const)('who refuses %s is told so', async (_name, refuses, status, dialect, scenarios, check, words) => {
  const findings = await found(refuses, status, dialect, ...scenarios);
  expect(findings.map((each) => each.check)).toEqual([check]);
  expect(findings[0]?.expected).toContain(words);
});

it('where creates break down for good, it is told with which one that began', async () => {
  const created: string[] = [];
  const breaks = (body: JsonObject): boolean => {
    if (body['userName'] === undefined || body['Operations'] !== undefined) return false;
    if (created.length < 3) created.push(String(body['userName']));
    return created.length === 3 && String(body['userName']) !== created[2];
  };
  const [first, ...others] = await found(breaks, 500, 'entra-default', 'users/joiner', 'users/leaver', 'users/mover', 'users/rename');
  expect(others).toEqual([]);
  expect(first?.check).toBe('SC1204');
  expect(first?.expected).toContain(`until "${created[2]}" was created`);
});
