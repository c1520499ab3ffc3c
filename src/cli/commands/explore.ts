import type { Command } from 'commander';
import type { SettingName } from '../../config/settings.js';
import type { Io } from '../io.js';
import { addSettings, flagsOf } from '../options.js';
import { TARGET_SETTINGS } from './mapping-settings.js';

const SETTINGS_USED: readonly SettingName[] = [
  ...TARGET_SETTINGS,
  'client',
  'mapping',
  'domain',
  'report',
  'failOn',
  'seed',
  'deadline',
  'ledger',
  'defect',
  'variant',
];

/** How long an exploration takes where nobody says so. */
const DEFAULT_BUDGET = '2m';

const HELP = `
Draws random histories of a directory (joiners, changes, leavers, groups), plays them through the clients, and compares what the
target holds with what it must hold. A history that fails is made as short as it gets, with other people each time.

Examples:
  scim-check explore --target sample --defect value-path-wrong-element --histories 20
  scim-check explore --target https://example.com/scim/v2 --client entra --budget 5m --save found
  scim-check run ./found/explore-entra-default-1.yaml --target https://example.com/scim/v2

The same --seed draws the same histories. Everything that it creates is removed after each history.
Exit codes: 0 nothing found, 1 found or stopped too early, 2 usage or nothing could be played, 3 target unusable, 70 internal error, 130 interrupted.
`;

/** `scim-check explore`: finds what no scenario was written for. */
export function addExplore(program: Command, io: Io): void {
  const command = program
    .command('explore')
    .summary('play random histories and find what no scenario was written for')
    .description('Plays random histories of a directory against a SCIM endpoint and makes those that fail as short as they get.')
    .option('--budget <TIME>', `how long it may take, clean-up included: 90s, 2m, 1h (default: ${DEFAULT_BUDGET})`)
    .option('--histories <N>', 'how many histories are played under each client, however long it takes; instead of --budget')
    .option('--save <DIRECTORY>', 'write each failing history there, as a scenario that "scim-check run" plays')
    .action((options: Readonly<Record<string, unknown>>) => exploreAction(options, io));
  addSettings(command, SETTINGS_USED).addHelpText('after', HELP);
}

async function exploreAction(options: Readonly<Record<string, unknown>>, io: Io): Promise<void> {
  const [{ resolveConfig }, { planOf }, { openReports }, { runWithReports }] = await Promise.all([
    import('../../config/resolve.js'),
    import('../../config/plan.js'),
    import('../reports.js'),
    import('../run-with-reports.js'),
  ]);
  const [{ explorePlayer, exploreLimits }, { exploreExitCode }, { REPORTERS }, { exploreTerminal }, { saveInto }] = await Promise.all([
    import('../../app/explore.js'),
    import('../../app/explore-exit-code.js'),
    import('../../report/registry.js'),
    import('../../report/explore-terminal.js'),
    import('../saved-scenarios.js'),
  ]);
  const { env, cwd, readStdin, runCommand } = io;
  const text = (name: string): string | undefined => (typeof options[name] === 'string' ? String(options[name]) : undefined);
  const configFile = text('config');
  const config = await resolveConfig({ flags: flagsOf(options), env, cwd, ...(configFile === undefined ? {} : { configFile }) });
  const limits = exploreLimits({ budget: text('budget'), histories: text('histories') }, DEFAULT_BUDGET, config.deadline.value);
  const folder = text('save');
  const save = folder === undefined ? {} : { save: saveInto(folder, cwd) };
  const plan = await planOf(config, { env, cwd, readStdin, runCommand });
  const failOn = config.failOn.value;
  await runWithReports(
    io,
    { ...plan, scenarios: [], selected: true },
    openReports(io, config.report.value, { reporters: { ...REPORTERS, terminal: exploreTerminal } }),
    { failOn, allowIncomplete: true },
    { player: () => explorePlayer({ ...limits, ...save }), exitCode: (events) => exploreExitCode(events, failOn) },
  );
}
