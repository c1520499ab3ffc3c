import type { HistoryStep } from './history.js';
import { PLAIN } from './history.js';
import type { Material } from './material.js';
import type { Population, Stage } from './population.js';

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

/**
 * What a step tries.
 *
 * @param step the step
 * @param before the directory before it
 */
export function pairsOf({ intent, shapes }: HistoryStep, before: Population): Pair[] {
  const stage = 'object' in intent && typeof intent.object === 'string' ? (before.get(intent.object)?.stage ?? 'none') : 'none';
  const pair = (operation: string, attribute: string, shape = PLAIN): Pair => ({ operation, attribute, shape, stage });
  const membersPair = (operation: string, keys: readonly string[]): Pair[] => {
    const members = 'object' in intent && typeof intent.object === 'string' ? (before.get(intent.object)?.members ?? []) : [];
    const isOdd = keys.some((key) => members.includes(key) === (operation === 'add'));
    const shape = isOdd ? (operation === 'add' ? 'again' : 'not there') : keys.length > 1 ? 'several' : PLAIN;
    return keys.length === 0 ? [] : [pair(operation, 'members', shape)];
  };
  switch (intent.kind) {
    case 'create': {
      const { type, members, manager, without } = intent.object;
      const values = Object.entries(shapes).map(([path, shape]) => pair('create', path, shape));
      const parts = [
        ...(members.length > 0 ? [pair('create', 'members')] : []),
        ...(manager === undefined ? [] : [pair('create', 'manager')]),
        ...without.map((path) => pair('create without', path)),
      ];
      return [pair('create', type), ...values, ...parts];
    }
    case 'update':
      return [
        ...Object.keys(intent.set).map((path) => pair('set', path, shapes[path])),
        ...intent.clear.map((path) => pair('clear', path)),
        ...(intent.manager === undefined ? [] : [pair(intent.manager === null ? 'clear' : 'set', 'manager')]),
        ...membersPair('add', intent.add),
        ...membersPair('remove', intent.remove),
        ...(intent.members === undefined ? [] : [pair('set', 'members', intent.members.length === 0 ? 'empty list' : PLAIN)]),
      ];
    case 'match':
      return intent.former === true || intent.every !== undefined || intent.letterCase !== undefined
        ? [pair('match', 'name', intent.former === true ? 'former' : (intent.every ?? intent.letterCase ?? PLAIN))]
        : [];
    case 'delete':
      return [pair('delete', before.get(intent.object)?.type ?? 'User')];
    default:
      return [];
  }
}

const STAGES: readonly Stage[] = ['new', 'changed', 'disabled', 'restored', 'successor'];

/** All that histories for a client can try of values: what is left of it can be told. */
export function allPairs(material: Material): ReadonlySet<string> {
  const { attributes, clearable, updates, active, removes } = material;
  const users = STAGES.filter(
    (stage) => (stage !== 'successor' || removes.User) && (active || (stage !== 'disabled' && stage !== 'restored')),
  );
  const pairs: Pair[] = [];
  for (const { path, shapes } of attributes) {
    for (const { shape } of shapes) pairs.push({ operation: 'create', attribute: path, shape, stage: 'none' });
    if (!updates) continue;
    for (const shape of [PLAIN, ...shapes.map((each) => each.shape)])
      for (const stage of users) pairs.push({ operation: 'set', attribute: path, shape, stage });
  }
  for (const path of clearable) {
    pairs.push({ operation: 'create without', attribute: path, shape: PLAIN, stage: 'none' });
    if (updates) for (const stage of users) pairs.push({ operation: 'clear', attribute: path, shape: PLAIN, stage });
  }
  return new Set(pairs.map(keyOf));
}

/** Which pairs a run has visited. */
export class Coverage {
  readonly #all: ReadonlySet<string>;
  readonly #seen = new Set<string>();
  /** Operations on attributes, whatever the value and the resource: these come first. */
  readonly #rough = new Set<string>();

  constructor(material: Material) {
    this.#all = allPairs(material);
  }

  visit(pairs: readonly Pair[]): void {
    for (const pair of pairs) {
      this.#seen.add(keyOf(pair));
      this.#rough.add(roughly(pair));
    }
  }

  /** How much of a step is new: what was never done with an attribute counts more than a new value for it. */
  newIn(pairs: readonly Pair[]): number {
    return pairs.reduce((sum, pair) => sum + (this.#rough.has(roughly(pair)) ? 0 : 3) + (this.#seen.has(keyOf(pair)) ? 0 : 1), 0);
  }

  get visited(): number {
    return [...this.#seen].filter((key) => this.#all.has(key)).length;
  }

  get total(): number {
    return this.#all.size;
  }
}

function roughly({ operation, attribute }: Pair): string {
  return `${operation} ${attribute}`;
}
