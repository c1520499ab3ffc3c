import { defined } from '../base/defined.js';
import { plainText } from '../base/plain-text.js';
import type { Variant } from '../client/variant.js';
import type { IntentOf, ObjectSpec } from '../scenario/intent.js';
import { getMember, isObject, type JsonObject } from '../scim/json.js';
import { nameAttribute, type ResourceType } from '../scim/message.js';
import { type HistoryStep, isToBeRefused, keyIn, LETTER_CASE } from './history-step.js';
import { afterRequest } from './request-effect.js';

/** How far somebody has come: the same change may do harm in one state and none in another. */
export type Stage = 'new' | 'changed' | 'disabled' | 'restored' | 'successor' | 'deleted';

/** One object of the directory, as a history has made it so far. */
export interface Figure {
  readonly type: ResourceType;
  readonly key: string;
  readonly stage: Stage;
  readonly active: boolean;
  /** False: a PUT has said nothing of it, and the target may show nothing. */
  readonly isActiveShown?: boolean;
  /** Whose name it took over. */
  readonly successorOf?: string;
  readonly manager?: string;
  readonly members: readonly string[];
  /** Target paths that have no value. */
  readonly empty: readonly string[];
  /** Attributes that requests in the history's own words have written: the directory does not clear them. '' is all of them. */
  readonly touched: readonly string[];
  /** Lists of which such requests have written every value. */
  readonly lists: JsonObject;
  /** It has had another name, and whether the change of the name was the last one. */
  readonly renamed: 'never' | 'just now' | 'before';
  /** The name that it was created with, or that the last change gave it, as the history has it; absent: one of its own. */
  readonly name?: string;
  /** The one before, as far as it is known. */
  readonly formerName?: string;
  /** Its name, an address or its department has changed: a target may have its members by these. */
  readonly moved: boolean;
  /** Some of its values have changed, besides whether it is active. */
  readonly written: boolean;
  /** A group from which somebody was to be removed who was no member: its members are as before. */
  readonly lackedMember?: boolean;
  /** It was disabled under another name: nobody finds it, until it is restored in the same way. */
  readonly disabledAs?: Variant;
}

/** The directory in the middle of a history, by key. */
export type Population = ReadonlyMap<string, Figure>;

/** Nobody yet. */
export const NOBODY: Population = new Map();

/** Whether an object is there. */
export function isAlive(figure: Figure | undefined): figure is Figure {
  return figure !== undefined && figure.stage !== 'deleted';
}

/** Those of a type who are there. */
export function living(population: Population, type: ResourceType): readonly Figure[] {
  return [...population.values()].filter((figure) => figure.type === type && isAlive(figure));
}

/** Whether somebody else goes by the name that a deleted object had. */
export function isSucceeded(population: Population, key: string): boolean {
  return [...population.values()].some(({ successorOf }) => successorOf === key);
}

/**
 * The directory after a step.
 *
 * @param population the directory before
 * @param step what it does
 * @returns undefined where the step makes no sense there: it names somebody who is not there, or changes nothing
 */
export function after(population: Population, step: HistoryStep): Population | undefined {
  const { intent } = step;
  switch (intent.kind) {
    case 'create':
      return created(population, intent.object);
    case 'update':
      return updated(population, intent, step);
    case 'delete':
      return isAlive(population.get(intent.object)) ? deleted(population, intent.object) : undefined;
    case 'match':
    case 'read':
      return canLook(population, intent) ? population : undefined;
    case 'request':
      return requested(population, step, intent);
    default:
      return population;
  }
}

function canLook(population: Population, intent: IntentOf<'match'> | IntentOf<'read'>): boolean {
  const figure = population.get(intent.object);
  if (figure === undefined || isSucceeded(population, intent.object)) return false;
  if (intent.kind === 'read') return true;
  if (figure.disabledAs !== undefined) return false;
  return intent.former !== true || (figure.renamed === 'just now' && !isHeld(population, figure.type, figure.formerName));
}

