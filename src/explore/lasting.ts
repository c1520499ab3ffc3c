import type { ResourceType } from '../scim/message.js';
import type { History, HistoryStep } from './history-step.js';
import { isPlayable, living, populationAfter } from './population.js';

/** So many beginnings are remembered. */
const MOST = 500;

/** What went well before something else broke it for good: a history that fails on such a target is as short as nothing. */
export class Beginnings {
  readonly #held: History[] = [];
  #previous: History = [];

  /** Takes note of a history that went well up to a step. */
  held(steps: History): void {
    if (steps.length > 0 && this.#held.length < MOST) this.#held.push(steps);
  }

  /** The next history begins. */
  end(history: History): void {
    this.#previous = history;
  }

  /**
   * What has led to a failure that is there for good.
   *
   * @param shortest the shortest history that fails
   * @param found the one in which it was seen, up to the step that has failed
   * @param removes what the client deletes
   * @returns undefined where the shortest has never gone well: then it is to blame itself
   */
  leadingTo(shortest: History, found: History, removes: Readonly<Record<ResourceType, boolean>>): History | undefined {
    if (!this.#held.some((each) => beginsWith(each, shortest))) return undefined;
    const [failed, ...before] = found.toReversed();
    const isInside = failed !== undefined && before.some((step) => isLike(step, failed));
    const own = [...before.toReversed(), ...(failed === undefined ? [] : [inPlaceOf(failed, shortest)])];
    const whole = isInside ? own : [...asBefore(this.#previous, removes), ...own];
    return isPlayable(whole) ? whole : own;
  }
}

/** The step that fails, as short as it gets, for the object that it was about. */
function inPlaceOf(failed: HistoryStep, [last]: History): HistoryStep {
  if (failed.intent.kind !== 'create' || last?.intent.kind !== 'create') return failed;
  return { ...last, intent: { ...last.intent, object: { ...last.intent.object, key: failed.intent.object.key } } };
}

/** Whether a history starts like a shorter one, whatever the objects are called: with people and groups about whom there is nothing. */
function beginsWith(history: History, shorter: History): boolean {
  return shorter.every((step, at) => {
    const start = history[at];
    return start !== undefined && isPlainCreation(step) && isLike(start, step) && isAlone(start);
  });
}

/** What is about others as well fails for their sake. */
function isAlone({ intent }: HistoryStep): boolean {
  return intent.kind === 'create' && intent.object.members.length === 0 && intent.object.manager === undefined;
}

function isPlainCreation(step: HistoryStep): boolean {
  if (!isAlone(step) || step.intent.kind !== 'create') return false;
  const { with: given, without, persona } = step.intent.object;
  return Object.keys(given).length + without.length === 0 && persona === undefined && step.as === undefined;
}

/** Whether two steps do the same kind of thing to the same type of resource. */
function isLike({ intent }: HistoryStep, other: HistoryStep): boolean {
  if (intent.kind === 'create' && other.intent.kind === 'create') return intent.object.type === other.intent.object.type;
  return intent.kind === other.intent.kind;
}

/** The history before, with other names for its objects, and with their removal. */
function asBefore(history: History, removes: Readonly<Record<ResourceType, boolean>>): History {
  const renamed = history.map((step): HistoryStep => ({ ...step, intent: withOtherNames(step.intent) }));
  const population = populationAfter(renamed);
  const left = [...living(population, 'Group'), ...living(population, 'User')].filter(({ type }) => removes[type]);
  return [...renamed, ...left.map(({ key }): HistoryStep => ({ intent: { kind: 'delete', object: key }, shapes: {} }))];
}

const NAMES: ReadonlySet<string> = new Set(['key', 'object', 'manager', 'members', 'add', 'remove']);

function withOtherNames(intent: HistoryStep['intent']): HistoryStep['intent'] {
  const before = (key: string): string => `before-${key}`;
  const text = JSON.stringify(intent).replaceAll(/\$\{(?!random|run)([\w-]+)\./g, (_all, key: string) => `\${${before(key)}.`);
  return JSON.parse(text, (name, value: unknown) => {
    if (!NAMES.has(name)) return value;
    if (typeof value === 'string') return before(value);
    return Array.isArray(value) ? value.map((each: unknown) => (typeof each === 'string' ? before(each) : each)) : value;
  });
}
