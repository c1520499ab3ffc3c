import { plainText } from '../../base/plain-text.js';
import { pick, type Random } from '../../client/values/random.js';
import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import { buildResource } from '../../scim/resource.js';
import { type HistoryStep, PLAIN } from '../history-step.js';
import type { Attribute, Material } from '../material.js';
import { type Figure, living, type Population } from '../population.js';
import { held, type Move, overlaps, pickOf, sample, someone } from './move.js';
import { CARRIED_OUT, memberOf, patchOf, pathOf, requestStep, resourceBody } from './request.js';

/** Operations of one PATCH, and what is awkward about their values. */
interface Operations {
  readonly operations: readonly JsonObject[];
  readonly shapes?: Readonly<Record<string, string>>;
}

/** Draws operations that RFC 7644 §3.5.2 lets any client send; undefined where there is nothing to write to. */
type Template = (figure: Figure, material: Material, random: Random) => Operations | undefined;

const OF_VALUES: readonly Template[] = [oneValue, oneValue, noPath, noPath, partOfName, oneAfterTheOther, remove, nothing, active];
const OF_LISTS: readonly Template[] = [wholeList, addToList, addToList, inList, inList, inList];

/** A PATCH of a user as the standard has it: of single values and complex ones, with and without paths. */
export const patchValues: Move = (population, material, random) => patch(OF_VALUES, population, material, random);

/** A PATCH of lists of addresses and numbers, or of values in them. */
export const patchLists: Move = (population, material, random) => patch(OF_LISTS, population, material, random);

/** The whole of a list is written: from then on each value of it is known. */
export const patchWholeList: Move = (population, material, random) => patch([wholeList], population, material, random);

function patch(templates: readonly Template[], population: Population, material: Material, random: Random): readonly HistoryStep[] {
  const figure = someone(population, 'User', random);
  if (!material.requests || !material.updates || figure === undefined || figure.disabledAs !== undefined) return [];
  const drawn = sample(random, templates, 2).flatMap((template) => template(figure, material, random) ?? []);
  const apart = drawn.filter((each, at) => at === 0 || !isAbout(each, drawn[0]));
  if (apart.length === 0) return [];
  const shapes = Object.assign({}, ...apart.map((each) => each.shapes ?? {}));
  return [
    patchOf(
      'User',
      figure.key,
      apart.flatMap(({ operations }) => operations),
      CARRIED_OUT,
      shapes,
    ),
  ];
}