function created(population: Population, spec: ObjectSpec): Population | undefined {
  const { key, type, manager, members } = spec;
  const successorOf = predecessorOf(spec);
  // Who takes over a name goes by what that was.
  const name = (successorOf === undefined ? undefined : population.get(successorOf)?.name) ?? nameIn(type, spec.with);
  if (isHeld(population, type, name)) return undefined;
  const others = [...members, ...(manager === undefined ? [] : [manager])];
  if (population.has(key) || others.some((each) => !isAlive(population.get(each)))) return undefined;
  if (successorOf !== undefined && (population.get(successorOf)?.stage !== 'deleted' || isSucceeded(population, successorOf)))
    return undefined;
  const figure: Figure = {
    type,
    key,
    stage: successorOf === undefined ? 'new' : 'successor',
    active: spec.with['active'] !== false,
    members,
    empty: spec.without,
    touched: [],
    lists: {},
    renamed: 'never',
    moved: false,
    written: false,
    ...(name === undefined ? {} : { name }),
    ...(manager === undefined ? {} : { manager }),
    ...(successorOf === undefined ? {} : { successorOf }),
  };
  return new Map([...population, [key, figure]]);
}

/** The name that values give somebody. */
function nameIn(type: ResourceType, values: JsonObject): string | undefined {
  const name = values[nameAttribute(type)];
  return typeof name === 'string' ? name : undefined;
}

/** Whether somebody who is there goes by a name already; where it is made up anew each time nobody does. */
function isHeld(population: Population, type: ResourceType, name: string | undefined): boolean {
  return name !== undefined && !name.includes('${random.uuid}') && living(population, type).some((figure) => figure.name === name);
}

/** `${ann.userName}` as a name: who is created takes Ann's. */
function predecessorOf({ with: given }: ObjectSpec): string | undefined {
  const name = given['userName'] ?? given['displayName'];
  return typeof name === 'string' ? /^\$\{([\w-]+)\.(?:userName|displayName)\}$/.exec(name)?.[1] : undefined;
}

function deleted(population: Population, key: string): Population {
  const left = [...population].map(([name, figure]): readonly [string, Figure] => [
    name,
    name === key ? { ...figure, stage: 'deleted', members: [] } : { ...figure, members: figure.members.filter((each) => each !== key) },
  ]);
  return new Map(left);
}

function updated(population: Population, intent: IntentOf<'update'>, { as, shapes }: HistoryStep): Population | undefined {
  const { object, set, clear, manager, add, remove, members } = intent;
  const figure = population.get(object);
  if (!isAlive(figure)) return undefined;
  const named = [...add, ...remove, ...(members ?? []), ...(typeof manager === 'string' ? [manager] : [])];
  if (named.some((key) => !isAlive(population.get(key)) || key === object)) return undefined;
  if (manager === null && (figure.manager === undefined || figure.touched.includes(''))) return undefined;
  if (manager !== undefined && manager === figure.manager) return undefined;
  if (clear.some((path) => figure.empty.includes(path) || figure.touched.some((each) => path.startsWith(each)))) return undefined;
  const active = typeof set['active'] === 'boolean' ? set['active'] : undefined;
  if (active === figure.active || (figure.disabledAs !== undefined && (active !== true || as !== figure.disabledAs))) return undefined;
  if (Object.keys(set).length + clear.length + named.length === 0 && manager === undefined && members === undefined) return undefined;
  const name = nameIn(figure.type, set);
  if (isHeld(population, figure.type, name)) return undefined;
  const { manager: _manager, disabledAs: _disabledAs, ...rest } = figure;
  const boss = manager === undefined ? figure.manager : (manager ?? undefined);
  const next: Figure = {
    ...rest,
    stage: active === undefined ? (figure.stage === 'new' ? 'changed' : figure.stage) : active ? 'restored' : 'disabled',
    active: active ?? figure.active,
    ...(active === undefined ? {} : { isActiveShown: true }),
    members: members ?? [...new Set([...figure.members.filter((key) => !remove.includes(key)), ...add])],
    empty: [...figure.empty.filter((path) => !Object.keys(set).some((name) => name.startsWith(path))), ...clear],
    renamed: isNewName(figure, set, shapes) ? 'just now' : figure.renamed === 'never' && set['userName'] === undefined ? 'never' : 'before',
    moved: figure.moved || [...Object.keys(set), ...clear].some(isKnownBy),
    written: figure.written || manager !== undefined || [...Object.keys(set), ...clear].some(isOwnValue),
    ...(name === undefined ? {} : { name, ...defined({ formerName: figure.name }) }),
    ...(boss === undefined ? {} : { manager: boss }),
    ...(active === false && as === 'renamed-on-delete' ? { disabledAs: as } : {}),
    ...(remove.some((key) => !figure.members.includes(key)) ? { lackedMember: true } : {}),
  };
  return new Map([...population, [object, next]]);
}

