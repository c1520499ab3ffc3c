import { describe, expect, it } from 'vitest';
import { Patience, type View } from '../../src/engine/compare/patience.js';
import { VirtualClock } from '../base/virtual-clock.js';

/** How long a run waits for a state that comes after so many milliseconds, or never. */
async function waited(patience: Patience, clock: VirtualClock, comesAfter = Number.POSITIVE_INFINITY, view: View = 'filters of User') {
  const begin = clock.now();
  const isRight = () => clock.now() - begin >= comesAfter;
  const seen = await patience.until(
    view,
    isRight(),
    (right) => right,
    async () => isRight(),
  );
  return { milliseconds: Math.round(clock.now() - begin), ...seen };
}

function started(): { readonly clock: VirtualClock; readonly patience: Patience } {
  const clock = new VirtualClock();
  return { clock, patience: new Patience(clock) };
}

const showPromptly = (patience: Patience, times: number): void => {
  for (let count = 0; count < times; count += 1) patience.shownAtOnce('filters of User', {});
};

describe('patience', () => {
  it('outlasts an index that is five seconds behind', async () => {
    const { clock, patience } = started();
    expect(await waited(patience, clock, 5000)).toEqual({ milliseconds: 5500, value: true, after: 5500 });
  });

  it('is short where the target has shown all else at once, for what it was seen to do alone', async () => {
    const { clock, patience } = started();
    showPromptly(patience, 9);
    patience.shownAtOnce('filters of Group', {});
    expect((await waited(patience, clock)).milliseconds).toBe(5500);
    const same = {};
    patience.shownAtOnce('filters of User', same);
    expect((await waited(patience, clock)).milliseconds).toBe(1000);
  });

  it('is short after two whole waits in vain for what was never late, and is long again once it was', async () => {
    const { clock, patience } = started();
    const seen: number[] = [];
    for (let count = 0; count < 4; count += 1) seen.push((await waited(patience, clock)).milliseconds);
    expect(seen).toEqual([5500, 5500, 1000, 1000]);
    expect((await waited(patience, clock, 900)).after).toBe(1000);
    expect((await waited(patience, clock, 5000)).after).toBe(5500);
  });

  it('is as long elsewhere where one view was late: what was shown at once may have had the time of other waits', async () => {
    const { clock, patience } = started();
    showPromptly(patience, 10);
    expect((await waited(patience, clock, 1500)).milliseconds).toBe(1000);
    expect((await waited(patience, clock, 1500, 'resource of User')).after).toBe(2000);
    expect((await waited(patience, clock, 1500)).after).toBe(2000);
  });

  it('one state that is shown again and again is no proof of it', async () => {
    const { clock, patience } = started();
    const same = {};
    for (let count = 0; count < 20; count += 1) patience.shownAtOnce('filters of User', same);
    expect((await waited(patience, clock)).milliseconds).toBe(5500);
  });

  it('is short after a whole wait in vain where the target has shown a little at once, and nothing late', async () => {
    const { clock, patience } = started();
    patience.shownAtOnce('filters of User', {});
    expect((await waited(patience, clock)).milliseconds).toBe(5500);
    expect((await waited(patience, clock)).milliseconds, 'one is not enough').toBe(5500);
    patience.shownAtOnce('filters of User', {});
    expect((await waited(patience, clock)).milliseconds).toBe(1000);
    expect((await waited(patience, clock, 900)).after, 'late').toBe(1000);
    expect((await waited(patience, clock)).milliseconds).toBe(5500);
  });

  it('a wait under way ends early when others learn that the target is prompt', async () => {
    const { clock, patience } = started();
    const wait = waited(patience, clock);
    void clock.sleep(1500).then(() => showPromptly(patience, 10));
    expect((await wait).milliseconds).toBe(2000);
  });

  it('is long again once something came late', async () => {
    const { clock, patience } = started();
    showPromptly(patience, 10);
    expect(await waited(patience, clock, 700)).toEqual({ milliseconds: 1000, value: true, after: 1000 });
    showPromptly(patience, 10);
    expect((await waited(patience, clock)).milliseconds).toBe(5500);
  });

  it('goes on for what was late before, however often it was in vain; twice the longest lag is enough in the end', async () => {
    const { clock, patience } = started();
    expect((await waited(patience, clock, 400)).after).toBe(400);
    for (let count = 0; count < 8; count += 1) expect((await waited(patience, clock)).milliseconds).toBe(5500);
    expect((await waited(patience, clock)).milliseconds).toBe(1000);
    expect((await waited(patience, clock, 900)).after).toBe(1000);
    expect((await waited(patience, clock)).milliseconds).toBe(2000);
  });

  it('many who wait at the same moment all wait: only what was in vain counts', async () => {
    const { clock, patience } = started();
    const waits = await Promise.all(Array.from({ length: 20 }, () => waited(patience, clock, 2000)));
    expect(waits.every(({ after }) => after === 2000)).toBe(true);
  });

  describe('of refusals', () => {
    const refused = async (
      patience: Patience,
      clock: VirtualClock,
      { method = 'PATCH' as 'PATCH' | 'PUT', found = false, comesAfter = 60_000 },
    ) => {
      const begin = clock.now();
      let asked = 0;
      const doubt = {
        narrow: `${method} of User` as const,
        isDoubtful: async () => {
          asked += 1;
          return found;
        },
      };
      const isOver = async () => clock.now() - begin >= comesAfter;
      const { after } = await patience.until('writes of User', false, (over) => over, isOver, doubt);
      return { milliseconds: Math.round(clock.now() - begin), after, asked };
    };

    it('one wait in vain is enough where none of the kind was ever accepted, and each kind has its own', async () => {
      const { clock, patience } = started();
      expect(await refused(patience, clock, {})).toEqual({ milliseconds: 5500, after: undefined, asked: 1 });
      expect(await refused(patience, clock, {})).toEqual({ milliseconds: 0, after: undefined, asked: 0 });
      expect((await refused(patience, clock, { method: 'PUT' })).milliseconds).toBe(5500);
      patience.shownAtOnce('PATCH of User', {});
      expect((await refused(patience, clock, {})).milliseconds).toBe(1000);
    });

    it('a short wait is enough where the target shows whom it says that it does not know', async () => {
      const { clock, patience } = started();
      expect((await refused(patience, clock, { found: true, comesAfter: 1500 })).after).toBe(2000);
      expect((await refused(patience, clock, { found: true })).milliseconds, 'what was late is waited for').toBe(5500);
    });

    it('and one such wait, where nothing was ever late', async () => {
      const { clock, patience } = started();
      expect((await refused(patience, clock, { found: true })).milliseconds).toBe(2000);
      expect((await refused(patience, clock, { found: true })).milliseconds).toBe(0);
    });
  });

  it('ends after some waits in vain, short ones too', async () => {
    const { clock, patience } = started();
    showPromptly(patience, 10);
    for (let count = 0; count < 8; count += 1) expect((await waited(patience, clock)).milliseconds).toBe(1000);
    expect((await waited(patience, clock)).milliseconds).toBe(0);
  });

  it('ends after some waits in vain', async () => {
    const { clock, patience } = started();
    for (let count = 0; count < 8; count += 1) expect((await waited(patience, clock)).milliseconds).toBe(count < 2 ? 5500 : 1000);
    expect(await waited(patience, clock)).toEqual({ milliseconds: 0, value: false });
  });
});
