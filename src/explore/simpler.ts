import type { Json } from '../scim/json.js';
import { type HistoryStep, PLAIN } from './history-step.js';
import { simplerRequests } from './request-parts.js';

/** What a value becomes when nothing about it is awkward; undefined: that is not known. */
export type PlainValue = (path: string) => Json | undefined;

/**
 * What a step may become that does less, or the same with plainer values.
 *
 * @param step the step
 * @param plain gives plain values
 */
export function* simplerThan(step: HistoryStep, plain: PlainValue): Generator<HistoryStep> {
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
      ...step,
      intent: { ...intent, object: { ...object, ...changed } },
      shapes: withShapes,
    });
    const { persona, manager, ...rest } = object;
    if (persona !== undefined)
      yield { ...step, intent: { ...intent, object: { ...rest, ...(manager === undefined ? {} : { manager }) } }, shapes: {} };
    if (manager !== undefined)
      yield { ...step, intent: { ...intent, object: { ...rest, ...(persona === undefined ? {} : { persona }) } }, shapes };
    if (object.without.length > 1) yield as({ without: [] });
    if (Object.keys(object.with).length > 1) yield as({ with: {} }, {});
    for (const path of object.without) yield as({ without: object.without.filter((each) => each !== path) });
    for (const member of object.members) yield as({ members: object.members.filter((each) => each !== member) });
    for (const path of Object.keys(object.with)) yield as({ with: omit(object.with, path) }, omit(shapes, path));
    for (const [values, changed] of simplerValues(object.with, shapes, plain)) yield as({ with: values }, changed);
  }
  if (intent.kind === 'request') yield* simplerRequests(step);
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
    const title = plain(ANY);
    const [only] = Object.keys(intent.set);
    if (title !== undefined && isAnyChange(step) && only !== undefined) yield as({ set: { [ANY]: title } }, { [ANY]: PLAIN });
  }
}

/** What stands for any attribute: where its change does the same harm, it is the change that does it. */
const ANY = 'title';

/** Whether a step sets one plain value of somebody, and nothing else. */
function isAnyChange({ intent, shapes, as, advertised }: HistoryStep): boolean {
  if (intent.kind !== 'update' || as !== undefined || advertised !== undefined) return false;
  const { set, clear, add, remove, manager, members } = intent;
  const [path, ...others] = Object.keys(set);
  if (path === undefined || others.length + clear.length + add.length + remove.length > 0) return false;
  const isOther = !/^(active|displayname|externalid|title)$/i.test(path);
  return isOther && manager === undefined && members === undefined && (shapes[path] ?? PLAIN) === PLAIN;
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
