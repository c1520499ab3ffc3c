import { pick, type Random } from '../client/values/random.js';
import type { Intent, IntentOf } from '../scenario/intent.js';
import type { Json } from '../scim/json.js';
import { type HistoryStep, PLAIN } from './history.js';
import type { Material } from './material.js';
import { type Figure, isSucceeded, living, type Population } from './population.js';
import type { Shaped } from './shapes.js';

/** The names of the objects of a history: few, so that they meet one another. */
const USERS: readonly string[] = ['ann', 'ben', 'cleo'];
const GROUPS: readonly string[] = ['team', 'crew'];

/** So many attributes change at once. */
const MOST_CHANGES = 4;

/** So many steps of a kind are drawn to choose from. */
const CHOICES = 4;

/** Draws a step of one kind; undefined where there is nothing of the kind to do. */
type Move = (population: Population, material: Material, random: Random) => HistoryStep | undefined;

/** A draw among these is a draw of a kind: what stands twice comes twice as often. */
const MOVES: readonly Move[] = [
  createUser,
  createUser,
  createGroup,
  createGroup,
  createSuccessor,
  createSuccessor,
  createSuccessor,
  changeUser,
  changeUser,
  changeUser,
  changeUser,
  clearValues,
  clearValues,
  renameUser,
  switchActive,
  switchActive,
  changeManager,
  changeMembers,
  changeMembers,
  changeMembers,
  changeMembers,
  pushMembers,
  renameGroup,
  removeObject,
  removeObject,
];

/**
 * Draws some things of one kind that the directory may do next: the caller takes the one that tries most of what is new.
 *
 * @param population the directory so far
 * @param material what it is made of
 * @param random the source
 */
export function drawMoves(population: Population, material: Material, random: Random): readonly HistoryStep[] {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const move = pick(random, MOVES);
    const steps = Array.from({ length: CHOICES }, () => move(population, material, random) ?? []).flat();
    if (steps.length > 0) return steps;
  }
  // Nothing is left to do with those who are there: somebody looks at everybody.
  return [{ intent: { kind: 'list', resource: 'User' }, shapes: {} }];
}

/**
 * Draws a look at what a step has done, or at somebody else.
 *
 * @param population the directory after the step
 * @param material says which looks the client has
 * @param random the source
 * @param key whom the step was about
 */
export function drawLook(population: Population, material: Material, random: Random, key: string | undefined): HistoryStep | undefined {
  const figures = [...population.values()].filter((figure) => !isSucceeded(population, figure.key));
  const figure = figures.find((each) => each.key === key && random() < 0.7) ?? (figures.length > 0 ? pick(random, figures) : undefined);
  if (figure === undefined) return undefined;
  const isRead = !material.looksUp || (figure.type === 'Group' ? random() < 0.7 : random() < 0.3);
  if (isRead) return { intent: { kind: 'read', object: figure.key }, shapes: {} };
  return { intent: { kind: 'match', object: figure.key, ...howToMatch(figure, material, random) }, shapes: {} };
}

/** Most look-ups are by the name as it is. */
function howToMatch(figure: Figure, { matchesAll }: Material, random: Random): Pick<IntentOf<'match'>, 'former' | 'letterCase' | 'every'> {
  if (figure.stage === 'deleted') return {};
  if (figure.renamed === 'just now' && random() < 0.5) return { former: true };
  if (figure.type === 'Group' || random() < 0.6) return {};
  return matchesAll && random() < 0.6 ? { every: 'filterable' } : { letterCase: random() < 0.5 ? 'upper' : 'lower' };
}

function createUser(
  population: Population,
  { personas, attributes, clearable, managers, named }: Material,
  random: Random,
): HistoryStep | undefined {
  const key = USERS.find((each) => !population.has(each));
  if (key === undefined) return undefined;
  const shapes: Record<string, string> = {};
  const given: Record<string, Json> = {};
  const isAwkward = random() < 0.4;
  const persona = isAwkward ? pick(random, personas) : undefined;
  if (persona !== undefined) shapes['userName'] = persona;
  const neighbour = !isAwkward && named && random() < 0.25 ? someone(population, 'User', random)?.key : undefined;
  if (neighbour !== undefined) put(given, shapes, 'userName', { shape: 'holds another name', value: `${key}.\${${neighbour}.userName}` });
  if (!isAwkward && random() < 0.5) {
    for (const { path, shapes: known } of sample(random, attributes, MOST_CHANGES)) {
      if (known.length > 0) put(given, shapes, path, pick(random, known));
    }
  }
  // Of a person who is new, single values are left out, never what another one is a part of.
  const absent = clearable.filter((path) => !path.endsWith(']') && !Object.keys(given).some((each) => overlaps(each, path)));
  const without = random() < 0.3 ? sample(random, absent, 2) : [];
  const boss = managers && random() < 0.3 ? someone(population, 'User', random)?.key : undefined;
  return {
    intent: {
      kind: 'create',
      object: {
        type: 'User',
        key,
        with: given,
        without,
        members: [],
        ...(persona === undefined ? {} : { persona }),
        ...(boss === undefined ? {} : { manager: boss }),
      },
    },
    shapes,
  };
}