/** Whether two groups of operations write to one attribute. */
function isAbout(one: Operations, other: Operations | undefined): boolean {
  const rootsOf = (each: Operations | undefined): string[] =>
    (each?.operations ?? []).flatMap(({ path, value }) =>
      (typeof path === 'string' ? [path] : isObject(value) ? Object.keys(value) : []).map((name) =>
        name.replace(/[[.].*$/, '').toLowerCase(),
      ),
    );
  return rootsOf(one).some((root) => rootsOf(other).includes(root));
}

function oneValue(_figure: Figure, material: Material, random: Random): Operations | undefined {
  const drawn = single(material, random);
  if (drawn === undefined) return undefined;
  const { path, value, shape } = drawn;
  return { operations: [{ op: verb(random), path: spelled(path, random), value }], shapes: { [path]: shape } };
}

function noPath(_figure: Figure, material: Material, random: Random): Operations | undefined {
  const drawn = [single(material, random), single(material, random)].flatMap((each) => each ?? []);
  if (drawn.length === 0) return undefined;
  const value = buildResource(drawn.map((each) => [each.path, each.value] as const));
  return { operations: [{ op: verb(random), value }], shapes: Object.fromEntries(drawn.map(({ path, shape }) => [path, shape])) };
}

/** Somebody is disabled, or comes back, by "add" as well as by "replace". */
function active(figure: Figure, material: Material, random: Random): Operations | undefined {
  return material.active ? { operations: [{ op: verb(random), path: 'active', value: !figure.active }] } : undefined;
}

/** The parts that are not mentioned stay. */
function partOfName(_figure: Figure, { attributes }: Material, random: Random): Operations | undefined {
  const part = pickOf(
    random,
    attributes.filter(({ path }) => /^name\.(given|family)name$/i.test(path)),
  );
  if (part === undefined) return undefined;
  return { operations: [{ op: verb(random), path: 'name', value: { [part.path.slice('name.'.length)]: part.plain } }] };
}

/** Each operation meets what the one before has left. */
function oneAfterTheOther(figure: Figure, { attributes, clearable }: Material, random: Random): Operations | undefined {
  const free = held(figure, clearable);
  const attribute = pickOf(
    random,
    attributes.filter(({ path }) => free.includes(path) && isSimple(path)),
  );
  if (attribute === undefined) return undefined;
  const { path, plain } = attribute;
  return {
    operations: [
      { op: 'replace', path, value: 'Interim' },
      { op: 'remove', path },
      { op: 'add', path, value: plain },
    ],
  };
}

/** A value goes; one that stands beside the operation changes nothing, and may be refused. */
function remove(figure: Figure, { clearable }: Material, random: Random): Operations | undefined {
  const path = pickOf(random, held(figure, clearable).filter(isSimple));
  return path === undefined ? undefined : { operations: [{ op: 'remove', path }] };
}

/** RFC 7643 §2.5: a value of null is none. */
function nothing(figure: Figure, { clearable }: Material, random: Random): Operations | undefined {
  const path = pickOf(random, held(figure, clearable).filter(isSimple));
  if (path === undefined) return undefined;
  return {
    operations: [random() < 0.5 ? { op: 'replace', path, value: null } : { op: 'replace', value: { [path]: null } }],
    shapes: { [path]: 'null' },
  };
}

function wholeList(_figure: Figure, material: Material, random: Random): Operations | undefined {
  const list = pickOf(random, material.lists);
  if (list === undefined) return undefined;
  const [first = 'work', second] = random() < 0.5 ? ['work', 'home'] : ['other', ...(random() < 0.6 ? ['work'] : [])];
  const value = [element(list, first, random, true), ...(second === undefined ? [] : [element(list, second, random)])];
  return { operations: [random() < 0.5 ? { op: 'replace', path: list, value } : { op: 'replace', value: { [list]: value } }] };
}

/** What is there stays. */
function addToList(figure: Figure, material: Material, random: Random): Operations | undefined {
  const list = pickOf(random, material.lists);
  if (list === undefined) return undefined;
  const known = figure.lists[list];
  // Nobody knows what a list holds that was written in part, or that a PUT has left out.
  if (known === undefined && figure.touched.some((each) => overlaps(each, list))) return undefined;
  const type = pickOf(random, known === undefined ? ['other'] : ['work', 'home', 'other'].filter((each) => !hasType(known, each)));
  if (type === undefined) return undefined;
  const value = [element(list, type, random)];
  return { operations: [random() < 0.5 ? { op: 'add', path: list, value } : { op: 'add', value: { [list]: value } }] };
}

/** One value of a list that is known: another value, the primary one in place of that which is, or none. */
function inList(figure: Figure, _material: Material, random: Random): Operations | undefined {
  const makesPrimary = random() < 0.4;
  const known = Object.entries(figure.lists).flatMap(([list, values]) =>
    Array.isArray(values) && values.length > 1
      ? values.flatMap((each) =>
          isObject(each) && !(makesPrimary && each['primary'] === true) ? [{ list, type: plainText(each['type']) }] : [],
        )
      : [],
  );
  const one = pickOf(random, known);
  if (one === undefined) return undefined;
  const { list, type } = one;
  const path = `${list}[type eq "${type}"]`;
  if (makesPrimary) return { operations: [{ op: 'replace', path: `${path}.primary`, value: true }] };
  const value = element(list, type, random)['value'] ?? '';
  return { operations: [random() < 0.5 ? { op: 'replace', path: `${path}.value`, value } : { op: 'remove', path }] };
}

function element(list: string, type: string, random: Random, primary = false): JsonObject {
  const value = list === 'emails' ? `${type}.\${random.uuid}@\${run.domain}` : `+1 425 555 0${100 + Math.floor(random() * 900)}`;
  return { type, value, ...(primary ? { primary: true } : {}) };
}

function hasType(list: Json | undefined, type: string): boolean {
  return Array.isArray(list) && list.some((each) => isObject(each) && each['type'] === type);
}

/** A single value of another attribute than a list's, plain or awkward. */
function single(
  { attributes }: Material,
  random: Random,
): { readonly path: string; readonly value: Json; readonly shape: string } | undefined {
  const attribute = pickOf(
    random,
    attributes.filter(({ path }) => !path.includes('[') && !isOwn(path)),
  );
  if (attribute === undefined) return undefined;
  const { path, plain, shapes } = attribute;
  const { shape, value } = shapes.length > 0 && random() < 0.4 ? pick(random, shapes) : { shape: PLAIN, value: plain };
  return { path, value, shape };
}

/** What people are told apart by is left to the steps of the directory. */
function isOwn(path: Attribute['path']): boolean {
  return /^externalid$/i.test(path);
}

function isSimple(path: string): boolean {
  return /^\w+$/.test(path);
}

/** Names of attributes have no case (RFC 7643 §2.1). */
function spelled(path: string, random: Random): string {
  return random() < 0.15 && isSimple(path) ? path.toUpperCase() : path;
}

function verb(random: Random): 'add' | 'replace' {
  return random() < 0.5 ? 'add' : 'replace';
}

/** A PATCH of a group's members, with all that a set has: somebody twice, somebody again, everybody, nobody. */
export const patchGroup: Move = (population, { requests, updates }, random) => {
  const figure = someone(population, 'Group', random);
  const everybody = living(population, 'User').map(({ key }) => key);
  if (!requests || !updates || figure === undefined || everybody.length === 0) return [];
  const some = sample(random, everybody, 3).map(memberOf);
  const drawn: readonly JsonObject[] = pick<readonly JsonObject[]>(random, [
    [{ op: 'replace', path: 'members', value: some }],
    [{ op: 'add', path: 'members', value: some }],
    [{ op: 'add', path: 'members', value: [...some, ...some] }],
    [{ op: 'add', value: { members: some } }],
    [{ op: 'replace', value: { members: some } }],
    [{ op: 'replace', path: 'members', value: [] }],
    [{ op: 'remove', path: 'members' }],
    sample(random, figure.members, 3).map((key) => ({ op: 'remove', path: `members[value eq "\${${key}.id}"]` })),
    [
      { op: 'replace', path: 'members', value: some.slice(0, 1) },
      { op: 'add', path: 'members', value: some.slice(1) },
    ],
  ]);
  const operations = drawn.filter(({ op, value }) => op !== 'add' || !Array.isArray(value) || value.length > 0);
  const isLegal = operations.length > 0 && (operations[0]?.['op'] !== 'remove' || figure.members.length > 0);
  return isLegal ? [patchOf('Group', figure.key, operations)] : [];
};

/** A PUT of a user with what everybody has, and nothing else; or of a group with exactly these members. */
export const putWhole: Move = (population, material, random) => {
  const figure = pickOf(
    random,
    [...living(population, 'User'), ...living(population, 'Group')].filter(({ disabledAs }) => disabledAs === undefined),
  );
  if (!material.requests || figure === undefined) return [];
  const { key, type } = figure;
  const demands = { expect: { status: [200] } };
  if (type === 'Group') {
    const members = sample(random, living(population, 'User'), 3).map((each) => memberOf(each.key));
    return [
      requestStep('PUT', pathOf(type, key), demands, { body: resourceBody(type, { displayName: `\${${key}.displayName}`, members }) }),
    ];
  }
  if (!material.puts) return [];
  const body = resourceBody(type, {
    userName: `\${${key}.userName}`,
    name: { givenName: 'Ann', familyName: 'Other' },
    emails: [element('emails', 'work', random, true)],
    displayName: 'Replaced Person',
    active: random() < 0.7,
  });
  return [requestStep('PUT', pathOf(type, key), demands, { body })];
};
