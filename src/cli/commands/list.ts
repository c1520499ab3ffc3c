import type { Command } from 'commander';
import { KINDS } from '../catalogue-kind.js';
import type { Io } from '../io.js';

/** `scim-check list`: the catalogues. */
export function addList(program: Command, io: Io): void {
  program
    .command('list')
    .summary('list scenarios, mappings, clients, checks, defects, variants or reports')
    .description('Lists what there is: the names that the other commands take.')
    .argument('<what>', KINDS.join(', '))
    .option('--json', 'as JSON, for programs')
    .addHelpText('after', '\nExamples:\n  scim-check list scenarios\n  scim-check list checks --json\n')
    .action((what: string, flags: { readonly json?: boolean }) => list(what, flags.json === true, io));
}

async function list(what: string, asJson: boolean, io: Io): Promise<void> {
  const { CATALOGUES, tableOf } = await import('../catalogues.js');
  const { didYouMean } = await import('../../yaml/nearest.js');
  const { UsageError } = await import('../../config/usage-error.js');
  const kind = KINDS.find((each) => each === what);
  if (kind === undefined) throw new UsageError(`there is no list of "${what}"`, didYouMean(what, KINDS));
  const rows = CATALOGUES[kind]();
  io.out.write(asJson ? `${JSON.stringify(rows, null, 2)}\n` : tableOf(rows, io.out.columns));
}