function createGroup(population: Population, { groups, groupNames }: Material, random: Random): HistoryStep | undefined {
  const key = GROUPS.find((each) => !population.has(each));
  if (!groups || key === undefined) return undefined;
  const shapes: Record<string, string> = {};
  const given: Record<string, Json> = {};
  const neighbour = random() < 0.4 ? someone(population, 'Group', random)?.key : undefined;
  if (neighbour !== undefined) put(given, shapes, 'displayName', nameBeside(neighbour, random));
  else if (groupNames.length > 0 && random() < 0.5) put(given, shapes, 'displayName', pick(random, groupNames));
  const members = sample(random, living(population, 'User'), USERS.length).map((figure) => figure.key);
  return {
    intent: { kind: 'create', object: { type: 'Group', key, with: given, without: [], members: random() < 0.75 ? members : [] } },
    shapes,
  };
}

/** A name that begins like another, or differs from it in an accent: a look-up must tell them apart. */
function nameBeside(neighbour: string, random: Random): Shaped {
  const name = `\${${neighbour}.displayName}`;
  return random() < 0.5 ? { shape: 'begins like another', value: `${name}.` } : { shape: 'differs in an accent', value: `${name}\u0301` };
}

/** Somebody new takes the name of somebody who was deleted. */
function createSuccessor(population: Population, _material: Material, random: Random): HistoryStep | undefined {
  const gone = [...population.values()].filter(
    ({ key, stage }) => stage === 'deleted' && !isSucceeded(population, key) && !key.endsWith('-again'),
  );
  if (gone.length === 0) return undefined;
  const { type, key } = pick(random, gone);
  const name = type === 'User' ? 'userName' : 'displayName';
  const object = { type, key: `${key}-again`, with: { [name]: `\${${key}.${name}}` }, without: [], members: [] };
  return { intent: { kind: 'create', object }, shapes: {} };
}

function changeUser(population: Population, { updates, attributes, clearable }: Material, random: Random): HistoryStep | undefined {
  const figure = someone(population, 'User', random);
  if (!updates || figure === undefined || attributes.length === 0) return undefined;
  const set: Record<string, Json> = {};
  const shapes: Record<string, string> = {};
  for (const { path, plain, shapes: known } of sample(random, attributes, MOST_CHANGES)) {
    const value = known.length > 0 && random() < 0.6 ? pick(random, known) : { shape: PLAIN, value: plain };
    put(set, shapes, path, value);
  }
  const clear =
    random() < 0.2
      ? held(figure, clearable)
          .filter((path) => !Object.keys(set).some((each) => overlaps(each, path)))
          .slice(0, 1)
      : [];
  return { intent: { ...update(figure.key), set, clear }, shapes };
}

function clearValues(population: Population, { updates, clearable }: Material, random: Random): HistoryStep | undefined {
  const figure = someone(population, 'User', random);
  if (!updates || figure === undefined) return undefined;
  const clear = sample(random, held(figure, clearable), 2);
  return clear.length === 0 ? undefined : { intent: { ...update(figure.key), clear }, shapes: {} };
}

function renameUser(population: Population, { updates, userNames }: Material, random: Random): HistoryStep | undefined {
  const figure = someone(population, 'User', random);
  // A name that grows with each change would end beyond what an app has room for.
  if (!updates || figure === undefined || figure.renamed !== 'never' || userNames.length === 0) return undefined;
  const { shape, value } = pick(random, userNames);
  return { intent: { ...update(figure.key), set: { userName: value.replace('KEY', figure.key) } }, shapes: { userName: shape } };
}

