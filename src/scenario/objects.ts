import type { Json } from '../scim/json.js';
import { isObject } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';
import type { ObjectSpec, Scenario, Step } from './scenario.js';

/** An object of a scenario, and the steps in which it comes and goes. */
export interface KnownObject {
  readonly key: string;
  readonly type: ResourceType;
  /** Index of the step that creates it. */
  readonly created: number;
}

/**
 * All objects that a scenario brings into the directory, by key: a `match` step may name one before the step that creates it.
 *
 * @param scenario a validated scenario
 */
export function objectsOf(scenario: Scenario): ReadonlyMap<string, ObjectSpec> {
  const created = scenario.steps.flatMap(({ intent }) => (intent.kind === 'create' ? [intent.object] : []));
  return new Map(created.map((object) => [object.key, object]));
}

/** Follows the objects of a scenario while its steps are judged in order. */
export class ObjectBook {
  readonly #steps: readonly (Step | undefined)[];
  readonly #lineOf: (step: number) => number;
  readonly #all = new Map<string, KnownObject>();
  readonly #deleted = new Map<string, number>();
  #now = 0;

  /**
   * @param steps the steps whose form is right
   * @param written all steps as written: an object of a broken `create` step counts as known, so that one mistake is told once
   * @param lineOf the line in which a step stands
   */
  constructor(steps: readonly (Step | undefined)[], written: readonly Json[], lineOf: (step: number) => number) {
    this.#steps = steps;
    this.#lineOf = lineOf;
    for (const [index, step] of written.entries()) {
      for (const object of createdBy(step, index)) if (!this.#all.has(object.key)) this.#all.set(object.key, object);
    }
  }

  /** Tells that a step is over. */
  after(index: number): void {
    const intent = this.#steps[index]?.intent;
    if (intent?.kind === 'delete') this.#deleted.set(intent.object, index);
    this.#now = index + 1;
  }

  /** The object, whether an earlier or a later step creates it. */
  find(key: string): KnownObject | undefined {
    return this.#all.get(key);
  }

  /** Whether an earlier step created the object. */
  exists(object: KnownObject): boolean {
    return object.created < this.#now;
  }

  /** Keys of the objects that earlier steps created, of one type or of all. */
  keys(type?: ResourceType): string[] {
    return [...this.#all.values()]
      .filter((object) => this.exists(object) && (type === undefined || object.type === type))
      .map(({ key }) => key);
  }

  /** The line of the step that deleted the object, if one did. */
  deletedInLine(key: string): number | undefined {
    const step = this.#deleted.get(key);
    return step === undefined ? undefined : this.#lineOf(step);
  }

  /** The line of the step that creates the object. */
  createdInLine(object: KnownObject): number {
    return this.#lineOf(object.created);
  }
}

function createdBy(step: Json, created: number): KnownObject[] {
  const create = isObject(step) ? step['create'] : undefined;
  if (!isObject(create)) return [];
  const { user, group } = create;
  return [
    ...(typeof user === 'string' ? [{ key: user, type: 'User', created } as const] : []),
    ...(typeof group === 'string' ? [{ key: group, type: 'Group', created } as const] : []),
  ];
}
