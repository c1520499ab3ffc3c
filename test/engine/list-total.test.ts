import { expect, it } from 'vitest';
import { inMemory } from '../../src/sample/in-memory.js';
import { isObject, type JsonObject } from '../../src/scim/json.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, playSample, TOKEN, targetAt } from './harness.js';

const URL = 'http://sample.test/scim/v2';
const CLIENTS = [
  ['entra-default', 'import/account-discovery'],
  ['okta-oin', 'import/paging'],
  ['rfc', 'import/paging'],
] as const;

it.each(CLIENTS)('who is skipped between two pages is missed by %s, also where it is none of the run', async (dialect, scenario) => {
  const { findings } = await playSample(
    { users: 150, defects: ['hundredth-skipped'] },
    { dialects: [dialect], scenarios: scenariosNamed(scenario) },
  );
  expect(findings.map(({ check, expected, received }) => [check, expected, /pages of 7 show \S+ as well/.test(received)])).toEqual([
    ['SC1402', expect.stringMatching(/^all \d+ resources that "totalResults" counts$/), true],
  ]);
});

it('a total that counts who is deleted is told as that', async () => {
  const { findings } = await playSample(
    { users: 150, defects: ['total-counts-deleted'] },
    { dialects: ['entra-default'], scenarios: scenariosNamed('import/account-discovery') },
  );
  expect(findings.map(({ check, severity }) => `${check} ${severity}`)).toEqual(['SC1409 warning']);
});

/** A directory in which the first one of all is shown, or not, as `shows` says of a walk; `total` is added to what each page counts. */
async function playChanging(total: (walk: number) => number, shows: (walk: number) => boolean): Promise<readonly string[]> {
  const server = inMemory({ token: TOKEN, users: 20 }, URL);
  let walk = 0;
  const transport = {
    async send(request: Parameters<typeof server.send>[0]) {
      const sent = await server.send(request);
      const { body } = sent.response;
      const [, start] = /\/Users\?startIndex=(\d+)&/.exec(request.target) ?? [];
      if (start === undefined || !isObject(body) || !Array.isArray(body['Resources'])) return sent;
      if (start === '1') walk += 1;
      const changed: JsonObject = {
        ...body,
        totalResults: Number(body['totalResults']) + total(walk),
        Resources: start !== '1' || shows(walk) ? body['Resources'] : body['Resources'].slice(1),
      };
      return { ...sent, response: { ...sent.response, body: changed, text: JSON.stringify(changed) } };
    },
    close: async () => undefined,
  };
  const { findings } = await playAgainst(
    { target: targetAt(URL), transport },
    { dialects: ['okta-oin'], scenarios: scenariosNamed('import/paging'), jobs: 1 },
  );
  // What the page holds is told besides.
  return findings.map(({ check }) => check).filter((check) => check !== 'SC1107');
}

it('a total that is too large is told, and a directory that others change meanwhile is not', async () => {
  expect(
    await playChanging(
      () => 1,
      () => true,
    ),
  ).toEqual(['SC1409']);
  expect(
    await playChanging(
      (walk) => walk,
      () => true,
    ),
  ).toEqual([]);
  expect(
    await playChanging(
      () => 0,
      (walk) => walk % 2 === 0,
    ),
  ).toEqual([]);
});
