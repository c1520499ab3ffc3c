import { expect, it } from 'vitest';
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
