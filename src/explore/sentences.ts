import { VARIANTS, type Variant } from '../client/variant.js';
import type { IntentOf } from '../scenario/intent.js';
import type { Json } from '../scim/json.js';
import { type History, PLAIN } from './history-step.js';
import { after, isAlive, NOBODY, type Population } from './population.js';
import { requestSentence } from './request-sentence.js';
import { listed, shortPath } from './words.js';

/** A history as people tell it: one sentence for each step. */
export function sentencesOf(history: History): readonly string[] {
  let population: Population = NOBODY;
  return history.map((step) => {
    const sentence = sentenceOf(step, population);
    population = after(population, step) ?? population;
    return sentence;
  });
}

function sentenceOf(step: History[number], population: Population): string {
  const { intent, shapes, as } = step;
  switch (intent.kind) {
    case 'request':
      return requestSentence(step, intent);
    case 'create':
      return creation(intent, shapes, as);
    case 'update':
      return `In ${intent.object}, ${listed(changes(intent, shapes, population))}${as === undefined ? '' : ` (${VARIANTS[as].title})`}.`;
    case 'delete':
      return `Delete ${intent.object}.`;
    case 'match':
      return lookUp(intent, isAlive(population.get(intent.object)));
    case 'read':
      return isAlive(population.get(intent.object)) ? `Read ${intent.object}.` : `Read ${intent.object}: it is to be gone.`;
    case 'list':
      return intent.resource === 'User' ? 'List all users.' : 'List all groups.';
    default:
      return intent.kind;
  }
}

function lookUp({ object, former, every, letterCase }: IntentOf<'match'>, isThere: boolean): string {
  if (former === true) return `Look ${object} up by the former name: nobody is to be found.`;
  if (every !== undefined) return `Look ${object} up by each attribute that can be filtered.`;
  const how = letterCase === undefined ? '' : `, written in ${letterCase} case`;
  return `Look ${object} up by name${how}${isThere ? '' : ': nobody is to be found'}.`;
}

function creation({ object }: IntentOf<'create'>, shapes: History[number]['shapes'], as: Variant | undefined): string {
  const { type, key, members, manager, persona, without } = object;
  const parts = [
    ...(persona === undefined ? [] : [`whose name has ${PERSONA_WORDS[persona] ?? persona}`]),
    ...(manager === undefined ? [] : [`whose manager is ${manager}`]),
    ...(members.length === 0 ? [] : [`with ${listed(members)} in it`]),
    ...Object.entries(object.with).map(([path, value]) => `with ${given(path, value, shapes[path])}`),
    ...(without.length === 0 ? [] : [`without ${listed(without.map(shortPath))}`]),
    ...(as === undefined ? [] : [`(${VARIANTS[as].title})`]),
  ];
  return `Create ${type === 'User' ? 'user' : 'group'} ${key}${parts.length === 0 ? '' : `, ${parts.join(', ')}`}.`;
}

const PERSONA_WORDS: Readonly<Record<string, string>> = {
  apostrophe: 'an apostrophe',
  plus: 'a plus sign',
  'upper-case': 'capitals',
  accents: 'accents',
  emoji: 'an emoji',
  cjk: 'Chinese letters',
  'right-to-left': 'Arabic letters',
  scripts: 'letters of several scripts',
  quotes: 'quotation marks',
  long: 'very many letters',
  'no-email': 'no @',
  guest: '#EXT# in it',
};

function changes(intent: IntentOf<'update'>, shapes: History[number]['shapes'], population: Population): string[] {
  const { set, clear, manager, add, remove, members } = intent;
  const { active, ...others } = set;
  const isBack = population.get(intent.object)?.active === false;
  return [
    ...(typeof active === 'boolean' ? [active ? (isBack ? 'restore the account' : 'set active') : 'disable the account'] : []),
    ...Object.entries(others).map(([path, value]) => `set ${given(path, value, shapes[path])}`),
    ...clear.map((path) => `clear ${shortPath(path)}`),
    ...(manager === undefined ? [] : [manager === null ? 'take the manager away' : `make ${manager} the manager`]),
    ...(remove.length === 0 ? [] : [`remove ${listed(remove)}`]),
    ...(add.length === 0 ? [] : [`add ${listed(add)}`]),
    ...(members === undefined
      ? []
      : [members.length === 0 ? 'replace the members with nobody' : `replace the members with ${listed(members)}`]),
  ];
}

function given(path: string, value: Json, shape = PLAIN): string {
  const text = typeof value === 'string' ? value : undefined;
  const predecessor = text === undefined ? undefined : /^\$\{([\w-]+)\.(?:userName|displayName)\}$/.exec(text)?.[1];
  if (predecessor !== undefined) return `the name that ${predecessor} had`;
  const neighbour = text === undefined ? undefined : /\$\{([\w-]+)\.(?:userName|displayName)\}/.exec(text)?.[1];
  if (neighbour !== undefined)
    return `${shortPath(path)} ${JSON.stringify(text?.replace(/\$\{[^}]*\}/, '…'))}, where … is the one of ${neighbour}`;
  if (shape === PLAIN) return `${shortPath(path)}${text?.includes('${') === false ? ` to ${JSON.stringify(value)}` : ''}`;
  return `${shortPath(path)} to ${JSON.stringify(text?.replaceAll(/\s?\$\{[^}]*\}/g, '…') ?? value)}`;
}
