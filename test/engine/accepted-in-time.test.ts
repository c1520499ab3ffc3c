import { expect, it } from 'vitest';
import type { Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { getMember, isObject } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, playSample, TOKEN, targetAt } from './harness.js';

const URL = 'http://sample.test/scim/v2';

const isGroupWithMembers = ({ method, target, body }: ScimRequest): boolean =>
  method === 'POST' && target === '/Groups' && isObject(body) && Array.isArray(getMember(body, 'members'));

/** A server that refuses groups with members, as if it did not know these; `makes`: and makes the group all the same. */
function refusing(makes: boolean): { readonly transport: Transport; readonly names: () => readonly unknown[] } {
  const server = inMemory({ token: TOKEN }, URL);
  const names: unknown[] = [];
  return {
    names: () => names,
    transport: {
      ...server,
      async send(request, options) {
        if (!isGroupWithMembers(request)) return await server.send(request, options);
        names.push(isObject(request.body) ? getMember(request.body, 'displayName') : undefined);
        if (makes) await server.send(request, options);
        const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '404', detail: 'There is no such member.' };
        const headers = [['Content-Type', 'application/scim+json']] as const;
        return { ok: true, response: { status: 404, headers, text: JSON.stringify(body), body, milliseconds: 1, truncated: false } };
      },
    },
  };
}

const SCENARIOS = scenariosNamed('rfc/group-members', 'groups/existing', 'groups/lifecycle');

it('a creation that is refused as if its members were not known yet is sent again', async () => {
  const { transport, names } = refusing(false);
  await playAgainst({ target: targetAt(URL), transport }, { dialects: ['rfc'], scenarios: SCENARIOS, jobs: 1 });
  expect(names().length).toBeGreaterThan(new Set(names()).size);
});

it('one that was refused so and done is not, and nothing is left behind', async () => {
  const { transport, names } = refusing(true);
  const { events } = await playAgainst({ target: targetAt(URL), transport }, { dialects: ['rfc'], scenarios: SCENARIOS, jobs: 1 });
  expect(names().length).toBeGreaterThan(0);
  expect(names()).toHaveLength(new Set(names()).size);
  expect(events.find((event) => event.type === 'cleanup')).toMatchObject({ left: [] });
});

it.each([['newcomers-not-addable'], ['changes-in-a-row-refused'], ['changes-in-a-row-500']])(
  '%s is told with its own fix: the status it is refused with says nothing',
  async (defect) => {
    const { findings } = await playSample({ defects: [defect] }, { dialects: ['okta-oin'], scenarios: SCENARIOS });
    expect(findings.map(({ check, fix }) => [check, fix])).toEqual([
      ['SC2704', expect.stringMatching(/Look up what a write names where writes go.*; let a write wait/)],
    ]);
  },
);
