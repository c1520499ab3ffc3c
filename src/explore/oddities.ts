import type { History, HistoryStep } from './history-step.js';
import { keyIn } from './history-step.js';
import { after, NOBODY, type Population } from './population.js';

/**
 * Whether a step adds a member who is there, removes one who is not, or asks for the members that a group has; whether it leaves a group without
 * members, or names somebody who is not active. Servers fail at that in a way of its own: a history that is made shorter must not come to it by
 * leaving out what stands beside it.
 *
 * @param step the step
 * @param before the directory before it
 */
export function isOdd(step: HistoryStep, before: Population): boolean {
  const { intent } = step;
  if (namesInactive(step, before)) return true;
  const held = before.get(keyIn(step) ?? '');
  if (held?.type !== 'Group') return false;
  const left = intent.kind === 'delete' ? undefined : after(before, step)?.get(held.key)?.members;
  if (held.members.length > 0 && left?.length === 0) return true;
  if (intent.kind === 'update') {
    const { add, remove, members } = intent;
    const isIn = (key: string): boolean => held.members.includes(key);
    return add.some(isIn) || !remove.every(isIn) || (members !== undefined && isSameSet(members, held.members));
  }
  if (intent.kind !== 'request' || !JSON.stringify(intent.body ?? null).includes('"members')) return false;
  const now = after(before, step)?.get(held.key);
  return now !== undefined && isSameSet(now.members, held.members);
}

/** Whether a step makes somebody who is not active a manager or a member. */
function namesInactive({ intent }: HistoryStep, before: Population): boolean {
  const named =
    intent.kind === 'create'
      ? [intent.object.manager, ...intent.object.members]
      : intent.kind === 'update'
        ? [intent.manager, ...intent.add, ...(intent.members ?? [])]
        : [];
  return named.some((key) => typeof key === 'string' && before.get(key)?.active === false);
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
