import { Argument, type Command } from 'commander';
import type { Io } from '../io.js';

/** What can be listed, with one line of explanation each. */
const KINDS = ['scenarios', 'mappings', 'clients', 'checks', 'defects', 'variants', 'reports'] as const;

/** `scim-check list`: the catalogues. */
export function addList(program: Command, io: Io): void {
  program
    .command('list')
    .summary('list scenarios, mappings, clients, checks, defects, variants or reports')
    .description('Lists what there is: the names that the other commands take.')
    .addArgument(new Argument('<what>', 'what to list').choices(KINDS))
    .option('--json', 'as JSON, for programs')
    .addHelpText('after', '\nExamples:\n  scim-check list scenarios\n  scim-check list checks --json\n')
    .action((what: string, flags: { readonly json?: boolean }) => list(what, flags.json === true, io));
}

async function list(what: string, asJson: boolean, io: Io): Promise<void> {
  const { CATALOGUES, tableOf } = await import('../catalogues.js');
  const rows = Object.entries(CATALOGUES).find(([name]) => name === what)?.[1]() ?? [];
  io.out.write(asJson ? `${JSON.stringify(rows, null, 2)}\n` : tableOf(rows, io.out.columns));
}
