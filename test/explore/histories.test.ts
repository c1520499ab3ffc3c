import { beforeAll, describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import { CLIENTS } from '../../src/client/registry.js';
import { seededRandom } from '../../src/client/values/random.js';
import { effectiveMappings, mappingOf } from '../../src/engine/mapping/effective-mapping.js';
import { Coverage } from '../../src/explore/coverage.js';
import { drawHistory } from '../../src/explore/draw.js';
import { scenarioOf } from '../../src/explore/history.js';
import type { History, HistoryStep } from '../../src/explore/history-step.js';
import { type Material, materialOf, plainValue } from '../../src/explore/material.js';
import { plainly, update } from '../../src/explore/moves/move.js';
import { memberOf, patchOf, requestStep } from '../../src/explore/moves/request.js';
import { isPlayable } from '../../src/explore/population.js';
import { printScenario } from '../../src/explore/print.js';
import { simplerThan } from '../../src/explore/simpler.js';
import { themeOf } from '../../src/explore/themes.js';
import { loadScenario } from '../../src/scenario/load.js';
import type { Json } from '../../src/scim/json.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

const DIALECTS: readonly Dialect[] = ['entra-default', 'entra-aadOptscim062020', 'okta-oin', 'okta-aiw', 'rfc'];
const HISTORIES = 40;

function materialFor(dialect: Dialect): Material {
  const client = CLIENTS[dialect];
  const { schemas } = STANDARD_SCHEMAS;
  const { mappings } = effectiveMappings(undefined, { schemas }, [client.family]);
  const config = { etag: { supported: true }, patch: { supported: true }, filter: { supported: true } };
  const facts = { schemas: STANDARD_SCHEMAS, config };
  return materialOf({ mapping: mappingOf(mappings, client.family), facts }, client, { seed: 7, domain: 'example.com' });
}

function drawn(material: Material, seed: number): readonly History[] {
  const coverage = new Coverage(material);
  const random = seededRandom(`histories ${seed}`);
  return Array.from({ length: HISTORIES }, (_, index) => {
    const steering = { theme: themeOf(index + 1, material), material, coverage, isKnown: () => false, lists: true };
    return drawHistory(steering, 5, random);
  });
}

describe.each(DIALECTS)('the histories of %s', (dialect) => {
  let material: Material;
  let histories: readonly History[];
  beforeAll(() => {
    material = materialFor(dialect);
    histories = drawn(material, 1);
  });

  it('follow from the seed', () => {
    expect(drawn(material, 1)).toEqual(histories);
    expect(drawn(material, 2)).not.toEqual(histories);
  });

  it('make sense, and are as files what they are in memory', () => {
    for (const [index, history] of histories.entries()) {
      expect(isPlayable(history)).toBe(true);
      const scenario = scenarioOf(history, { id: `explore/h${index}`, title: 'Found by explore', clients: [dialect] });
      const { scenario: loaded, problems } = loadScenario(printScenario(scenario, ['a comment']), 'found.yaml');
      expect(problems).toEqual([]);
      const without = ({ intent, expect: wanted, check, as }: (typeof scenario.steps)[number]) => ({ intent, wanted, check, as });
      expect(loaded?.steps.map(without)).toEqual(scenario.steps.map(without));
    }
  });

  it('become no longer when a step is made simpler, and end', () => {
    const plain = (path: string) => plainValue(path, material);
    for (const step of histories.flat()) {
      for (const simpler of simplerThan(step, plain)) {
        expect(simpler).not.toEqual(step);
        expect(simpler.intent.kind).toBe(step.intent.kind);
      }
    }
  });

  it('have had every theme after as many of them, and most kinds of steps', () => {
    const names = histories.map((_, index) => themeOf(index + 1, material).name);
    expect(new Set(names.slice(0, 11))).toEqual(new Set(names));
    const kinds = new Set(histories.flat().map(({ intent, as }) => as ?? intent.kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['create', 'update', 'read', 'match', 'request', ...(dialect === 'rfc' ? ['delete'] : [])]),
    );
  });
});

it('a look says what came of the write before it, and is a look like others once that is left out', () => {
  const people = [
    plainly({ kind: 'create', object: { type: 'User', key: 'ann', with: {}, without: [], members: [] } }),
    plainly({ kind: 'create', object: { type: 'Group', key: 'team', with: {}, without: [], members: ['ann'] } }),
  ];
  const again = patchOf('Group', 'team', [{ op: 'add', path: 'members', value: [memberOf('ann')] }], {
    expect: { status: [200, 204] },
    check: 'SC2311',
  });
  const look = { ...plainly({ kind: 'read', object: 'team' }), check: 'SC2311' } as const;
  const lastCheck = (history: History) => scenarioOf(history, { id: 'explore/x', title: 'X' }).steps.at(-1)?.check;
  expect(lastCheck([...people, again, look])).toBe('SC2311');
  expect(lastCheck([...people, look])).toBe('SC2701');
});

describe('whether somebody is active', () => {
  const change = (active: boolean): HistoryStep => plainly({ ...update('ann'), set: { active } });
  const ann = plainly({ kind: 'create', object: { type: 'User', key: 'ann', with: {}, without: [], members: [] } });
  const look = plainly({ kind: 'match', object: 'ann' });
  const body = { userName: '${ann.userName}' };
  const put = requestStep('PUT', '/Users/${ann.id}', { expect: { status: [200] } }, { body });
  const demanded = (history: History) => scenarioOf(history, { id: 'explore/x', title: 'X' }).steps.at(-1)?.expect.active;

  it('is looked at once it has changed, and not after a PUT that does not say it', () => {
    expect(demanded([ann, change(false), change(true), look])).toBe(true);
    expect(demanded([ann, change(false), change(true), put, look])).toBeUndefined();
    expect(demanded([ann, change(false), change(true), put, change(false), look])).toBe(false);
  });

  it('is anything where such a PUT meets somebody who is disabled', () => {
    expect(isPlayable([ann, change(false), put])).toBe(false);
    expect(isPlayable([ann, put])).toBe(true);
  });
});

it('who is added to a group again is refused for that, and who is new for something else', () => {
  const people = ['ann', 'ben'].map((key) =>
    plainly({ kind: 'create', object: { type: 'User', key, with: {}, without: [], members: [] } }),
  );
  const team = plainly({ kind: 'create', object: { type: 'Group', key: 'team', with: {}, without: [], members: ['ann'] } });
  const checkOf = (operation: Json) =>
    scenarioOf([...people, team, patchOf('Group', 'team', [operation])], { id: 'explore/x', title: 'X' }).steps.at(-1)?.check;
  expect(checkOf({ op: 'add', path: 'members', value: [memberOf('ann')] })).toBe('SC2314');
  expect(checkOf({ op: 'add', value: { members: [memberOf('ben'), memberOf('ann')] } })).toBe('SC2314');
  expect(checkOf({ op: 'add', path: 'members', value: [memberOf('ben')] })).toBeUndefined();
});

it('plain people are so in all values, whatever the seed', () => {
  const ann = plainly({ kind: 'create', object: { type: 'User', key: 'ann', with: {}, without: [], members: [] } });
  const [step] = scenarioOf([ann], { id: 'explore/x', title: 'X' }).steps;
  expect(step?.intent).toMatchObject({ object: { persona: 'plain' } });
});

it('what a request sends no more is not captured of it either', () => {
  const sent = { name: 'sent:/userName', address: 'sent:/emails/0/value' };
  const body = { userName: 'x', emails: [{ value: 'x@example.com' }] };
  const step = requestStep('POST', '/Users', { expect: { status: [201] } }, { body, capture: sent });
  const [simpler] = simplerThan(step, () => undefined);
  expect(simpler?.intent).toMatchObject({ body: { userName: 'x' }, capture: { name: 'sent:/userName' } });
  expect(simpler?.intent).not.toHaveProperty('capture.address');
});
