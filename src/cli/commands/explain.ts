import type { Command } from 'commander';
import type { Io } from '../io.js';

/** `scim-check explain`: what the catalogue says of one check. */
export function addExplain(program: Command, io: Io): void {
  program
    .command('explain')
    .summary('explain checks: who demands it, what it breaks, how to fix it')
    .description(
      'Explains checks of the catalogue: who demands each, what its violation breaks, how to fix it, a right and a wrong exchange, and where to see it.',
    )
    .argument('<check...>', 'ids of checks, such as SC2104 (see "scim-check list checks")')
    .addHelpText('after', '\nExamples:\n  scim-check explain SC2104\n  scim-check explain SC2104 SC2701\n')
    .action((ids: readonly string[]) => explain(ids, io));
}

async function explain(ids: readonly string[], io: Io): Promise<void> {
  const [{ checkOf }, { isCheckId }, { CHECK_IDS }, { explanationOf }, { didYouMean }, { UsageError }] = await Promise.all([
    import('../../check/catalogue.js'),
    import('../../check/check-id.js'),
    import('../../check/check-ids.js'),
    import('../explanation.js'),
    import('../../yaml/nearest.js'),
    import('../../config/usage-error.js'),
  ]);
  const explanations = ids.map((id) => {
    const wanted = id.toUpperCase();
    if (!isCheckId(wanted))
      throw new UsageError(`there is no check "${id}"`, didYouMean(id, CHECK_IDS) ?? 'All checks: scim-check list checks');
    return explanationOf(checkOf(wanted), io.out.columns);
  });
  io.out.write(explanations.join('\n'));
}
