import { describe, expect, it } from 'vitest';
import type { Symptom } from '../../src/check/symptom.js';
import type { History, HistoryStep } from '../../src/explore/history-step.js';
import { judgeable } from '../../src/explore/judgeable.js';
import { patchOf } from '../../src/explore/moves/request.js';
import { isPlayable } from '../../src/explore/population.js';

const create: HistoryStep = {
  intent: { kind: 'create', object: { type: 'User', key: 'ann', with: {}, without: [], members: [] } },
  shapes: {},
};

function rename(userName: string): HistoryStep {
  return { intent: { kind: 'update', object: 'ann', set: { userName }, clear: [], add: [], remove: [] }, shapes: { userName: 'plain' } };
}

/** A creation that is to be refused. */
const TAKEN: HistoryStep = {
  intent: {
    kind: 'request',
    method: 'POST',
    target: '/Users',
    headers: [],
    capture: {},
    optional: [],
    ignoringCase: [],
    body: { userName: 'CASE.x' },
  },
  demands: { expect: { status: [409] }, check: 'SC1210' },
  shapes: {},
};

function symptom(check: Symptom['candidates'][number], step: number | undefined, details: Partial<Symptom> = {}): Symptom {
  const at = step === undefined ? {} : { step };
  return { id: 1, dialect: 'rfc', order: [1, 1], candidates: [check], subject: '', expected: '', received: '200', ...at, ...details };
}

const checksOf = (symptoms: readonly Symptom[], history: History): readonly string[] =>
  judgeable(symptoms, history).flatMap(({ candidates }) => candidates);

describe('what a play has shown', () => {
  it('is judged up to a request that was to be refused and was carried out', () => {
    const seen = [symptom('SC2113', 1), symptom('SC1210', 2, { received: '201' }), symptom('SC2701', undefined)];
    expect(checksOf(seen, [create, TAKEN])).toEqual(['SC2113', 'SC1210']);
    const refused = [symptom('SC1210', 2, { received: '400 other words' }), symptom('SC2701', undefined)];
    expect(checksOf(refused, [create, TAKEN])).toEqual(['SC1210', 'SC2701']);
  });

  it('is no look at members whom a refused write was to bring', () => {
    const group: HistoryStep = {
      intent: { kind: 'create', object: { type: 'Group', key: 'team', with: {}, without: [], members: [] } },
      shapes: {},
    };
    const add: HistoryStep = { intent: { kind: 'update', object: 'team', set: {}, clear: [], add: ['ann'], remove: [] }, shapes: {} };
    const look: HistoryStep = { intent: { kind: 'read', object: 'team' }, shapes: {} };
    const seen = (received: string) => [symptom('SC2301', 3, { received }), symptom('SC2701', 4, { subject: 'members' })];
    expect(checksOf(seen('409 no'), [create, group, add, look])).toEqual(['SC2301']);
    // What was carried out in another way hides nothing that is seen of members later.
    expect(checksOf(seen('200'), [create, group, add, look])).toEqual(['SC2301', 'SC2701']);
  });

  it('says nothing of names once a name is not what it should be', () => {
    const seen = [
      symptom('SC2407', 2, { received: '400 no' }),
      symptom('SC1210', 3, { received: '201' }),
      symptom('SC2113', 4, { path: 'title' }),
    ];
    expect(checksOf(seen, [create, rename('case.x'), TAKEN, rename('y')])).toEqual(['SC2407', 'SC2113']);
    // A name of a person that is only shown is none.
    const shown = [symptom('SC2113', 2, { path: 'displayName', resourceType: 'User' }), symptom('SC1210', 3, { received: '201' })];
    expect(checksOf(shown, [create, rename('case.x'), TAKEN])).toEqual(['SC2113', 'SC1210']);
  });

  it('does not blame a step that names somebody who is gone, where nobody has deleted them', () => {
    const group: HistoryStep = {
      intent: { kind: 'create', object: { type: 'Group', key: 'team', with: {}, without: [], members: ['ann'] } },
      shapes: {},
    };
    const seen = [symptom('SC2113', 1), symptom('SC2301', 2), symptom('SC2703', undefined)];
    expect(checksOf(seen, [create, group])).toEqual(['SC2113', 'SC2703']);
    expect(checksOf(seen.slice(0, 2), [create, group])).toEqual(['SC2113', 'SC2301']);
  });
});

describe('what a look at a group has shown', () => {
  it('is not told once more by the last look', () => {
    const group: HistoryStep = {
      intent: { kind: 'create', object: { type: 'Group', key: 'team', with: {}, without: [], members: ['ann'] } },
      shapes: {},
    };
    const read: HistoryStep = { intent: { kind: 'read', object: 'team' }, shapes: {} };
    const seen = [
      symptom('SC2404', 3, { subject: 'members', resourceType: 'Group' }),
      symptom('SC2701', undefined, { path: 'members[u1]', resourceType: 'Group' }),
    ];
    expect(checksOf(seen, [create, group, read])).toEqual(['SC2404']);
    expect(checksOf(seen.slice(1), [create, group, read])).toEqual(['SC2701']);
  });
});

describe('a name in other letters', () => {
  it('is to be refused only while somebody has it', () => {
    expect(isPlayable([create, rename('case.x'), TAKEN])).toBe(true);
    expect(isPlayable([create, TAKEN])).toBe(false);
    expect(isPlayable([create, rename('other.x'), TAKEN])).toBe(false);
  });
});

describe('a name that somebody has given up', () => {
  const named = (key: string): HistoryStep => ({
    intent: { kind: 'create', object: { type: 'User', key, with: { userName: 'first' }, without: [], members: [] } },
    shapes: {},
  });
  const lookUp: HistoryStep = { intent: { kind: 'match', object: 'ann', former: true }, shapes: {} };

  it('is free for others, and nobody is to be found under it until then', () => {
    expect(isPlayable([named('ann'), rename('second'), lookUp, named('ben')])).toBe(true);
    expect(isPlayable([named('ann'), rename('second'), named('ben'), lookUp])).toBe(false);
    expect(isPlayable([named('ann'), named('ben')])).toBe(false);
    const left: HistoryStep = { intent: { kind: 'delete', object: 'ben' }, shapes: {} };
    const again: HistoryStep = {
      intent: {
        kind: 'create',
        object: { type: 'User', key: 'ben-again', with: { userName: '${ben.userName}' }, without: [], members: [] },
      },
      shapes: {},
    };
    expect(isPlayable([named('ann'), rename('second'), named('ben'), left, lookUp])).toBe(true);
    expect(isPlayable([named('ann'), rename('second'), named('ben'), left, again, lookUp])).toBe(false);
  });
});

it('a value that is not in a list is not removed from it: a target may refuse that', () => {
  const put = (type: string): HistoryStep =>
    patchOf('User', 'ann', [{ op: 'replace', path: 'emails', value: [{ type, value: 'a@example.com' }] }]);
  const remove = patchOf('User', 'ann', [{ op: 'remove', path: 'emails[type eq "home"]' }]);
  expect(isPlayable([create, put('home'), remove])).toBe(true);
  expect(isPlayable([create, put('work'), remove])).toBe(false);
});
