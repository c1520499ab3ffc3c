import { expect, it } from 'vitest';
import type { Transport } from '../../../src/http/transport.js';
import { inMemory } from '../../../src/sample/in-memory.js';
import { loadScenario } from '../../../src/scenario/load.js';
import { playAgainst, TOKEN, targetAt } from '../harness.js';

const URL = 'http://sample.test/scim/v2';

/** What is found when a request of a scenario's own is answered with a status, and another one is expected. */
async function found(step: string, status: number): Promise<string> {
  const { scenario, problems } = loadScenario(
    `id: own/status\ntitle: A status\nsteps:\n  - create: { user: ann }\n  - ${step}\n`,
    'own.yaml',
  );
  expect(problems).toEqual([]);
  if (scenario === undefined) throw new Error('no scenario');
  const server = inMemory({ token: TOKEN }, URL);
  const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), detail: 'No.' };
  const response = {
    status,
    headers: [['Content-Type', 'application/scim+json']] as const,
    text: JSON.stringify(body),
    body,
    milliseconds: 1,
    truncated: false,
  };
  const transport: Transport = {
    ...server,
    send: async (request, options) =>
      request.purpose === 'raw' || request.method === 'PATCH' ? { ok: true, response } : await server.send(request, options),
  };
  const playing = { scenarios: [scenario], dialects: ['rfc'], jobs: 1 } as const;
  const { findings } = await playAgainst({ target: targetAt(URL), transport }, playing);
  return findings.map(({ check }) => check).join();
}

const read = (expected: string): string => `request: { path: "/Users/\${ann.id}" }\n    expect: { status: ${expected} }`;
const write = (expected: string): string =>
  `request: { method: PATCH, path: "/Users/\${ann.id}", body: { Operations: [] } }\n    expect: { status: ${expected} }`;
const NAMED = '\n    check: SC2404';

it.each<[string, string, number, string]>([
  ['a read that is refused', read('200'), 400, 'SC9002'],
  ['one whose check is named', `${read('200')}${NAMED}`, 400, 'SC2404'],
  ['a read that breaks down', read('200'), 500, 'SC1104'],
  ['one that may be refused', read('[200, 404]'), 500, 'SC1104'],
  ['one that is to be refused', read('404'), 500, 'SC9002'],
  ['one that is to be refused, whose check is named', `${read('404')}${NAMED}`, 500, 'SC2404'],
  ['one whose check is named, that breaks down', `${read('200')}${NAMED}`, 500, 'SC2404'],
  ['a read that is not served', read('200'), 405, 'SC9002'],
  ['a change that is not served', write('400'), 501, 'SC2100'],
  ['a change that is to be refused, and is in a form that cannot be read', write('400'), 415, 'SC9002'],
  ['a change that is to be refused, and breaks down', write('400'), 500, 'SC9002'],
])('%s is told by what was expected, and by its status', async (_what, step, status, checks) => {
  expect(await found(step, status)).toBe(checks);
});