function switchActive(population: Population, { active, attributes, activeVariant }: Material, random: Random): HistoryStep | undefined {
  const figure = someone(population, 'User', random);
  if (!active || figure === undefined) return undefined;
  const set: Record<string, Json> = { active: !figure.active };
  const shapes: Record<string, string> = { active: String(!figure.active) };
  const as = random() < 0.3 ? activeVariant : undefined;
  if (random() < 0.3) for (const { path, plain } of sample(random, attributes, 2)) put(set, shapes, path, { shape: PLAIN, value: plain });
  return { intent: { ...update(figure.key), set }, shapes, ...(as === undefined ? {} : { as }) };
}

function changeManager(population: Population, { updates, managers }: Material, random: Random): HistoryStep | undefined {
  const figure = someone(population, 'User', random);
  if (!updates || !managers || figure === undefined) return undefined;
  const others = living(population, 'User').filter(({ key }) => key !== figure.key && key !== figure.manager);
  if (figure.manager !== undefined && random() < 0.4) return { intent: { ...update(figure.key), manager: null }, shapes: {} };
  return others.length === 0 ? undefined : { intent: { ...update(figure.key), manager: pick(random, others).key }, shapes: {} };
}

function changeMembers(population: Population, { updates, memberVariants }: Material, random: Random): HistoryStep | undefined {
  const figure = someone(population, 'Group', random);
  if (!updates || figure === undefined) return undefined;
  const everybody = living(population, 'User').map(({ key }) => key);
  const outside = everybody.filter((key) => !figure.members.includes(key));
  // Now and then somebody is added who is there already, or removed who is not.
  const isOdd = random() < 0.15;
  const add = random() < 0.6 ? sample(random, isOdd ? figure.members : outside, 2) : [];
  const remove =
    add.length === 0 || random() < 0.3 ? sample(random, isOdd ? outside : figure.members, 3).filter((key) => !add.includes(key)) : [];
  const as = random() < 0.3 && !isOdd ? pickOf(random, memberVariants) : undefined;
  return add.length + remove.length === 0
    ? undefined
    : { intent: { ...update(figure.key), add, remove }, shapes: {}, ...(as === undefined ? {} : { as }) };
}

function pushMembers(population: Population, { updates, pushesMembers }: Material, random: Random): HistoryStep | undefined {
  const figure = someone(population, 'Group', random);
  if (!updates || !pushesMembers || figure === undefined) return undefined;
  const members = random() < 0.2 ? [] : sample(random, living(population, 'User'), USERS.length).map(({ key }) => key);
  return { intent: { ...update(figure.key), members }, shapes: {} };
}

function renameGroup(population: Population, { updates, groupNames }: Material, random: Random): HistoryStep | undefined {
  const figure = someone(population, 'Group', random);
  if (!updates || figure === undefined || groupNames.length === 0) return undefined;
  const { shape, value } = pick(random, groupNames);
  return { intent: { ...update(figure.key), set: { displayName: value } }, shapes: { displayName: shape } };
}

function removeObject(population: Population, { removes }: Material, random: Random): HistoryStep | undefined {
  const bosses = new Set([...population.values()].map(({ manager }) => manager));
  const figures = [...living(population, 'User'), ...living(population, 'Group')].filter(
    ({ type, key }) => removes[type] && !bosses.has(key),
  );
  return figures.length === 0 ? undefined : { intent: { kind: 'delete', object: pick(random, figures).key }, shapes: {} };
}

/** An update that changes nothing yet. */
function update(object: string): IntentOf<'update'> {
  return { kind: 'update', object, set: {}, clear: [], add: [], remove: [] } satisfies Intent;
}

function put(
  set: Record<string, Json>,
  shapes: Record<string, string>,
  path: string,
  { shape, value }: Omit<Shaped, 'value'> & { readonly value: Json },
): void {
  set[path] = value;
  shapes[path] = shape;
}

function pickOf<T>(random: Random, items: readonly T[]): T | undefined {
  return items.length === 0 ? undefined : pick(random, items);
}

function someone(population: Population, type: Figure['type'], random: Random): Figure | undefined {
  const figures = living(population, type);
  return figures.length === 0 ? undefined : pick(random, figures);
}

/** What of the clearable values somebody has. */
function held(figure: Figure, clearable: readonly string[]): readonly string[] {
  return clearable.filter((path) => !figure.empty.includes(path));
}

/** Whether one path is the other, or a part of it. */
function overlaps(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** From one to so many of a list, each once; none of an empty list. */
function sample<T>(random: Random, items: readonly T[], most: number): T[] {
  const left = [...items];
  const count = Math.min(left.length, 1 + Math.floor(random() * most));
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
}
