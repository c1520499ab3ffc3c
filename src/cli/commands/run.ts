import type { Command } from 'commander';
import type { Config } from '../../config/resolve.js';
import { detailOf } from '../detail.js';
import { RUN_HELP } from '../help.js';
import type { Io } from '../io.js';
import { addSettings, flagsOf } from '../options.js';

/** `scim-check run`: plays the clients against a target. */
export function addRun(program: Command, io: Io): void {
  const command = program
    .command('run')
    .summary('play the clients against a SCIM endpoint')
    .description('Plays the clients against a SCIM endpoint and reports, per client, whether provisioning will work and what breaks.')
    .argument(
      '[scenario...]',
      'ids (users/leaver), folders (groups), patterns (users/*), files, checks (SC2104), sections (rfc7644/3.5.2) or tags (tag:smoke); default: all built-in scenarios',
    )
    .action((scenarios: readonly string[], options: Readonly<Record<string, unknown>>) => runAction(scenarios, options, io));
  addSettings(command).addHelpText('after', RUN_HELP);
}

async function runAction(scenarios: readonly string[], options: Readonly<Record<string, unknown>>, io: Io): Promise<void> {
  const [{ resolveConfig }, { planOf }, { openReports }] = await Promise.all([
    import('../../config/resolve.js'),
    import('../../config/plan.js'),
    import('../reports.js'),
  ]);
  const configFile = options['config'];
  const flags = flagsOf(options, scenarios);
  const resolved = await resolveConfig({ flags, env: io.env, cwd: io.cwd, ...(typeof configFile === 'string' ? { configFile } : {}) });
  const config = resolved.rerunFailed.value === undefined ? resolved : await failedOf(resolved, io);
  if (config === undefined) return;
  const plan = await planOf(config, { env: io.env, cwd: io.cwd, readStdin: io.readStdin, runCommand: io.runCommand });
  if (plan.dryRun) {
    const { describeRequests } = await import('../dry-run.js');
    io.out.write(await describeRequests(plan));
    return;
  }
  const [{ runWithReports }, { reportsIn }] = await Promise.all([import('../run-with-reports.js'), import('../repository.js')]);
  const opened = openReports(io, reportsIn(io, config.report.value), { detail: detailOf(config) });
  const folder = config.repro.value;
  const reports = folder === undefined ? opened : (await import('../repro.js')).withRepro(io, folder, opened);
  await runWithReports(io, plan, reports, {
    failOn: config.failOn.value,
    allowIncomplete: config.allowIncomplete.value,
  });
}

/** What failed before; where that is nothing, it is said, and nothing is played. */
async function failedOf(config: Config, io: Io): Promise<Config | undefined> {
  const { playingFailed } = await import('../../config/failed-before.js');
  const failed = await playingFailed(config, io.cwd);
  if (failed === undefined) io.out.write('Nothing failed in the run that was saved: there is nothing to play again.\n');
  return failed;
}
