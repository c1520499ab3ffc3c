import type { Intent, ObjectSpec } from '../scenario/intent.js';
import type { ResourceType } from '../scim/message.js';

/** How far somebody has come: the same change may do harm in one state and none in another. */
export type Stage = 'new' | 'changed' | 'disabled' | 'restored' | 'successor' | 'deleted';

/** One object of the directory, as a history has made it so far. */
export interface Figure {
  readonly type: ResourceType;
  readonly key: string;
  readonly stage: Stage;
  readonly active: boolean;
  /** Whose name it took over. */
  readonly successorOf?: string;
  readonly manager?: string;
  readonly members: readonly string[];
  /** Target paths that have no value. */
  readonly empty: readonly string[];
  /** It has had another name, and whether the change of the name was the last one. */
  readonly renamed: 'never' | 'just now' | 'before';
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

/** Whether an object stands anywhere as somebody's manager. */
export function isManager(population: Population, key: string): boolean {
  return [...population.values()].some((figure) => isAlive(figure) && figure.manager === key);
}

/**
 * The directory after a step.
 *
 * @param population the directory before
 * @param intent what it does
 * @returns undefined where the step makes no sense there: it names somebody who is not there, or changes nothing
 */
export function after(population: Population, intent: Intent): Population | undefined {
  switch (intent.kind) {
    case 'create':
      return created(population, intent.object);
    case 'update':
      return updated(population, intent);
    case 'delete':
      return isAlive(population.get(intent.object)) && !isManager(population, intent.object)
        ? deleted(population, intent.object)
        : undefined;
    case 'match':
    case 'read':
      if (intent.kind === 'match' && intent.former === true && population.get(intent.object)?.renamed !== 'just now') return undefined;
      return population.has(intent.object) && !isSucceeded(population, intent.object) ? population : undefined;
    default:
      return population;
  }
}

function created(population: Population, spec: ObjectSpec): Population | undefined {
  const { key, type, manager, members } = spec;
  const successorOf = predecessorOf(spec);
  const others = [...members, ...(manager === undefined ? [] : [manager])];
  if (population.has(key) || others.some((each) => !isAlive(population.get(each)))) return undefined;
  if (successorOf !== undefined && (population.get(successorOf)?.stage !== 'deleted' || isSucceeded(population, successorOf)))
    return undefined;
  const figure: Figure = {
    type,
    key,
    stage: successorOf === undefined ? 'new' : 'successor',
    active: true,
    members,
    empty: spec.without,
    renamed: 'never',
    ...(manager === undefined ? {} : { manager }),
    ...(successorOf === undefined ? {} : { successorOf }),
  };
  return new Map([...population, [key, figure]]);
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

function updated(population: Population, intent: Extract<Intent, { kind: 'update' }>): Population | undefined {
  const { object, set, clear, manager, add, remove, members } = intent;
  const figure = population.get(object);
  if (!isAlive(figure)) return undefined;
  const named = [...add, ...remove, ...(members ?? []), ...(typeof manager === 'string' ? [manager] : [])];
  if (named.some((key) => !isAlive(population.get(key)) || key === object)) return undefined;
  if (manager === null ? figure.manager === undefined : manager !== undefined && manager === figure.manager) return undefined;
  if (clear.some((path) => figure.empty.includes(path))) return undefined;
  const active = typeof set['active'] === 'boolean' ? set['active'] : undefined;
  if (active === figure.active) return undefined;
  if (Object.keys(set).length + clear.length + named.length === 0 && manager === undefined && members === undefined) return undefined;
  const { manager: _manager, ...rest } = figure;
  const boss = manager === undefined ? figure.manager : (manager ?? undefined);
  const next: Figure = {
    ...rest,
    stage: active === undefined ? (figure.stage === 'new' ? 'changed' : figure.stage) : active ? 'restored' : 'disabled',
    active: active ?? figure.active,
    members: members ?? [...new Set([...figure.members.filter((key) => !remove.includes(key)), ...add])],
    empty: [...figure.empty.filter((path) => !Object.keys(set).some((name) => name.startsWith(path))), ...clear],
    renamed: isNewName(figure, set) ? 'just now' : figure.renamed === 'never' ? 'never' : 'before',
    ...(boss === undefined ? {} : { manager: boss }),
  };
  return new Map([...population, [object, next]]);
}

function isNewName({ type }: Figure, set: Readonly<Record<string, unknown>>): boolean {
  return set[type === 'User' ? 'userName' : 'displayName'] !== undefined;
}

/**
 * Whether a history can be played from its first step to its last.
 *
 * @param steps their intents
 */
export function isPlayable(steps: readonly { readonly intent: Intent }[]): boolean {
  let population: Population | undefined = NOBODY;
  for (const { intent } of steps) {
    population = after(population, intent);
    if (population === undefined) return false;
  }
  return true;
}
