import { expect, it } from 'vitest';
import { parseJson } from '../../src/http/body.js';
import type { Transport } from '../../src/http/transport.js';
import { loadScenario } from '../../src/scenario/load.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { playAgainst, TOKEN } from './harness.js';

/** The sample, but of a group that nobody writes to, the time of the last change stays, although somebody in it was deleted. */
function withStill(transport: Transport): Transport {
  const still = (text: string): string => text.replace(/("created":("[^"]*"),"lastModified":)"[^"]*"/g, '$1$2');
  return {
    ...transport,
    send: async (request, given) => {
      const sent = await transport.send(request, given);
      if (!sent.ok) return sent;
      const text = still(sent.response.text);
      return { ...sent, response: { ...sent.response, text, ...parseJson(text) } };
    },
  };
}

/** What is said of the time when a group is written to after its only member was deleted, and nothing but that member is named. */
async function findingsOf(operation: object): Promise<string[]> {
  const { scenario, problems } = loadScenario(
    `id: own/group
title: A group
steps:
  - create: { user: ben }
  - create: { user: cleo }
  - create: { group: team, members: [ben] }
  - wait: 5
  - delete: ben
  - wait: 5
  - request:
      method: PATCH
      path: "/Groups/\${team.id}"
      body: { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: [${JSON.stringify(operation)}] }
    expect: { status: [200, 204] }
`,
    'own.yaml',
  );
  expect(problems).toEqual([]);
  if (scenario === undefined) throw new Error('no scenario');
  const clock = new VirtualClock();
  const { target, transport } = sampleTransport({ token: TOKEN, clock });
  const server = { target, transport: withStill(transport), clock };
  const { findings } = await playAgainst(server, { scenarios: [scenario], dialects: ['rfc'] });
  return findings.map(({ check }) => check);
}

it.each([
  ['whoever was deleted leaves', { op: 'remove', path: 'members[value eq "${ben.id}"]' }],
  ['nobody is left', { op: 'replace', path: 'members', value: [] }],
])('a group in which %s does not have to be younger', async (_what, operation) => {
  expect(await findingsOf(operation)).toEqual([]);
});

it('a group that somebody joins has to', async () => {
  expect(await findingsOf({ op: 'add', path: 'members', value: [{ value: '${cleo.id}' }] })).toEqual(['SC1143']);
});
