import type { Json } from '../scim/json.js';
import { type History, type HistoryStep, PLAIN } from './history.js';
import { isPlayable } from './population.js';

/** Plays a history again, with fresh resources; tells whether it fails in the same way. */
export type Fails = (history: History) => Promise<boolean>;

/** What a value becomes when nothing about it is awkward; undefined: that is not known. */
export type PlainValue = (path: string) => Json | undefined;

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
    const shorter = await firstThatFails(shorterThan(shortest, plain), fails, stopped);
    if (shorter === undefined) return shortest;
    shortest = shorter;
  }
}

async function firstThatFails(candidates: Iterable<History>, fails: Fails, stopped: () => boolean): Promise<History | undefined> {
  for (const candidate of candidates) {
    if (stopped()) return undefined;
    if (candidate.length > 0 && isPlayable(candidate) && (await fails(candidate))) return candidate;
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
  for (const [at, step] of history.entries())
    for (const simpler of simplerThan(step, plain)) yield history.map((each, index) => (index === at ? simpler : each));
}

/** Longer histories have too many pairs to try. */
const MOST_IN_PAIRS = 8;

/** The history as if an object had never been. */
function withoutObject(history: History, key: string): History {
  return history.flatMap((step): HistoryStep[] => {
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
    return 'object' in intent && (intent.object === key || intent.object === `${key}-again`) ? [] : [step];
  });
}

function* simplerThan(step: HistoryStep, plain: PlainValue): Generator<HistoryStep> {
  const { intent, shapes } = step;
  if (step.as !== undefined) {
    const { as: _as, ...usual } = step;
    yield usual;
  }
  if (intent.kind === 'match' && (intent.letterCase ?? intent.every) !== undefined)
    yield { ...step, intent: { kind: 'match', object: intent.object } };
  if (intent.kind === 'create') {
    const { object } = intent;
    const as = (changed: Partial<typeof object>, withShapes = shapes): HistoryStep => ({
      intent: { ...intent, object: { ...object, ...changed } },
      shapes: withShapes,
    });
    const { persona, manager, ...rest } = object;
    if (persona !== undefined)
      yield { intent: { ...intent, object: { ...rest, ...(manager === undefined ? {} : { manager }) } }, shapes: {} };
    if (manager !== undefined) yield { intent: { ...intent, object: { ...rest, ...(persona === undefined ? {} : { persona }) } }, shapes };
    for (const path of object.without) yield as({ without: object.without.filter((each) => each !== path) });
    for (const member of object.members) yield as({ members: object.members.filter((each) => each !== member) });
    for (const path of Object.keys(object.with)) yield as({ with: omit(object.with, path) }, omit(shapes, path));
    for (const [values, changed] of simplerValues(object.with, shapes, plain)) yield as({ with: values }, changed);
  }
  if (intent.kind === 'update') {
    const as = (changed: Partial<typeof intent>, withShapes = shapes): HistoryStep => ({
      ...step,
      intent: { ...intent, ...changed },
      shapes: withShapes,
    });
    const { manager, members, ...rest } = intent;
    if (manager !== undefined) yield { ...step, intent: { ...rest, ...(members === undefined ? {} : { members }) }, shapes };
    for (const path of Object.keys(intent.set)) yield as({ set: omit(intent.set, path) }, omit(shapes, path));
    for (const path of intent.clear) yield as({ clear: intent.clear.filter((each) => each !== path) });
    for (const key of intent.add) yield as({ add: intent.add.filter((each) => each !== key) });
    for (const key of intent.remove) yield as({ remove: intent.remove.filter((each) => each !== key) });
    for (const key of members ?? []) yield as({ members: (members ?? []).filter((each) => each !== key) });
    for (const [values, changed] of simplerValues(intent.set, shapes, plain)) yield as({ set: values }, changed);
  }
}

type Values = Readonly<Record<string, Json>>;

/** The same with a plain value, or with fewer characters of an awkward one. */
function* simplerValues(
  values: Values,
  shapes: HistoryStep['shapes'],
  plain: PlainValue,
): Generator<readonly [Values, HistoryStep['shapes']]> {
  for (const [path, value] of Object.entries(values)) {
    const shape = shapes[path];
    if (shape === undefined || shape === PLAIN) continue;
    const simple = plain(path);
    if (simple !== undefined)
      yield [
        { ...values, [path]: simple },
        { ...shapes, [path]: PLAIN },
      ];
    if (typeof value !== 'string' || value.includes('${')) continue;
    for (const shorter of shorterTexts(value)) yield [{ ...values, [path]: shorter }, shapes];
  }
}

/** Halves first, then the text without one of its characters, where it is short by then. */
function* shorterTexts(text: string): Generator<string> {
  const characters = [...text];
  const usable = (part: readonly string[]): string[] => {
    const shorter = part.join('').trim();
    return shorter === '' || shorter === text ? [] : [shorter];
  };
  if (characters.length > 3) {
    const middle = Math.ceil(characters.length / 2);
    yield* usable(characters.slice(0, middle));
    yield* usable(characters.slice(middle));
    yield* usable(characters.slice(Math.floor(middle / 2), middle + Math.floor(middle / 2)));
  }
  if (characters.length > 1 && characters.length <= 12)
    for (let at = 0; at < characters.length; at += 1) yield* usable(characters.filter((_, index) => index !== at));
}

function omit<Value>(record: Readonly<Record<string, Value>>, name: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== name));
}
