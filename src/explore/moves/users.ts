import { pick, type Random } from '../../client/values/random.js';
import type { Json } from '../../scim/json.js';
import { nameAttribute } from '../../scim/message.js';
import { type HistoryStep, PLAIN } from '../history-step.js';
import type { Material } from '../material.js';
import { isSucceeded, living } from '../population.js';
import { held, type Move, overlaps, pickOf, plainly, put, sample, someone, USERS, update } from './move.js';

/** So many attributes change at once. */
const MOST_CHANGES = 4;

/** Somebody new: plain, of an awkward shape, with awkward values, or with less than others have. */
export const createUser: Move = (population, material, random) => {
  const { personas, attributes, managers, named, requests, active } = material;
  const key = USERS.find((each) => !population.has(each));
  if (key === undefined) return [];
  const shapes: Record<string, string> = {};
  const given: Record<string, Json> = {};
  const isAwkward = random() < 0.35;
  const persona = isAwkward ? pick(random, personas) : undefined;
  if (persona !== undefined) shapes['userName'] = persona;
  const neighbour = !isAwkward && named && random() < 0.2 ? someone(population, 'User', random)?.key : undefined;
  if (neighbour !== undefined) put(given, shapes, 'userName', { shape: 'holds another name', value: `${key}.\${${neighbour}.userName}` });
  if (!isAwkward && random() < 0.5) {
    for (const { path, shapes: known } of sample(random, attributes, MOST_CHANGES)) {
      if (known.length > 0) put(given, shapes, path, pick(random, known));
    }
  }
  // Entra and Okta create nobody whom they have to disable at once.
  if (requests && active && random() < 0.15) put(given, shapes, 'active', { shape: 'false', value: false });
  const isFree = (path: string): boolean => !Object.keys(given).some((each) => overlaps(each, path));
  const without = random() < 0.4 ? absent(material, random).filter(isFree) : [];
  const manager = managers && random() < 0.3 ? someone(population, 'User', random)?.key : undefined;
  const object = { type: 'User', key, with: given, without, members: [] } as const;
  const details = { ...(persona === undefined ? {} : { persona }), ...(manager === undefined ? {} : { manager }) };
  return [{ intent: { kind: 'create', object: { ...object, ...details } }, shapes }];
};

/** Somebody with nothing awkward: what happens to others matters. */
export const createPlainUser: Move = (population) => {
  const key = USERS.find((each) => !population.has(each));
  return key === undefined ? [] : [plainly({ kind: 'create', object: { type: 'User', key, with: {}, without: [], members: [] } })];
};

/** What somebody lacks: a value or two, all parts of the name, all addresses, or everything that an app can do without. */
function absent({ omittable }: Material, random: Random): readonly string[] {
  const draw = random();
  if (draw < 0.25) return omittable;
  if (draw < 0.5) return omittable.filter((path) => /^name\./i.test(path));
  const one = pickOf(random, omittable);
  // An element of a list is left out as a whole.
  const element = one?.slice(0, one.indexOf(']') + 1) ?? '';
  return one === undefined ? [] : omittable.filter((path) => path === one || (element !== '' && path.startsWith(element)));
}

/** Somebody new takes the name of somebody who was deleted. */
export const createSuccessor: Move = (population, material, random) => {
  const gone = [...population.values()].filter(
    ({ key, stage }) => stage === 'deleted' && !isSucceeded(population, key) && !key.endsWith('-again'),
  );
  const predecessor = pickOf(random, gone);
  if (predecessor === undefined) return [];
  const { type, key } = predecessor;
  const name = nameAttribute(type);
  // What the new one lacks, and the former one had, must not come back.
  const without = type === 'User' && random() < 0.5 ? absent(material, random) : [];
  const object = { type, key: `${key}-again`, with: { [name]: `\${${key}.${name}}` }, without, members: [] };
  return [plainly({ kind: 'create', object })];
};

/** Some values change, and now and then one goes. */
export const changeUser: Move = (population, { updates, attributes, clearable }, random) => {
  const figure = someone(population, 'User', random);
  if (!updates || figure === undefined || attributes.length === 0) return [];
  const set: Record<string, Json> = {};
  const shapes: Record<string, string> = {};
  for (const { path, plain, shapes: known } of sample(random, attributes, MOST_CHANGES)) {
    const value = known.length > 0 && random() < 0.6 ? pick(random, known) : { shape: PLAIN, value: plain };
    put(set, shapes, path, value);
  }
  const free = held(figure, clearable).filter((path) => !Object.keys(set).some((each) => overlaps(each, path)));
  const clear = random() < 0.2 ? free.slice(0, 1) : [];
  return [{ intent: { ...update(figure.key), set, clear }, shapes }];
};

