import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { defined } from '../../base/defined.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { Io } from '../io.js';
import { addSettings, flagsOf } from '../options.js';
import { withoutRepeating } from '../repeated.js';

/** `scim-check lint`: checks scenario and mapping files without a target. */
export function addLint(program: Command, io: Io): void {
  const command = program
    .command('lint')
    .summary('check scenario, mapping and configuration files')
    .description(
      'Checks scenario and mapping files, and the configuration: form, references, attributes, types of values, variables. Nothing is sent. `run` makes the same checks first.',
    )
    .argument('[path...]', 'files, or folders with .yaml files; default: the built-in scenarios and mappings')
    .action((paths: readonly string[], options: Readonly<Record<string, unknown>>) => lint(paths, options, io));
  addSettings(command, ['mapping']).addHelpText(
    'after',
    '\nExamples:\n  scim-check lint\n  scim-check lint scenarios\n  scim-check lint scenarios --mapping mapping.yaml\n',
  );
}

async function lint(paths: readonly string[], options: Readonly<Record<string, unknown>>, io: Io): Promise<void> {
  const { lintFiles } = await import('../lint.js');
  const { shortest } = await import('../../config/own-scenarios.js');
  const { files, problems, warnings, others } = lintFiles(
    paths.map((path) => shortest(path, io.cwd)),
    await configuredMapping(options, io),
  );
  const { countOf } = await import('../../report/words.js');
  const { escapeTerminal } = await import('../../report/escape.js');
  const { UsageError } = await import('../../config/usage-error.js');
  const { formatDiagnostic } = await import('../../yaml/diagnostic.js');
  for (const other of others) io.out.write(`not checked: ${escapeTerminal(other)} is neither a scenario nor a mapping\n`);
  for (const warning of warnings) io.out.write(`warning: ${formatDiagnostic(warning)}\n\n`);
  for (const problem of problems) io.out.write(`${withoutRepeating(formatDiagnostic(problem), io.argv, io.cwd)}\n\n`);
  if (problems.length > 0) throw new UsageError(`${countOf(problems.length, 'problem')} in ${countOf(files, 'file')}`);
  io.out.write(`${countOf(files, 'file')}, no problems${warnings.length === 0 ? '' : `, ${countOf(warnings.length, 'warning')}`}\n`);
}

/** The mapping that a run would have. Nothing is sent, so that a configuration file need not be named to count. */
async function configuredMapping(options: Readonly<Record<string, unknown>>, io: Io): Promise<Mapping | undefined> {
  const { env, cwd } = io;
  const named = options['config'];
  const [{ CONFIG_FILE }, { resolveConfig }] = await Promise.all([import('../../config/file.js'), import('../../config/resolve.js')]);
  const found = existsSync(resolve(cwd, CONFIG_FILE)) ? CONFIG_FILE : undefined;
  const configFile = typeof named === 'string' ? named : found;
  const config = await resolveConfig({ flags: flagsOf(options), env, cwd, ...defined({ configFile }) });
  return config.mapping.value === undefined ? undefined : (await import('../../config/mapping.js')).mappingNamed(config.mapping, cwd);
}
