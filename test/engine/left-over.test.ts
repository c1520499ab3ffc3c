import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readLedger } from '../../src/engine/ledger/ledger.js';
import { exitCodeOf } from '../../src/event/verdict.js';
import { parseTarget } from '../../src/http/target.js';
import type { Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { isObject, type JsonObject } from '../../src/scim/json.js';
import type { ScimResponse } from '../../src/scim/message.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN } from './harness.js';

const BASE = 'http://sample.test/scim/v2';
const AWKWARD = /[+"]/;
const folder = mkdtempSync(join(tmpdir(), 'scim-check-left-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A server that answers the creation of some people without their id, and whose filters cannot find them. */
function forgetful(lists: boolean): { readonly transport: Transport; readonly names: () => Promise<string[]> } {
  const server = inMemory({ token: TOKEN }, BASE);
  const empty = (): JsonObject => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: 0, Resources: [] });
  const withBody = <T extends ScimResponse>(response: T, body: JsonObject): T => ({ ...response, body, text: JSON.stringify(body) });
  return {
    transport: {
      ...server,
      async send(request, options) {
        const answer = await server.send(request, options);
        const filter = /^\/Users\?filter=(.*)/.exec(request.target)?.[1];
        if (!answer.ok) return answer;
        if (filter !== undefined && AWKWARD.test(decodeURIComponent(filter).slice('userName eq "'.length, -1)))
          return { ...answer, response: withBody({ ...answer.response, status: 200 }, empty()) };
        const name = isObject(request.body) ? String(request.body['userName']) : '';
        if (request.method === 'POST' && request.target === '/Users' && AWKWARD.test(name) && answer.response.status === 201) {
          const headers = answer.response.headers.filter(([header]) => header.toLowerCase() !== 'location');
          const body = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: name };
          return { ...answer, response: withBody({ ...answer.response, headers }, body) };
        }
        // The list says that there is more than it ever shows.
        const listed = /^\/Users\?startIndex=/.test(request.target) && isObject(answer.response.body) && !lists;
        return listed ? { ...answer, response: withBody(answer.response, { ...empty(), totalResults: 99 }) } : answer;
      },
    },
    async names() {
      const answer = await server.send({
        method: 'GET',
        target: '/Users?count=500',
        headers: [['Authorization', 'Bearer {credential}']],
        purpose: 'raw',
      });
      const list = answer.ok && isObject(answer.response.body) ? answer.response.body['Resources'] : [];
      return Array.isArray(list) ? list.map((each) => (isObject(each) ? String(each['userName']) : '')) : [];
    },
  };
}

describe('a creation that is answered with success and shows no id', () => {
  const run = async (lists: boolean, ledgerDirectory: string) => {
    const { transport } = forgetful(lists);
    const scenarios = scenariosNamed('users/names', 'users/quoted');
    const parsed = parseTarget(BASE);
    if (!parsed.ok) throw new Error(parsed.message);
    return await playAgainst({ target: parsed.target, transport }, { scenarios, dialects: ['rfc'], ledgerDirectory, jobs: 1 });
  };

  it('is left over by name when nothing shows that it is gone, and stays in the ledger', async () => {
    const { events } = await run(false, join(folder, 'hidden'));
    const cleanup = events.find((event) => event.type === 'cleanup');
    const names = cleanup?.left.map(({ name }) => name) ?? [];
    expect(names).toEqual([expect.stringMatching(/^q"uote/), expect.stringMatching(/^petra\+/)]);
    expect(cleanup?.left[0]?.reason).toContain('answered with success and no id');
    expect(cleanup?.deleted).toBe((cleanup?.created ?? 0) - 2);
    expect(exitCodeOf(events)).toBe(1);
    const ledger = await readLedger(cleanup?.ledger ?? '');
    expect('entries' in ledger ? ledger.entries : []).toMatchObject([
      { name: names[0], answered: true },
      { name: names[1], answered: true },
    ]);
  });

  it('is found in the list where that shows it, and removed', async () => {
    const { events } = await run(true, join(folder, 'listed'));
    const cleanup = events.find((event) => event.type === 'cleanup');
    expect(cleanup?.left).toEqual([]);
    expect(cleanup?.deleted).toBe(cleanup?.created);
  });
});
