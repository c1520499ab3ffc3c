import { plainText } from '../base/plain-text.js';
import type { IntentOf } from '../scenario/intent.js';
import { getMember, isObject, type Json } from '../scim/json.js';
import { type HistoryStep, keyIn, PLAIN } from './history-step.js';
import type { Figure, Population, Stage } from './population.js';
import { living } from './population.js';
import { pathsOf } from './request-effect.js';

/** What a step tries: an operation, an attribute, the shape of its value, and how far the resource has come. */
export interface Pair {
  readonly operation: string;
  readonly attribute: string;
  readonly shape: string;
  readonly stage: Stage | 'none';
}

/** A pair as text: equal pairs are equal texts. */
export function keyOf({ operation, attribute, shape, stage }: Pair): string {
  return [operation, attribute, shape, stage].join(' · ');
}

/** Makes a pair for one resource. */
type MakePair = (operation: string, attribute: string, shape?: string) => Pair;

/**
 * What a step tries.
 *
 * @param step the step
 * @param before the directory before it
 */
export function pairsOf(step: HistoryStep, before: Population): Pair[] {
  const { intent, as } = step;
  const figure = before.get(keyIn(step) ?? '');
  const pair: MakePair = (operation, attribute, shape = PLAIN) => ({ operation, attribute, shape, stage: figure?.stage ?? 'none' });
  const alternative = as === undefined ? [] : [pair(intent.kind, 'alternative', as)];
  switch (intent.kind) {
    case 'create':
      return [...alternative, ...pairsOfCreation(intent, step.shapes, before, pair)];
    case 'update':
      return [...alternative, ...pairsOfUpdate(intent, step.shapes, figure, pair)];
    case 'match':
      return intent.former === true || intent.every !== undefined || intent.letterCase !== undefined
        ? [pair('match', 'name', intent.former === true ? 'former' : (intent.every ?? intent.letterCase ?? PLAIN))]
        : [];
    case 'delete':
      return [pair('delete', figure?.type ?? 'User', figure === undefined ? PLAIN : tiesOf(figure, before))];
    case 'request':
      return pairsOfRequest(step, intent, pair);
    default:
      return [];
  }
}

/** What ties somebody to others, who may come to harm when they go. */
function tiesOf({ key }: Figure, population: Population): string {
  if (living(population, 'Group').some(({ members }) => members.includes(key))) return 'member';
  return living(population, 'User').some(({ manager }) => manager === key) ? 'manager' : PLAIN;
}

function pairsOfCreation({ object }: IntentOf<'create'>, shapes: HistoryStep['shapes'], before: Population, pair: MakePair): Pair[] {
  const { type, key, members, manager, without } = object;
  const predecessor = before.get(key.replace(/-again$/, ''));
  return [
    pair('create', type, predecessor === undefined ? PLAIN : 'successor'),
    ...Object.entries(shapes).map(([path, shape]) => pair('create', path, shape)),
    ...(members.length > 0 ? [pair('create', 'members', members.length > 1 ? 'several' : PLAIN)] : []),
    ...(manager === undefined ? [] : [pair('create', 'manager')]),
    ...without.map((path) => pair('create without', path)),
  ];
}

function pairsOfUpdate(intent: IntentOf<'update'>, shapes: HistoryStep['shapes'], figure: Figure | undefined, pair: MakePair): Pair[] {
  const held = figure?.members ?? [];
  const { set, clear, manager, add, remove, members } = intent;
  const odd = (keys: readonly string[], isMember: boolean): boolean => keys.some((key) => held.includes(key) === isMember);
  return [
    ...Object.keys(set).map((path) => pair('set', path, shapes[path])),
    ...clear.map((path) => pair('clear', path)),
    ...(manager === undefined ? [] : [pair(manager === null ? 'clear' : 'set', 'manager')]),
    ...(add.length === 0
      ? []
      : [pair('add', 'members', odd(add, true) ? (odd(add, false) ? 'again with others' : 'again') : several(add))]),
    ...(remove.length === 0 ? [] : [pair('remove', 'members', odd(remove, false) ? 'not there' : ofHow(remove, held))]),
    ...(add.length > 0 && remove.length > 0 ? [pair('change', 'members', 'some go and some come')] : []),
    ...(members === undefined ? [] : [pair('set', 'members', overlapOf(members, held))]),
  ];
}

function several(keys: readonly string[]): string {
  return keys.length > 1 ? 'several' : PLAIN;
}

/** Who is left matters: all go, one of several, several of more. */
function ofHow(remove: readonly string[], held: readonly string[]): string {
  return remove.length >= held.length ? `all ${several(remove)}` : `${several(remove)} of more`;
}

function overlapOf(members: readonly string[], held: readonly string[]): string {
  const staying = members.filter((key) => held.includes(key)).length;
  if (members.length === 0) return 'empty list';
  if (staying === 0) return 'others';
  return staying === members.length && staying === held.length ? 'the same' : 'some of them';
}

function pairsOfRequest({ demands, shapes }: HistoryStep, { method, target, body }: IntentOf<'request'>, pair: MakePair): Pair[] {
  const operations = isObject(body) ? getMember(body, 'Operations') : undefined;
  const isExpected = demands?.check === undefined;
  if (method !== 'PATCH' || !Array.isArray(operations) || !isExpected)
    return [pair(method, /^\/Groups/.test(target) ? 'Group' : 'User', demands?.check ?? PLAIN)];
  return operations.flatMap((operation): Pair[] => {
    if (!isObject(operation)) return [];
    return pathsOf(operation).map((path) =>
      pair(`PATCH ${plainText(operation['op'])}`, path.replace(/\[.*$/, ''), shapes[path] ?? formOf(operation, path, operations)),
    );
  });
}

/** How an operation is written. */
function formOf({ path, value }: { readonly [name: string]: Json }, name: string, operations: readonly Json[]): string {
  if (name.includes('[')) return name.replace(/^[^\]]*\]/, 'value') || 'value';
  const form = path === undefined ? 'no path' : PLAIN;
  const isList = Array.isArray(value) && value.length !== 1;
  return `${form}${isList ? ' list' : ''}${operations.length > 1 ? ' with others' : ''}`;
}
