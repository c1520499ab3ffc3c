import type { Command } from 'commander';
import type { Io } from '../io.js';

/** `scim-check explain`: what the catalogue says of one check. */
export function addExplain(program: Command, io: Io): void {
  program
    .command('explain')
    .summary('explain a check: who demands it, what it breaks, how to fix it')
    .description('Explains a check of the catalogue: who demands it, what its violation breaks, how to fix it, and where to see it.')
    .argument('<check>', 'id of a check, such as SC2104 (see "scim-check list checks")')
    .action((id: string) => explain(id, io));
}

async function explain(id: string, io: Io): Promise<void> {
  const [{ checkOf }, { isCheckId }, { CHECK_IDS }, { explanationOf }, { didYouMean }, { UsageError }] = await Promise.all([
    import('../../check/catalogue.js'),
    import('../../check/check-id.js'),
    import('../../check/check-ids.js'),
    import('../explanation.js'),
    import('../../yaml/nearest.js'),
    import('../../config/usage-error.js'),
  ]);
  const wanted = id.toUpperCase();
  if (!isCheckId(wanted))
    throw new UsageError(`there is no check "${id}"`, didYouMean(id, CHECK_IDS) ?? 'All checks: scim-check list checks');
  io.out.write(explanationOf(checkOf(wanted), io.out.columns));
}
