import type { Family } from '../../client/client.js';
import type { ResourceType } from '../../scim/message.js';
import { mappedRows } from '../mapping/mapped-rows.js';
import type { RunContext } from '../run/run-context.js';
import { isUnsupported } from './unsupported-attributes.js';
import { returnedWhen } from './visibility.js';

/** The target paths that a play compares; they are asked for after every write, so they are kept. */
export class ComparedPaths {
  readonly #known = new Map<ResourceType, { readonly extra: number; readonly paths: readonly string[] }>();

  /**
   * Mapped paths, and those that the scenario gives values to, as far as the target has and shows them.
   *
   * @param run the run
   * @param family who plays
   * @param type the resource type
   * @param extra paths that the scenario gives values to; steps only ever add some
   */
  paths(run: RunContext, family: Family, type: ResourceType, extra: ReadonlySet<string>): readonly string[] {
    const { mapping, facts } = run;
    const known = this.#known.get(type);
    if (known !== undefined && known.extra === extra.size) return known.paths;
    const mapped = mappedRows(mapping, type).map((row) => row.name);
    const all = new Set([...mapped, ...(type === 'User' ? extra : ['members', 'displayName'])]);
    // Members have a second place where they may show: among the users' groups.
    const paths = [...all].filter(
      (path) => path === 'members' || (returnedWhen(facts.schemas, type, path) !== 'never' && !isUnsupported(run, family, type, path)),
    );
    this.#known.set(type, { extra: extra.size, paths });
    return paths;
  }
}
