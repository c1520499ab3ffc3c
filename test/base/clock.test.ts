import { describe, expect, it } from 'vitest';
import { type Clock, hurried, systemClock, timeLimit, timeOf } from '../../src/base/clock.js';
import { VirtualClock } from './virtual-clock.js';

describe.each<[string, () => Clock]>([
  ['the machine’s clock', systemClock],
  ['the virtual clock', () => new VirtualClock()],
])('%s', (_name, make) => {
  it('never goes back', () => {
    const clock = make();
    const readings = Array.from({ length: 100 }, () => clock.now());
    expect(readings).toEqual([...readings].sort((a, b) => a - b));
  });

  it('has moved on after a wait', async () => {
    const clock = make();
    const before = clock.now();
    expect(await clock.sleep(3)).toBe(true);
    expect(clock.now()).toBeGreaterThanOrEqual(before + 2);
  });

  it('waits no longer than a signal lets it', async () => {
    const clock = make();
    const controller = new AbortController();
    const waiting = clock.sleep(1e8, controller.signal);
    controller.abort();
    expect(await waiting).toBe(false);
    expect(await clock.sleep(1e8, controller.signal)).toBe(false);
    expect(await clock.sleep(0, new AbortController().signal)).toBe(true);
  });

  it('does later what was not called off', async () => {
    const clock = make();
    const done: string[] = [];
    clock.later(1, () => done.push('done'));
    clock.later(1, () => done.push('called off'))();
    await clock.sleep(20);
    expect(done).toEqual(['done']);
  });

  it('aborts a signal when its time is up', async () => {
    const clock = make();
    const [short, long] = [timeLimit(clock, 1), timeLimit(clock, 1e8)];
    expect(short.aborted).toBe(false);
    await clock.sleep(20);
    expect([short.aborted, long.aborted]).toEqual([true, false]);
  });

  it('tells the time of day', () => {
    expect(timeOf(make())).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});

describe('the virtual clock', () => {
  it('ends the shortest wait first, and lets what it wakes go on before the next ends', async () => {
    const clock = new VirtualClock();
    const order: string[] = [];
    const long = clock.sleep(1000).then(() => order.push('long'));
    const short = clock.sleep(10).then(async () => {
      order.push('short');
      await clock.sleep(10);
      order.push('short again');
    });
    await Promise.all([long, short]);
    expect(order).toEqual(['short', 'short again', 'long']);
    expect(Math.round(clock.elapsed())).toBe(1000);
  });

  it('reaches no deadline by itself', async () => {
    const clock = new VirtualClock();
    const limit = timeLimit(clock, 50);
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(limit.aborted).toBe(false);
    clock.advance(49);
    expect(limit.aborted).toBe(false);
    clock.advance(1);
    expect(limit.aborted).toBe(true);
  });

  it('shows what happens later the time at which it was to happen', () => {
    const clock = new VirtualClock();
    const times: number[] = [];
    clock.later(20, () => times.push(Math.round(clock.elapsed())));
    clock.later(10, () => times.push(Math.round(clock.elapsed())));
    clock.advance(100);
    expect(times).toEqual([10, 20]);
  });
});

it('a clock that does not wait has moved on all the same', async () => {
  const clock = hurried(new VirtualClock());
  const before = clock.now();
  expect(await clock.sleep(600_000)).toBe(true);
  expect(Math.round(clock.now() - before)).toBe(600_000);
  expect(await clock.sleep(1, AbortSignal.abort())).toBe(false);
});