/** What somebody has not is set; where nobody lacks anything, somebody new does. */
export const fillGap: Move = (population, material, random) => {
  const { updates, attributes } = material;
  if (!updates) return [];
  const isFilled = (path: string): boolean => attributes.some((each) => each.path === path);
  const figure = pickOf(
    random,
    living(population, 'User').filter(({ empty }) => empty.some(isFilled)),
  );
  const key = figure?.key ?? USERS.find((each) => !population.has(each));
  const without = figure?.empty ?? absent(material, random);
  const missing = attributes.filter(({ path }) => without.includes(path));
  if (key === undefined || missing.length === 0) return [];
  const set: Record<string, Json> = {};
  const shapes: Record<string, string> = {};
  for (const { path, plain } of sample(random, missing, 2)) put(set, shapes, path, { shape: PLAIN, value: plain });
  const create = plainly({ kind: 'create', object: { type: 'User', key, with: {}, without, members: [] } });
  return [...(figure === undefined ? [create] : []), { intent: { ...update(key), set }, shapes }];
};

/** Values go. */
export const clearValues: Move = (population, { updates, clearable, clearVariants }, random) => {
  const figure = someone(population, 'User', random);
  if (!updates || figure === undefined) return [];
  const clear = sample(random, held(figure, clearable), 2);
  const as = random() < 0.3 ? pickOf(random, clearVariants) : undefined;
  return clear.length === 0 ? [] : [{ ...plainly({ ...update(figure.key), clear }), ...(as === undefined ? {} : { as }) }];
};

/** Another name. */
export const renameUser: Move = (population, { updates, userNames }, random) => {
  const figure = someone(population, 'User', random);
  // A name that grows with each change would end beyond what an app has room for.
  if (!updates || figure === undefined || figure.renamed !== 'never' || userNames.length === 0) return [];
  const { shape, value } = pick(random, userNames);
  return [{ intent: { ...update(figure.key), set: { userName: value.replace('KEY', figure.key) } }, shapes: { userName: shape } }];
};

/** Somebody leaves, or comes back. */
export const switchActive: Move = (population, { active, attributes, activeVariants }, random) => {
  const figure = someone(population, 'User', random);
  if (!active || figure === undefined) return [];
  const set: Record<string, Json> = { active: !figure.active };
  const shapes: Record<string, string> = { active: String(!figure.active) };
  // Whoever was disabled under another name gets the old one back in the same way.
  const as = figure.disabledAs ?? (figure.active && random() < 0.4 ? pickOf(random, activeVariants) : undefined);
  if (as === undefined && random() < 0.3)
    for (const { path, plain } of sample(random, attributes, 2)) put(set, shapes, path, { shape: PLAIN, value: plain });
  return [{ intent: { ...update(figure.key), set }, shapes, ...(as === undefined ? {} : { as }) }];
};

/** A manager comes, goes, or is another one. */
export const changeManager: Move = (population, { updates, managers, managerVariants }, random) => {
  const figure = someone(population, 'User', random);
  if (!updates || !managers || figure === undefined) return [];
  const isThere = living(population, 'User').some(({ key }) => key === figure.manager);
  if (figure.manager !== undefined && isThere && random() < 0.4) {
    const as = random() < 0.3 ? pickOf(random, managerVariants) : undefined;
    return [{ ...plainly({ ...update(figure.key), manager: null }), ...(as === undefined ? {} : { as }) }];
  }
  const others = living(population, 'User').filter(({ key }) => key !== figure.key && key !== figure.manager);
  return others.length === 0 ? [] : [plainly({ ...update(figure.key), manager: pick(random, others).key })];
};

/** Roles as a list: another one, or one more in the other expression. */
export const changeRoles: Move = (population, { roles }, random) => {
  const figure = someone(population, 'User', random);
  if (!roles || figure === undefined) return [];
  const role = (name: string): Json => ({ value: name, display: name });
  const isAdded = random() < 0.5;
  const names = sample(random, ['Auditor', 'Manager', 'Reader'], isAdded ? 1 : 2);
  const step: HistoryStep = {
    intent: { ...update(figure.key), set: { roles: names.map(role) } },
    shapes: { roles: isAdded ? 'added' : PLAIN },
  };
  return [isAdded ? { ...step, as: 'roles-complex' } : step];
};

/** Somebody is deleted: most of all who is in a group or has reports. */
export const removeUser: Move = (population, { removes }, random) => {
  const users = living(population, 'User');
  const groups = living(population, 'Group');
  const known = users.filter(
    ({ key }) => groups.some(({ members }) => members.includes(key)) || users.some(({ manager }) => manager === key),
  );
  const figure = known.length > 0 && random() < 0.7 ? pick(random, known) : pickOf(random, users);
  return !removes.User || figure === undefined ? [] : [plainly({ kind: 'delete', object: figure.key })];
};
