import { pick, type Random } from '../../client/values/random.js';
import type { Intent, IntentOf } from '../../scenario/intent.js';
import type { Json } from '../../scim/json.js';
import type { HistoryStep } from '../history-step.js';
import type { Material } from '../material.js';
import { type Figure, living, type Population } from '../population.js';
import type { Shaped } from '../shapes.js';

/**
 * Draws what the directory does next: one step, or a few that belong together; none where there is nothing of the kind to do.
 *
 * @param population the directory so far
 * @param material what it is made of
 * @param random the source
 */
export type Move = (population: Population, material: Material, random: Random) => readonly HistoryStep[];

/** A value of any kind, with the word for its shape. */
export interface ShapedValue {
  readonly shape: string;
  readonly value: Json;
}

/** The names of the objects of a history: few, so that they meet one another. */
export const USERS: readonly string[] = ['ann', 'ben', 'cleo'];
export const GROUPS: readonly string[] = ['team', 'crew'];

/** A step with plain values. */
export function plainly(intent: Intent): HistoryStep {
  return { intent, shapes: {} };
}

/** An update that changes nothing yet. */
export function update(object: string): IntentOf<'update'> {
  return { kind: 'update', object, set: {}, clear: [], add: [], remove: [] };
}

/** Gives a step a value, and says of what shape it is. */
export function put(set: Record<string, Json>, shapes: Record<string, string>, path: string, { shape, value }: ShapedValue | Shaped): void {
  set[path] = value;
  shapes[path] = shape;
}

/** One of a list; undefined of an empty one. */
export function pickOf<T>(random: Random, items: readonly T[]): T | undefined {
  return items.length === 0 ? undefined : pick(random, items);
}

/** Somebody of a type who is there. */
export function someone(population: Population, type: Figure['type'], random: Random): Figure | undefined {
  return pickOf(random, living(population, type));
}

/** What of the clearable values somebody surely has. */
export function held({ empty, touched }: Figure, clearable: readonly string[]): readonly string[] {
  return clearable.filter((path) => ![...empty, ...touched].some((each) => overlaps(each, path)));
}

/** Whether one path is the other, or a part of it. */
export function overlaps(one: string, other: string): boolean {
  return one === '' || other === '' || one.startsWith(other) || other.startsWith(one);
}

/** From one to so many of a list, each once; none of an empty list. */
export function sample<T>(random: Random, items: readonly T[], most: number): T[] {
  const left = [...items];
  const count = Math.min(left.length, 1 + Math.floor(random() * most));
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
}
