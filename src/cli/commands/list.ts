import type { Command } from 'commander';
import type { SelectionProblem } from '../../scenario/select.js';
import { KINDS, type Kind } from '../catalogue-kind.js';
import type { Io } from '../io.js';

/** `scim-check list`: the catalogues. */
export function addList(program: Command, io: Io): void {
  program
    .command('list')
    .summary('list scenarios, mappings, clients, checks, defects, variants or reports')
    .description('Lists what there is: the names that the other commands take.')
    .argument('<what>', KINDS.join(', '))
    .argument('[pattern...]', 'of scenarios: as for run; of checks: ids or sections (rfc7644/3.5.2); default: all')
    .option('--json', 'as JSON, for programs')
    .addHelpText(
      'after',
      '\nExamples:\n  scim-check list scenarios\n  scim-check list checks --json\n  scim-check list scenarios rfc7644/3.5.2\n',
    )
    .action((what: string, patterns: readonly string[], flags: { readonly json?: boolean }) =>
      list(what, patterns, flags.json === true, io),
    );
}

async function list(what: string, patterns: readonly string[], asJson: boolean, io: Io): Promise<void> {
  const { CATALOGUES, tableOf } = await import('../catalogues.js');
  const { didYouMean } = await import('../../yaml/nearest.js');
  const { UsageError } = await import('../../config/usage-error.js');
  const kind = KINDS.find((each) => each === what);
  if (kind === undefined) throw new UsageError(`there is no list of "${what}"`, didYouMean(what, KINDS));
  const names = patterns.length === 0 ? undefined : await namesOf(kind, patterns);
  const rows = CATALOGUES[kind]().filter(({ name }) => names === undefined || names.has(name));
  io.out.write(asJson ? `${JSON.stringify(rows, null, 2)}\n` : tableOf(rows, io.out.columns));
}

/** The names that patterns select. */
async function namesOf(kind: Kind, patterns: readonly string[]): Promise<ReadonlySet<string>> {
  const { UsageError } = await import('../../config/usage-error.js');
  const refuse = (problems: readonly SelectionProblem[]): void => {
    if (problems.length > 0) throw new UsageError(problems.map(({ message, hint = '' }) => `${message}. ${hint}`.trim()).join('\n'));
  };
  if (kind === 'scenarios') {
    const { select } = await import('../../config/scenarios.js');
    const { builtinScenarios } = await import('../../scenario/builtin-scenarios.js');
    const { selected, problems } = await select(builtinScenarios().scenarios, patterns);
    refuse(problems);
    return new Set(selected.map(({ id }) => id));
  }
  if (kind !== 'checks') throw new UsageError(`the list of ${kind} takes no patterns`, 'Scenarios and checks can be selected.');
  const { checksNamed } = await import('../../scenario/by-check.js');
  const found = patterns.map((pattern) => checksNamed(pattern));
  refuse(found.flatMap(({ problem }) => problem ?? []));
  return new Set(found.flatMap(({ checks }) => checks.map(({ id }) => id)));
}