/** Whether an attribute says what somebody is, and not whether they are active. */
function isOwnValue(path: string): boolean {
  return path.toLowerCase() !== 'active';
}

/** Whether a target may have the members of its groups by an attribute. '' is all of them. */
function isKnownBy(path: string): boolean {
  return (
    path === '' ||
    /^(username|displayname|name\b|emails\b|externalid)|:?(department|division|organization|costcenter|employeenumber)$/i.test(path)
  );
}

/** A name in other letters alone is still found under the former one. */
function isNewName({ type }: Figure, set: Readonly<Record<string, unknown>>, shapes: HistoryStep['shapes']): boolean {
  if (shapes['userName'] === LETTER_CASE) return false;
  return set[nameAttribute(type)] !== undefined;
}

/** Whom a request in the history's own words names must be there; what it does to them follows from its body. */
function requested(population: Population, step: HistoryStep, intent: IntentOf<'request'>): Population | undefined {
  const text = JSON.stringify([intent.target, intent.body ?? null]);
  const named = [...text.matchAll(/\$\{([\w-]+)\.\w+\}/g)].flatMap(([, name]) =>
    name === undefined || name === 'run' || name === 'random' ? [] : name,
  );
  if (named.some((name) => !isAlive(population.get(name)) || population.get(name)?.disabledAs !== undefined)) return undefined;
  if (step.demands?.check === 'SC1210' && !isTaken(population, intent)) return undefined;
  const key = keyIn(step);
  const figure = key === undefined ? undefined : population.get(key);
  if (key === undefined || figure === undefined || isToBeRefused(step)) return population;
  const next = afterRequest(figure, intent);
  if (next === undefined) return undefined;
  const moved = figure.moved || next.touched?.some(isKnownBy) === true;
  const written = figure.written || next.touched?.some(isOwnValue) === true;
  const { active = figure.active } = next;
  const stage = active === figure.active ? figure.stage : active ? 'restored' : 'disabled';
  return new Map([...population, [key, { ...figure, ...next, moved, written, stage }]]);
}

/** Whether somebody goes by the name that a creation brings, in whatever case: only then it is to be refused. */
function isTaken(population: Population, { body }: IntentOf<'request'>): boolean {
  const name = isObject(body) ? plainText(getMember(body, 'userName')).toLowerCase() : '';
  return living(population, 'User').some((figure) => figure.name?.toLowerCase() === name);
}

/**
 * The directory after a history.
 *
 * @param history its steps
 */
export function populationAfter(history: readonly HistoryStep[]): Population {
  return history.reduce<Population>((before, step) => after(before, step) ?? before, NOBODY);
}

/**
 * Whether a history can be played from its first step to its last.
 *
 * @param steps its steps
 */
export function isPlayable(steps: readonly HistoryStep[]): boolean {
  let population: Population | undefined = NOBODY;
  const captured = new Set<string>();
  for (const step of steps) {
    if (captureNames(step).some((name) => !captured.has(name))) return false;
    population = after(population, step);
    if (population === undefined) return false;
    if (step.intent.kind === 'request') for (const name of Object.keys(step.intent.capture)) captured.add(name);
  }
  return true;
}

/** The names without a dot in `${…}`: an earlier answer gives them their values. */
function captureNames({ intent, demands }: HistoryStep): string[] {
  return [...JSON.stringify([intent, demands ?? null]).matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name);
}
