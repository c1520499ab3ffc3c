import { describe, expect, it } from 'vitest';
import { OneByOne } from '../../../src/engine/exchange/one-by-one.js';
import { VirtualClock } from '../../base/virtual-clock.js';

it('what takes long by itself says nothing, nor does a single late answer', async () => {
  const clock = new VirtualClock();
  const found: string[] = [];
  const requests = new OneByOne(clock, (message) => found.push(message));
  const answer = (milliseconds: number) => async () => ({ ok: await clock.sleep(milliseconds), response: { status: 200 } }) as const;
  await requests.send('POST /Users', answer(2000));
  await Promise.all(Array.from({ length: 8 }, () => requests.send('POST /Users', answer(5000))));
  await requests.send('GET /Users', answer(5));
  await Promise.all([requests.send('GET /Users', answer(3000)), requests.send('GET /Users', answer(5))]);
  expect(found).toEqual([]);
  await Promise.all(Array.from({ length: 3 }, () => requests.send('GET /Users', answer(3000))));
  expect(found).toHaveLength(1);
});

describe('a target that refuses requests while others are under way', () => {
  function started() {
    const clock = new VirtualClock();
    const found: string[] = [];
    const requests = new OneByOne(clock, (message) => found.push(message));
    let [now, most] = [0, 0];
    const send = (status: number) =>
      requests.send('GET /Users', async () => {
        now += 1;
        most = Math.max(most, now);
        await clock.sleep(10);
        now -= 1;
        return { ok: true, response: { status } } as const;
      });
    const together = async (...statuses: number[]): Promise<number> => {
      most = 0;
      await Promise.all(statuses.map(send));
      return most;
    };
    return { found, together };
  }

  it('is sent one at a time after three of them, and that is told when twenty were served so', async () => {
    const { found, together } = started();
    await together(200, 429);
    await together(429, 200);
    expect(await together(200, 200)).toBe(2);
    await together(200, 503);
    for (let count = 0; count < 19; count += 1) await together(200);
    expect(found).toEqual([]);
    expect(await together(200, 200, 200)).toBe(1);
    expect(found).toEqual([expect.stringContaining('while others were under way, and none that was alone')]);
  });

  it('minds their rate where it refuses one that was alone, before or after', async () => {
    const before = started();
    await before.together(429);
    for (let count = 0; count < 3; count += 1) await before.together(200, 429);
    expect(await before.together(200, 200)).toBe(2);
    const after = started();
    for (let count = 0; count < 3; count += 1) await after.together(200, 429);
    expect(await after.together(200, 200)).toBe(1);
    await after.together(429);
    expect(await after.together(200, 200)).toBe(2);
    for (let count = 0; count < 30; count += 1) await after.together(200);
    expect([before.found, after.found]).toEqual([[], []]);
  });
});
