import { expect, it } from 'vitest';
import type { History, HistoryStep } from '../../src/explore/history-step.js';
import { Beginnings } from '../../src/explore/lasting.js';
import { plainly, update } from '../../src/explore/moves/move.js';
import { loadScenario } from '../../src/scenario/load.js';
import { playSample } from '../proof/play.js';
import { exploreSample } from './explore-sample.js';

const REMOVES = { User: true, Group: true };

function create(key: string, given: Readonly<Record<string, string>> = {}): HistoryStep {
  return plainly({ kind: 'create', object: { type: 'User', key, with: given, without: [], members: [] } });
}

const renamed: HistoryStep = plainly({ ...update('ann'), set: { title: 'Fox 🦊' } });

it('has what came before, where the step has gone well earlier in the same history', () => {
  const beginnings = new Beginnings();
  beginnings.held([create('ann'), renamed]);
  const found: History = [create('ann'), renamed, create('ben', { title: 'X' })];
  expect(beginnings.leadingTo([create('ann')], found, REMOVES)).toEqual([create('ann'), renamed, create('ben')]);
});

it('has the history before as well, where it fails from the start, with its people removed and under other names', () => {
  const beginnings = new Beginnings();
  const before: History = [create('ann'), plainly({ ...update('ann'), set: { title: '${ann.userName}' } })];
  beginnings.held(before);
  beginnings.end(before);
  expect(beginnings.leadingTo([create('ben')], [create('ben')], REMOVES)).toEqual([
    create('before-ann'),
    plainly({ ...update('before-ann'), set: { title: '${before-ann.userName}' } }),
    plainly({ kind: 'delete', object: 'before-ann' }),
    create('ben'),
  ]);
});

it('has nothing where the step is about others, too', () => {
  const beginnings = new Beginnings();
  beginnings.held([create('ann'), create('ben')]);
  const managed = plainly({ kind: 'create', object: { type: 'User', key: 'ben', with: {}, without: [], members: [], manager: 'ann' } });
  expect(beginnings.leadingTo([create('ann'), managed], [create('ann'), managed], REMOVES)).toBeUndefined();
});

it('has nothing where it never went well', () => {
  const beginnings = new Beginnings();
  beginnings.held([create('ann')]);
  expect(beginnings.leadingTo([create('ann'), renamed], [create('ann'), renamed], REMOVES)).toBeUndefined();
});

it('saves what has broken a target for good, and says so', async () => {
  const saved: string[] = [];
  const { faults } = await exploreSample(
    { defects: ['emoji-breaks-creates'] },
    {
      dialects: ['okta-oin'],
      histories: 25,
      save: (name, text) => {
        saved.push(text);
        return name;
      },
    },
  );
  expect(faults.map(({ lasting }) => lasting)).toEqual([true]);
  expect(saved[0]).toContain('something before it has broken it for good');
  const { scenario } = loadScenario(saved[0] ?? '', 'saved.yaml');
  if (scenario === undefined) throw new Error('there is no scenario');
  const played = await playSample({ defects: ['emoji-breaks-creates'] }, ['okta-oin'], { scenarios: [scenario] });
  expect(played.findings.map(({ check }) => check)).toEqual(['SC1204']);
});
