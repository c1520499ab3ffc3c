import type { Command } from 'commander';
import type { Io } from '../io.js';
import { withoutRepeating } from '../repeated.js';

/** `scim-check lint`: checks scenario and mapping files without a target. */
export function addLint(program: Command, io: Io): void {
  program
    .command('lint')
    .summary('check scenario and mapping files')
    .description('Checks scenario and mapping files: form, references, paths, variables. Nothing is sent.')
    .argument('[path...]', 'files, or folders with .yaml files; default: the built-in scenarios and mappings')
    .action((paths: readonly string[]) => lint(paths, io));
}

async function lint(paths: readonly string[], io: Io): Promise<void> {
  const { lintFiles } = await import('../lint.js');
  const { files, problems, warnings } = lintFiles(paths);
  const { countOf } = await import('../../report/words.js');
  const { UsageError } = await import('../../config/usage-error.js');
  const { formatDiagnostic } = await import('../../yaml/diagnostic.js');
  for (const warning of warnings) io.out.write(`warning: ${formatDiagnostic(warning)}\n\n`);
  for (const problem of problems) io.out.write(`${withoutRepeating(formatDiagnostic(problem), io.argv, io.cwd)}\n\n`);
  if (problems.length > 0) throw new UsageError(`${countOf(problems.length, 'problem')} in ${countOf(files, 'file')}`);
  io.out.write(`${countOf(files, 'file')}, no problems${warnings.length === 0 ? '' : `, ${countOf(warnings.length, 'warning')}`}\n`);
}
