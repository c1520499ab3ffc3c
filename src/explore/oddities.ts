import type { History, HistoryStep } from './history-step.js';
import { keyIn } from './history-step.js';
import { after, NOBODY, type Population } from './population.js';

/** What is odd about a step: servers fail at each of these in a way of its own. */
type Oddity = 'empty' | 'inactive' | 'set';

/**
 * What is odd about a step: it adds a member who is there, removes one who is not, or asks for the members that a group has; it leaves a
 * group without members; it names somebody who is not active.
 *
 * @param step the step
 * @param before the directory before it
 */
function oddityOf(step: HistoryStep, before: Population): Oddity | undefined {
  if (namesInactive(step, before)) return 'inactive';
  const { intent } = step;
  const held = before.get(keyIn(step) ?? '');
  if (held?.type !== 'Group' || intent.kind === 'delete') return undefined;
  const now = after(before, step)?.get(held.key)?.members;
  if (intent.kind === 'update') {
    const { add, remove, members } = intent;
    const isIn = (key: string): boolean => held.members.includes(key);
    if (add.some(isIn) || !remove.every(isIn) || (members !== undefined && isSameSet(members, held.members))) return 'set';
  } else if (intent.kind === 'request' && JSON.stringify(intent.body ?? null).includes('"members')) {
    if (now !== undefined && isSameSet(now, held.members)) return 'set';
  }
  return held.members.length > 0 && now?.length === 0 ? 'empty' : undefined;
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

/** What is odd about the steps of a history. */
function odditiesOf(history: History): readonly Oddity[] {
  let population: Population = NOBODY;
  const found: Oddity[] = [];
  for (const step of history) {
    const oddity = oddityOf(step, population);
    if (oddity !== undefined) found.push(oddity);
    population = after(population, step) ?? population;
  }
  return found;
}

/**
 * Whether a history has more of what is odd than the one that it was made of: it must not come to that by leaving out what stands beside it.
 *
 * @param history the shorter one
 * @param longer what it was made of
 */
export function isOdder(history: History, longer: History): boolean {
  const left = [...odditiesOf(longer)];
  return odditiesOf(history).some((oddity) => {
    const at = left.indexOf(oddity);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key) => other.includes(key));
}
