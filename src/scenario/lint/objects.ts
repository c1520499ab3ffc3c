import type { ResourceType } from '../../scim/message.js';

/** An object of a scenario, and the step that creates it. */
export interface KnownObject {
  readonly key: string;
  readonly type: ResourceType;
  /** Index of the step that creates it. */
  readonly created: number;
}

/** Follows the objects of a scenario while its steps are judged in order. */
export class ObjectBook {
  readonly #lineOf: (step: number) => number;
  readonly #all = new Map<string, KnownObject>();
  readonly #deleted = new Map<string, number>();
  #now = 0;

  /**
   * @param created the objects that the steps create, in order; those of a step whose form is wrong count, so that one mistake is
   *   told once
   * @param lineOf the line in which a step stands
   */
  constructor(created: readonly KnownObject[], lineOf: (step: number) => number) {
    this.#lineOf = lineOf;
    for (const object of created) if (!this.#all.has(object.key)) this.#all.set(object.key, object);
  }

  /**
   * Ends a step.
   *
   * @param index the step's index
   * @param deleted key of the object that it deleted
   */
  after(index: number, deleted?: string): void {
    if (deleted !== undefined) this.#deleted.set(deleted, index);
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
