import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/event/event.js';
import { differenceOf } from '../../src/event/run-difference.js';
import { cleanRun, finding, finished, play, started } from '../report/events.js';

const MOVER = { dialect: 'entra-default', scenario: 'users/mover', title: 'x' } as const;
const SEEN = { seen: [{ scenario: 'users/mover' }] };

function runWith(
  findings: readonly Partial<RunEvent & { check: string }>[],
  status: 'passed' | 'failed' | 'blocked' = 'failed',
): RunEvent[] {
  return [
    started(['entra-default'], 1),
    ...play({ ...MOVER, status }),
    ...findings.map((more, at) => finding(`F${at}`, 'entra-default', { ...SEEN, ...(more as object) })),
    finished(),
  ];
}

const causes = (list: readonly { readonly cause: string }[]): string[] => list.map(({ cause }) => cause);

describe('two runs', () => {
  it('have the same defects whatever their order, ids and evidence', () => {
    const before = runWith([{ check: 'SC2104' }, { check: 'SC1301' }]);
    const now = runWith([{ check: 'SC1301', sent: 'GET /Users/other' }, { check: 'SC2104' }]);
    expect(differenceOf(now, before)).toMatchObject({ fixed: [], new: [], notLookedAt: [], coverageLost: [], coverageGained: [] });
    expect(causes(differenceOf(now, before).remaining).toSorted()).toEqual(['SC1301', 'SC2104']);
  });

  it('differ in what is new and what is fixed', () => {
    const difference = differenceOf(runWith([{ check: 'SC1301' }]), runWith([{ check: 'SC2104' }]));
    expect([causes(difference.new), causes(difference.fixed)]).toEqual([['SC1301'], ['SC2104']]);
  });

  it('keep apart what scenarios expect in their own words', () => {
    const own = { check: 'SC9002', scenario: 'users/mover' };
    const difference = differenceOf(
      runWith([{ ...own, step: 2 } as object, { ...own, step: 5 } as object]),
      runWith([{ ...own, step: 5 } as object]),
    );
    expect([causes(difference.new), causes(difference.remaining)]).toEqual([['SC9002 users/mover:2'], ['SC9002 users/mover:5']]);
  });

  it('do not call fixed what was not played: another client, a scenario that was blocked', () => {
    const before = runWith([{ check: 'SC2104' }]);
    for (const now of [cleanRun(), runWith([], 'blocked')])
      expect(differenceOf(now, before)).toMatchObject({ fixed: [], notLookedAt: [{ cause: 'SC2104' }] });
  });

  it('say which dialects meet a defect now, among those that both have played', () => {
    const both = (...met: ('entra-default' | 'okta-oin')[]): RunEvent[] => [
      started(['entra-default', 'okta-oin'], 1),
      ...met.map((dialect) => finding(`F${dialect}`, dialect, SEEN)),
      finished(),
    ];
    expect(differenceOf(both('entra-default', 'okta-oin'), both('entra-default')).remaining).toMatchObject([
      { gained: ['okta-oin'], lost: [] },
    ]);
    expect(differenceOf(both('okta-oin'), both('entra-default', 'okta-oin')).remaining).toMatchObject([
      { gained: [], lost: ['entra-default'] },
    ]);
  });

  it('lose coverage with a client, and with scenarios', () => {
    const entra = runWith([]);
    expect(differenceOf(cleanRun(), entra).coverageLost).toEqual(['entra-default was played']);
    const less = [started(['entra-default'], 1), ...play({ ...MOVER, status: 'skipped', reason: 'no emails' }), finished()];
    expect(differenceOf(less, entra).coverageLost).toEqual(['entra-default: 1 scenarios instead of 0']);
    expect(differenceOf(entra, less).coverageGained).toEqual(['entra-default: 1 scenarios instead of 0']);
  });
});
