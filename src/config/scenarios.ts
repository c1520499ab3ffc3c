import { resolve } from 'node:path';
import type { Mapping } from '../mapping/mapping.js';
import { builtinScenarios } from '../scenario/builtin-scenarios.js';
import type { Scenario } from '../scenario/scenario.js';
import { selectScenarios } from '../scenario/select.js';
import { isFolder } from './folder.js';
import { refuse } from './refuse.js';
import type { Setting } from './resolve.js';
import { UsageError } from './usage-error.js';
import { looksLikeFile } from './values.js';

/**
 * The scenarios to play: the built-in ones that the patterns select, then those of the files named.
 *
 * @param named ids, folders, patterns and files; empty: all built-in scenarios
 * @param cwd working directory
 * @param mapping what the clients exchange, where it is known: scenarios of one's own may name its attributes
 * @returns at least one scenario
 * @throws UsageError when a file is not right, when an id stands twice, or when a pattern selects nothing
 */
export async function scenariosNamed(named: Setting<readonly string[]>, cwd: string, mapping?: Mapping): Promise<Scenario[]> {
  const builtin = builtinScenarios();
  refuse(builtin.problems);
  const isPath = (name: string): boolean => looksLikeFile(name) || (isFolder(resolve(cwd, name)) && isUnknown(name, builtin.scenarios));
  const paths = named.value.filter(isPath);
  const patterns = named.value.filter((each) => !isPath(each));
  // Most runs read no file of the user's own, and reading YAML takes longer to load than all that they do play.
  const own = paths.length === 0 ? [] : (await import('./own-scenarios.js')).ownScenarios(paths, cwd, mapping);
  const wanted = named.value.length === 0 || patterns.length > 0;
  const { selected, problems } = wanted ? await select(builtin.scenarios, patterns) : { selected: [], problems: [] };
  if (problems.length > 0) {
    const lines = problems.map((problem) => `${named.from}: ${problem.message}${problem.hint === undefined ? '' : `. ${problem.hint}`}`);
    throw new UsageError(
      lines.join('\n'),
      'All scenarios: scim-check list scenarios. A file is named with its ending: ./users/leaver.yaml',
    );
  }
  // A scenario of one's own with a built-in id takes its place, so that a built-in one can be adapted.
  const replaced = new Set(own.map((scenario) => scenario.id));
  return [...selected.filter((scenario) => !replaced.has(scenario.id)), ...own];
}

/** Whether the name selects nothing of what comes with the package: then a folder of that name is meant. */
function isUnknown(name: string, builtin: readonly Scenario[]): boolean {
  return selectScenarios(builtin, [name]).problems.length > 0;
}

/**
 * Selects by ids, folders, patterns, tags, checks and sections of the standard.
 *
 * @param all the scenarios that there are
 * @param patterns what was given
 */
export async function select(all: readonly Scenario[], patterns: readonly string[]): Promise<ReturnType<typeof selectScenarios>> {
  if (!patterns.some((pattern) => /^(sc|rfc)/i.test(pattern))) return selectScenarios(all, patterns);
  // The catalogues of checks and of defects are large.
  const [{ isByCheck, scenariosAbout }, { DEFECTS }] = await Promise.all([
    import('../scenario/by-check.js'),
    import('../sample/defects/index.js'),
  ]);
  const failuresOf = (check: string): string[] =>
    DEFECTS.flatMap((defect) => ([defect.check].flat().some((each) => each === check) ? [defect.failure ?? []].flat() : []));
  return selectScenarios(all, patterns, (pattern) => {
    // A folder is called rfc as well.
    const isScenario = all.some(({ id }) => id === pattern || id.startsWith(`${pattern.replace(/\/+$/, '')}/`));
    return isByCheck(pattern) && !isScenario ? scenariosAbout(pattern, all, failuresOf) : undefined;
  });
}
