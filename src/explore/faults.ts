import { defined } from '../base/defined.js';
import type { CheckId } from '../check/check-id.js';
import { provisionalCheck } from '../check/diagnose.js';
import { isConsequence } from '../check/roots.js';
import type { Symptom } from '../check/symptom.js';
import { attributeOf } from '../engine/judge/findings.js';
import { checksOfMembers } from './history.js';
import { type History, type HistoryStep, keyIn, PLAIN } from './history-step.js';
import { type Pair, pairsOf } from './pairs.js';
import { NOBODY, populationAfter } from './population.js';

/** What a fault looks like, wherever it shows. */
export interface Trace {
  readonly check: CheckId;
  /** The attribute whose value is not what it should be, in lower case; empty where it is not about one. */
  readonly path: string;
}

/** What a symptom is a trace of. */
export function traceOf(symptom: Pick<Symptom, 'candidates' | 'path'>): Trace {
  const { path = '' } = symptom;
  return { check: provisionalCheck(symptom), path: attributeOf(path).toLowerCase() };
}

/** Whether two traces are of one fault. */
export function isSame(one: Trace, other: Trace): boolean {
  return one.check === other.check && one.path === other.path;
}

/**
 * The words of a refusal, without what differs from request to request: names, numbers, values. What is refused in the same words
 * for the same step has one cause, whatever check it is noted under.
 *
 * @param symptom what was seen
 * @returns undefined where nothing was refused
 */
export function refusalOf({ received }: Pick<Symptom, 'received'>): string | undefined {
  if (!/^[45]\d\d\b/.test(received)) return undefined;
  const words = received.slice(0, 300).split(/[^\w@.+-]+/);
  return words.filter((word, at) => at === 0 || !(/[@\d]/.test(word) || /^sc[a-z]{7}$/.test(word))).join(' ');
}

/** A connection that breaks is no fault of what the target holds. */
const OF_THE_NETWORK: ReadonlySet<string> = new Set<CheckId>(['SC1003']);

/** Whether a check speaks of the way to the target, and not of the target. */
export function isOfNetwork(check: string): boolean {
  return OF_THE_NETWORK.has(check);
}

/** Whether a symptom says that the target showed a write late, and rightly then. */
export function isLateness(symptom: Pick<Symptom, 'candidates'>): boolean {
  return provisionalCheck(symptom) === 'SC2702';
}

/** Somebody who is there is not found, and no check of look-ups says why. */
const NOT_FOUND: CheckId = 'SC9001';

/** One check that fails for so many attributes fails for all of them. */
const MANY = 3;

/** A fault that has been found: it is expected from then on, so that what stands behind it is seen. */
interface Known extends Trace {
  /** The shape of value that it takes; absent: any. */
  readonly shape?: string;
  /** What tells it; absent: it is not told. */
  readonly told?: Symptom;
}

/** A step that is refused, and in which words. */
interface Refused {
  readonly words: string;
  readonly step: HistoryStep;
  readonly told: Symptom;
}

/** What of a symptom says whether it is known. */
type Seen = Pick<Symptom, 'candidates' | 'path' | 'received' | 'step'>;

/**
 * The checks of who loses a group with a change of their own, where a group shows other members than it should: a write to the group
 * shows then what a look at it would have shown before.
 */
export function lossesBefore({ path, step }: Pick<Seen, 'path' | 'step'>, history: History): readonly CheckId[] {
  if (step === undefined || path === undefined || !/^members\b/.test(path)) return [];
  const population = populationAfter(history.slice(0, step - 1));
  const current = history[step - 1];
  const group = current === undefined ? undefined : population.get(keyIn(current) ?? '');
  return group?.type === 'Group' ? checksOfMembers(group, population, 'okta') : [];
}

/** The faults that have been found under one client. */
export class Faults {
  readonly #known: Known[] = [];
  readonly #refused: Refused[] = [];
  readonly #triggers = new Set<string>();
  /** Looks that find what they should not, or do not find what they should, whatever check says why. */
  readonly #looks: { readonly step: HistoryStep; readonly told: Symptom }[] = [];

  /**
   * Learns a fault.
   *
   * @param trace what it looks like
   * @param history the shortest history that shows it
   * @param told what tells it
   */
  learn(trace: Trace, history: History, told: Symptom): void {
    const words = refusalOf(told);
    const step = history.at(-1);
    if (words !== undefined && step !== undefined) this.#refused.push({ words, step, told });
    if (step?.intent.kind === 'match') this.#looks.push({ step, told });
    this.expect(trace, history, told);
    const last = history.at(-1);
    if (last?.intent.kind === 'request')
      for (const { operation, attribute, shape } of pairsOf(last, NOBODY)) this.#triggers.add(triggerOf(operation, attribute, shape));
    if (last?.intent.kind !== 'update') return;
    const { set, clear } = last.intent;
    // What is changed beside it is not to blame: the history is as short as it gets.
    for (const path of Object.keys(set)) this.#triggers.add(triggerOf('set', path, last.shapes[path] ?? PLAIN));
    for (const path of clear) this.#triggers.add(triggerOf('clear', path, PLAIN));
  }

