import type { History, HistoryStep } from './history-step.js';
import { keyIn } from './history-step.js';
import { after, NOBODY, type Population } from './population.js';

/**
 * Whether a step adds a member who is there, removes one who is not, or asks for the members that a group has. Servers fail at that in a way of
 * its own: a history that is made shorter must not come to it by leaving members out.
 *
 * @param step the step
 * @param before the directory before it
 */
export function isOdd(step: HistoryStep, before: Population): boolean {
  const { intent } = step;
  const held = before.get(keyIn(step) ?? '');
  if (held?.type !== 'Group') return false;
  if (intent.kind === 'update') {
    const { add, remove, members } = intent;
    const isIn = (key: string): boolean => held.members.includes(key);
    return add.some(isIn) || !remove.every(isIn) || (members !== undefined && isSameSet(members, held.members));
  }
  if (intent.kind !== 'request' || !JSON.stringify(intent.body ?? null).includes('"members')) return false;
  const now = after(before, step)?.get(held.key);
  return now !== undefined && isSameSet(now.members, held.members);
}

/** How many steps of a history are odd. */
export function oddities(history: History): number {
  let population: Population = NOBODY;
  let count = 0;
  for (const step of history) {
    if (isOdd(step, population)) count += 1;
    population = after(population, step) ?? population;
  }
  return count;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key) => other.includes(key));
}
