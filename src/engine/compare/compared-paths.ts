import type { Family } from '../../client/client.js';
import type { ResourceType } from '../../scim/message.js';
import { mappedRows } from '../mapping/mapped-rows.js';
import { type CompiledPath, compilePath } from '../state/compiled-path.js';
import type { CompareContext } from './compare-context.js';
import { isUnsupported } from './unsupported-attributes.js';
import { returnedWhen } from './visibility.js';

/** The target paths that a scenario compares; they are asked for after every write, so they are kept. */
export class ComparedPaths {
  readonly #context: CompareContext;
  readonly #family: Family;
  /** Paths that the scenario gives values to on top of the mapping. */
  readonly #extra: Readonly<Record<ResourceType, Set<string>>> = { User: new Set(), Group: new Set(['members', 'displayName']) };
  readonly #known = new Map<ResourceType, readonly CompiledPath[]>();

  constructor(context: CompareContext, family: Family) {
    this.#context = context;
    this.#family = family;
  }

  /** Compares a path from now on, whether the mapping has it or not. */
  add(type: ResourceType, path: string): void {
    if (this.#extra[type].has(path)) return;
    this.#extra[type].add(path);
    this.#known.delete(type);
  }

  /** Mapped paths, and those that the scenario gives values to, as far as the target has and returns them. */
  of(type: ResourceType): readonly CompiledPath[] {
    const known = this.#known.get(type);
    if (known !== undefined) return known;
    const { mapping, facts } = this.#context;
    // What is merely offered is looked at by the scenarios that are about it.
    const mapped = mappedRows(mapping, type).flatMap((row) => (row.offered === true ? [] : row.name));
    const all = new Set([...mapped, ...this.#extra[type]]);
    const paths = [...all]
      .map((text) => compilePath(facts.schemas, type, text))
      // Members have a second place where they may show: among the users' groups.
      .filter(
        (path) =>
          path.text === 'members' || (returnedWhen(path) !== 'never' && !isUnsupported(this.#context, this.#family, type, path.text)),
      );
    this.#known.set(type, paths);
    return paths;
  }
}