  /** Expects a trace from now on: of a fault that is told, or of what is not told again. */
  expect(trace: Trace, history: History, told?: Symptom): void {
    const shape = shapeAt(history, trace.path);
    this.#known.push({ ...trace, ...(shape === undefined || shape === PLAIN ? {} : { shape }), ...defined({ told }) });
  }

  /**
   * Whether a symptom is that of a fault which has been found.
   *
   * @param symptom what was seen
   * @param history the history that has shown it
   * @param before what the same history has shown before: what may follow from that is no fault of its own
   * @returns what is known of it; undefined: it is new
   */
  known(symptom: Seen, history: History, before: readonly Seen[] = []): Pick<Known, 'told'> | undefined {
    const { check, path } = traceOf(symptom);
    if (before.some((each) => isConsequence(traceOf(each).check, [check]))) return {};
    const words = refusalOf(symptom);
    const step = history[(symptom.step ?? 0) - 1];
    const isRefused = (each: Refused): boolean =>
      step !== undefined &&
      each.words === words &&
      (covers(step, each.step) || sharesAwkward(step, each.step) || (addsMembers(step) && addsMembers(each.step)));
    const refused = words === undefined ? undefined : this.#refused.find(isRefused);
    if (refused !== undefined) return refused;
    const looked = this.#looks.find((each) => check === NOT_FOUND && step !== undefined && covers(step, each.step));
    if (looked !== undefined) return looked;
    const losses = lossesBefore(symptom, history);
    const loss = this.#known.find((each) => losses.includes(each.check));
    if (loss !== undefined) return loss;
    const alike = this.#known.filter((each) => each.check === check);
    const shapes = new Set(history.flatMap((each) => shapesAt(each.shapes, path)));
    const same = alike.find((each) => each.path === path && (each.shape === undefined || shapes.has(each.shape)));
    return (
      same ??
      (new Set(alike.map((each) => each.path)).size >= MANY ? (alike.find(({ told }) => told !== undefined) ?? alike[0]) : undefined)
    );
  }

  /** Whether what a step tries was the trigger of a fault. */
  isTriggeredBy({ operation, attribute, shape }: Pair): boolean {
    return this.#triggers.has(triggerOf(operation, attribute, shape)) || this.#triggers.has(triggerOf(operation, attribute, PLAIN));
  }
}

/** Whether two steps give one attribute awkward values: what is refused in the same words then is refused for these. */
function sharesAwkward({ shapes }: HistoryStep, other: HistoryStep): boolean {
  return Object.entries(shapes).some(([path, shape]) => shape !== PLAIN && (other.shapes[path] ?? PLAIN) !== PLAIN);
}

/** Whether a step adds members to a group, in the words of the client or in its own. */
function addsMembers(step: HistoryStep): boolean {
  const { intent } = step;
  if (intent.kind === 'update') return intent.add.length > 0;
  return (
    intent.kind === 'request' &&
    pairsOf(step, NOBODY).some(({ operation, attribute }) => operation === 'PATCH add' && attribute === 'members')
  );
}

/** Whether a step does all that a shorter one does, to whomever. */
export function covers(step: HistoryStep, shorter: HistoryStep): boolean {
  const { intent, shapes } = step;
  const { intent: least, shapes: leastShapes } = shorter;
  if (intent.kind !== least.kind) return false;
  if (intent.kind === 'request') {
    const tried = pairsOf(step, NOBODY).map(({ operation, attribute }) => `${operation} ${attribute}`);
    return pairsOf(shorter, NOBODY).every(({ operation, attribute }) => tried.includes(`${operation} ${attribute}`));
  }
  const holds = ([path, shape]: readonly [string, string]): boolean => shape === PLAIN || shapes[path] === shape;
  if (!Object.entries(leastShapes).every(holds)) return false;
  if (intent.kind === 'match' && least.kind === 'match')
    return intent.every === least.every && intent.letterCase === least.letterCase && intent.former === least.former;
  if (intent.kind !== 'update' || least.kind !== 'update') return true;
  const names = (one: typeof intent): readonly string[] => [...Object.keys(one.set), ...one.clear];
  const parts = ['add', 'remove', 'members'] as const;
  const has = (one: typeof intent, part: (typeof parts)[number]): boolean => (one[part]?.length ?? 0) > 0;
  return names(least).every((path) => names(intent).includes(path)) && parts.every((part) => has(intent, part) || !has(least, part));
}

function triggerOf(operation: string, attribute: string, shape: string): string {
  return [operation, attribute, shape].join(' · ').toLowerCase();
}

/** The shape of the last value that a history gives an attribute. */
function shapeAt(history: History, path: string): string | undefined {
  return history.flatMap(({ shapes }) => shapesAt(shapes, path)).at(-1);
}

function shapesAt(shapes: Readonly<Record<string, string>>, path: string): string[] {
  return Object.entries(shapes).flatMap(([name, shape]) => (name.toLowerCase() === path ? [shape] : []));
}
