import { pick, type Random } from '../../client/values/random.js';
import type { Json } from '../../scim/json.js';
import type { HistoryStep } from '../history-step.js';
import { living } from '../population.js';
import type { Shaped } from '../shapes.js';
import { GROUPS, type Move, pickOf, plainly, put, sample, someone, USERS, update } from './move.js';

/** A group, most of them with people in it. */
export const createGroup: Move = (population, { groups, groupNames, groupVariants }, random) => {
  const key = GROUPS.find((each) => !population.has(each));
  if (!groups || key === undefined) return [];
  const shapes: Record<string, string> = {};
  const given: Record<string, Json> = {};
  const neighbour = random() < 0.4 ? someone(population, 'Group', random)?.key : undefined;
  if (neighbour !== undefined) put(given, shapes, 'displayName', nameBeside(neighbour, random));
  else if (groupNames.length > 0 && random() < 0.5) put(given, shapes, 'displayName', pick(random, groupNames));
  const members = random() < 0.75 ? sample(random, living(population, 'User'), USERS.length).map((figure) => figure.key) : [];
  const as = random() < 0.3 ? pickOf(random, groupVariants) : undefined;
  const object = { type: 'Group', key, with: given, without: [], members } as const;
  return [{ intent: { kind: 'create', object }, shapes, ...(as === undefined ? {} : { as }) }];
};

/** A group with everybody in it. */
export const createFullGroup: Move = (population, { groups }) => {
  const key = GROUPS.find((each) => !population.has(each));
  const members = living(population, 'User').map((figure) => figure.key);
  return !groups || key === undefined ? [] : [plainly({ kind: 'create', object: { type: 'Group', key, with: {}, without: [], members } })];
};

/** A name that begins like another, or differs from it in an accent: a look-up must tell them apart. */
function nameBeside(neighbour: string, random: Random): Shaped {
  const name = `\${${neighbour}.displayName}`;
  return random() < 0.5 ? { shape: 'begins like another', value: `${name}.` } : { shape: 'differs in an accent', value: `${name}\u0301` };
}

/** People come and go, in one request or in one each. */
export const changeMembers: Move = (population, { updates, memberVariants }, random) => {
  const figure = someone(population, 'Group', random);
  if (!updates || figure === undefined) return [];
  const everybody = living(population, 'User').map(({ key }) => key);
  const outside = everybody.filter((key) => !figure.members.includes(key));
  // Now and then somebody is added who is there already, by themselves or with others, or removed who is not.
  const isOdd = random() < 0.2;
  const again = (): string[] =>
    random() < 0.5 ? sample(random, figure.members, 2) : [figure.members, outside].flatMap((each) => pickOf(random, each) ?? []);
  const add = random() < 0.5 ? (isOdd ? again() : sample(random, outside, 2)) : [];
  const remove =
    add.length === 0 || random() < 0.3 ? sample(random, isOdd ? outside : figure.members, 2).filter((key) => !add.includes(key)) : [];
  const as = random() < 0.4 && !isOdd ? pickOf(random, memberVariants) : undefined;
  if (add.length + remove.length === 0) return [];
  return [{ ...plainly({ ...update(figure.key), add, remove }), ...(as === undefined ? {} : { as }) }];
};

/** The whole list of the members is sent. */
export const pushMembers: Move = (population, { updates, pushesMembers, pushVariants }, random) => {
  const figure = someone(population, 'Group', random);
  if (!updates || !pushesMembers || figure === undefined) return [];
  const members = random() < 0.2 ? [] : sample(random, living(population, 'User'), USERS.length).map(({ key }) => key);
  const as = random() < 0.3 ? pickOf(random, pushVariants) : undefined;
  return [{ ...plainly({ ...update(figure.key), members }), ...(as === undefined ? {} : { as }) }];
};

/** A group has another name, or gets an id of the directory's. */
export const renameGroup: Move = (population, { updates, groupNames, groupIds, renameVariants }, random) => {
  const figure = someone(population, 'Group', random);
  if (!updates || figure === undefined || groupNames.length === 0) return [];
  if (groupIds && random() < 0.3) return [plainly({ ...update(figure.key), set: { externalId: '${random.uuid}' } })];
  const { shape, value } = pick(random, groupNames);
  const as = random() < 0.3 ? pickOf(random, renameVariants) : undefined;
  const step: HistoryStep = { intent: { ...update(figure.key), set: { displayName: value } }, shapes: { displayName: shape } };
  return [as === undefined ? step : { ...step, as }];
};

/** A group is deleted. */
export const removeGroup: Move = (population, { removes }, random) => {
  const figure = someone(population, 'Group', random);
  return !removes.Group || figure === undefined ? [] : [plainly({ kind: 'delete', object: figure.key })];
};
