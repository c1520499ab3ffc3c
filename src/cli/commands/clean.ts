import type { Command } from 'commander';
import type { SettingName } from '../../config/settings.js';
import type { Io } from '../io.js';
import { addSettings, flagsOf } from '../options.js';
import { TARGET_SETTINGS } from './mapping-settings.js';

const SETTINGS_USED: readonly SettingName[] = [...TARGET_SETTINGS, 'ledger'];

const HELP = `
Examples:
  scim-check clean --target https://example.com/scim/v2

Each run writes down what it creates before it goes on, in .scim-check/ledger-….ndjson, and removes the file when nothing
is left. This command deletes what such a file still lists, on the target that it names and on no other. A run that is
still under way is left alone, also one that is stopped (Ctrl-Z); to find that out may take five seconds.

Exit codes: 0 nothing is left, 1 something is left, 2 usage, 3 target unusable.
`;

/** `scim-check clean`: finishes the clean-up of a run that was killed. */
export function addClean(program: Command, io: Io): void {
  const command = program
    .command('clean')
    .summary('remove what a killed run has left behind')
    .description('Removes what earlier runs created in the target and could not remove, as their ledgers say.')
    .action((options: Readonly<Record<string, unknown>>) => cleanAction(options, io));
  addSettings(command, SETTINGS_USED).addHelpText('after', HELP);
}

async function cleanAction(options: Readonly<Record<string, unknown>>, io: Io): Promise<void> {
  const [{ resolveConfig }, { SAMPLE }, { reachOf }, { UsageError }, { cleanTarget }] = await Promise.all([
    import('../../config/resolve.js'),
    import('../../config/settings.js'),
    import('../../config/plan.js'),
    import('../../config/usage-error.js'),
    import('../clean-target.js'),
  ]);
  const configFile = options['config'];
  const { env, cwd, readStdin, runCommand } = io;
  const config = await resolveConfig({ flags: flagsOf(options), env, cwd, ...(typeof configFile === 'string' ? { configFile } : {}) });
  if (config.target.value === undefined)
    throw new UsageError('no target is given', 'Name the endpoint that is to be cleaned: --target URL.');
  if (config.target.value.toLowerCase() === SAMPLE) throw new UsageError('the sample ends with its run: nothing can be left in it');
  io.setExitCode(await cleanTarget(io, await reachOf(config, { env, cwd, readStdin, runCommand })));
}
