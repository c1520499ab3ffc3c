import type { History, HistoryStep } from './history-step.js';
import { isOdder } from './oddities.js';
import { isPlayable, populationAfter } from './population.js';
import { withoutKey } from './request-parts.js';
import { type PlainValue, simplerThan } from './simpler.js';

/** Plays a history again, with fresh resources; tells whether it fails in the same way. */
export type Fails = (history: History) => Promise<boolean>;

/**
 * Makes a failing history as short as it gets: nothing that is left can be left out. What is tried first takes away most: whole
 * objects, then steps, then parts of steps, then what is awkward about values, then their characters.
 *
 * @param history a history that fails
 * @param fails plays one
 * @param plain gives plain values
 * @param stopped says that there is no more time: what has been reached by then is returned
 */
export async function reduce(history: History, fails: Fails, plain: PlainValue, stopped: () => boolean): Promise<History> {
  let shortest = history;
  for (;;) {
    const shorter = await firstThatFails(shorterThan(shortest, plain), shortest, fails, stopped);
    if (shorter === undefined) return shortest;
    shortest = shorter;
  }
}

/** Of those that are no odder than what they are made of. */
async function firstThatFails(
  candidates: Iterable<History>,
  longer: History,
  fails: Fails,
  stopped: () => boolean,
): Promise<History | undefined> {
  for (const candidate of candidates) {
    if (stopped()) return undefined;
    if (candidate.length > 0 && isPlayable(candidate) && !isOdder(candidate, longer) && (await fails(candidate))) return candidate;
  }
  return undefined;
}

function* shorterThan(history: History, plain: PlainValue): Generator<History> {
  const keys = history.flatMap(({ intent }) => (intent.kind === 'create' ? [intent.object.key] : []));
  for (const key of keys.toReversed()) yield withoutObject(history, key);
  for (let at = history.length - 1; at >= 0; at -= 1) yield history.filter((_, index) => index !== at);
  // A pair that must go together: somebody disabled and restored, a value that is set and cleared.
  if (history.length <= MOST_IN_PAIRS)
    for (let at = 0; at < history.length - 1; at += 1)
      for (let other = at + 1; other < history.length; other += 1) yield history.filter((_, index) => index !== at && index !== other);
  for (let at = history.length - 1; at > 0; at -= 1) {
    const direct = withMembersFromTheStart(history, at);
    if (direct !== undefined) yield direct;
  }
  for (const [at, step] of history.entries())
    for (const simpler of simplerThan(step, plain)) yield history.map((each, index) => (index === at ? simpler : each));
}

/** Longer histories have too many pairs to try. */
const MOST_IN_PAIRS = 8;

/**
 * The history with a group that is created with those who stand in it before a step; how they came, and who came and went, is left out.
 *
 * @returns undefined where nothing can be left out
 */
function withMembersFromTheStart(history: History, at: number): History | undefined {
  const group = keyOfChange(history[at]);
  const begins = (step: HistoryStep): boolean => step.intent.kind === 'create' && step.intent.object.key === group;
  const before = history.slice(0, at);
  const left = before.filter((step) => keyOfChange(step) !== group);
  const members = group === undefined ? undefined : populationAfter(before).get(group)?.members;
  if (members === undefined || left.length === before.length || !left.some(begins)) return undefined;
  const begun = left.map((step) =>
    begins(step) && step.intent.kind === 'create'
      ? { ...step, intent: { ...step.intent, object: { ...step.intent.object, members } } }
      : step,
  );
  return [...begun, ...history.slice(at)];
}

/** The group whose members a step changes. */
function keyOfChange(step: HistoryStep | undefined): string | undefined {
  if (step?.intent.kind !== 'update') return undefined;
  const { object, add, remove, members } = step.intent;
  return add.length + remove.length > 0 || members !== undefined ? object : undefined;
}

/** The history as if an object had never been. */
function withoutObject(history: History, key: string): History {
  return history.flatMap((step): readonly HistoryStep[] => {
    const { intent } = step;
    const others = (keys: readonly string[]): readonly string[] => keys.filter((each) => each !== key);
    if (intent.kind === 'create') {
      const { manager, ...object } = intent.object;
      if (object.key === key || object.key === `${key}-again`) return [];
      const kept = { ...object, members: others(object.members), ...(manager === undefined || manager === key ? {} : { manager }) };
      return [{ ...step, intent: { ...intent, object: kept } }];
    }
    if (intent.kind === 'update') {
      if (intent.object === key || intent.manager === key) return [];
      const { members } = intent;
      const kept = { ...intent, add: others(intent.add), remove: others(intent.remove) };
      return [{ ...step, intent: members === undefined ? kept : { ...kept, members: others(members) } }];
    }
    if (intent.kind === 'request') return withoutKey(step, key);
    return 'object' in intent && (intent.object === key || intent.object === `${key}-again`) ? [] : [step];
  });
}
