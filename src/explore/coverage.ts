import { PLAIN } from './history-step.js';
import type { Material } from './material.js';
import { keyOf, type Pair } from './pairs.js';
import type { Stage } from './population.js';

const STAGES: readonly Stage[] = ['new', 'changed', 'disabled', 'restored', 'successor'];

/** All that histories for a client can try of values: what is left of it can be told. */
export function allPairs(material: Material): ReadonlySet<string> {
  const { attributes, advertised, clearable, omittable, lists, updates, requests, active, removes } = material;
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
  for (const { path } of [...advertised.User, ...advertised.Group]) {
    pairs.push({ operation: 'create', attribute: path, shape: PLAIN, stage: 'none' });
    for (const operation of updates ? ['set', 'clear'] : [])
      for (const stage of ['new', 'changed'] as const) pairs.push({ operation, attribute: path, shape: PLAIN, stage });
  }
  for (const path of omittable) pairs.push({ operation: 'create without', attribute: path, shape: PLAIN, stage: 'none' });
  for (const path of requests && updates ? [...attributes.map((each) => each.path).filter((each) => !each.includes('[')), ...lists] : [])
    for (const operation of ['PATCH add', 'PATCH replace'])
      for (const stage of users) pairs.push({ operation, attribute: path, shape: PLAIN, stage });
  for (const path of clearable) {
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
