import { expect, it } from 'vitest';
import type { Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN, targetAt } from './harness.js';

const URL = 'http://sample.test/scim/v2';
const SCENARIOS = scenariosNamed('users/joiner', 'users/leaver', 'groups/existing', 'groups/names');

/** A server that answers each creation with 201 and where it is, and nothing else: RFC 7644 §3.3 has the body as a SHOULD. */
function silent(): Transport {
  const server = inMemory({ token: TOKEN }, URL);
  return {
    ...server,
    async send(request, options) {
      const sent = await server.send(request, options);
      if (!sent.ok || request.method !== 'POST' || sent.response.status !== 201) return sent;
      const { body: _, ...response } = sent.response;
      return { ok: true, response: { ...response, text: '' } };
    },
  };
}

it('a client of the standard goes on where the Location leads, and leaves nothing behind', async () => {
  const { events, findings } = await playAgainst(
    { target: targetAt(URL), transport: silent() },
    { dialects: ['rfc'], scenarios: SCENARIOS },
  );
  // That the body is missing is told, and nothing else comes of it.
  expect(findings.map(({ check, severity, blocks }) => ({ check, severity, blocks }))).toEqual([
    { check: 'SC1202', severity: 'warning', blocks: [] },
  ]);
  const cleanup = events.find((event) => event.type === 'cleanup');
  expect(cleanup).toMatchObject({ created: cleanup?.deleted, left: [] });
  expect(cleanup?.created).toBeGreaterThan(SCENARIOS.length);
});
