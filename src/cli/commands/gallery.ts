import type { Command } from 'commander';
import { defined } from '../../base/defined.js';
import type { SettingName } from '../../config/settings.js';
import type { Io } from '../io.js';
import { addSettings, flagsOf } from '../options.js';
import { TARGET_SETTINGS } from './mapping-settings.js';

const SETTINGS_USED: readonly SettingName[] = [
  ...TARGET_SETTINGS,
  'mapping',
  'domain',
  'report',
  'seed',
  'deadline',
  'ledger',
  'defect',
  'variant',
];

const HELP = `
Plays the 25 tests that Microsoft's validation template runs before an app enters the Entra gallery, under their own names and by
their own rules, in seconds and without Azure. It is a rehearsal, not Microsoft's verdict.

Examples:
  scim-check gallery --target sample --oauth-token-url sample
  scim-check gallery --target https://example.com/scim/v2 --schema provisioning-schema.json \\
    --oauth-token-url https://example.com/oauth/token --oauth-client-id my-client --report gallery=result.json
  scim-check gallery --target https://example.com/scim/v2 --only SCIM_User_Update_Test

The schema is what the Entra portal downloads (Provisioning, Edit attribute mappings, Review your schema here).
Exit codes: 0 Succeeded, 1 failed, 2 usage, 3 target unusable, 70 internal error, 130 interrupted.
`;

/** `scim-check gallery`: a rehearsal of Microsoft's validation template. */
export function addGallery(program: Command, io: Io): void {
  const many = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  const command = program
    .command('gallery')
    .summary("rehearse Microsoft's 25 tests for the Entra gallery")
    .description("Plays the 25 tests of Microsoft's validation template against a SCIM endpoint.")
    .option('--schema <FILE>', "the app's provisioning schema, as Entra exports it (JSON): its mapping and its list of target attributes")
    .option('--parameters <FILE>', "the template's Orchestrator_Parameters.json: of it the profiles of people count, and nothing else")
    .option('--only <NAME>', 'a test, or one of UserTests, GroupTests and SCIMTests; repeatable', many)
    .option(
      '--evidence <DIRECTORY>',
      'new folder for all that a ticket needs: exchanges without secrets, mapping, results, and their hashes',
    )
    .option('--rate-seconds <N>', 'how long 25 requests a second are sent (default: 20)')
    .option('--no-rate', 'do not send them')
    .option('--expiry-seconds <N>', 'how long is waited, at most, for an access token to expire (default: 60; 0: not at all)')
    .option('--verbose-patch', 'one operation per attribute, as jobs with the setting PatchBodyFormat send; default: in batch')
    .action((options: Readonly<Record<string, unknown>>) => galleryAction(options, io));
  addSettings(command, SETTINGS_USED).addHelpText('after', HELP);
}

async function galleryAction(options: Readonly<Record<string, unknown>>, io: Io): Promise<void> {
  const [
    { resolveConfig },
    { planOf },
    { endpointNotices, galleryMapping, galleryTests, galleryValues },
    { galleryPlayer },
    { galleryExitCode },
  ] = await Promise.all([
    import('../../config/resolve.js'),
    import('../../config/plan.js'),
    import('../../app/gallery-mapping.js'),
    import('../../app/gallery.js'),
    import('../../app/gallery-exit-code.js'),
  ]);
  const [{ openReports }, { runWithReports }, { REPORTERS }, { galleryTerminal }, { galleryRequirements }] = await Promise.all([
    import('../reports.js'),
    import('../run-with-reports.js'),
    import('../../report/registry.js'),
    import('../../report/gallery-terminal.js'),
    import('../../report/gallery-requirements.js'),
  ]);
  const { configFile, schemaFile, parameterFile, only, verbose, rate, expiry, folder } = ownOptions(options);
  const { beginEvidence, endEvidence } = await import('../evidence.js');
  const [{ number }, { flagged }] = await Promise.all([import('../../config/values.js'), import('../../config/usage-error.js')]);
  const rateSeconds = rate === undefined ? 0 : flagged('--rate-seconds', () => number(1, 600, true)(rate));
  const expirySeconds = flagged('--expiry-seconds', () => number(0, 24 * 3600, true)(expiry));
  const { env, cwd, readStdin, runCommand } = io;
  const config = await resolveConfig({ flags: flagsOf(options), env, cwd, ...defined({ configFile }) });
  const tests = galleryTests(only);
  const values = await galleryValues(parameterFile, cwd);
  const plan = await planOf(config, { env, cwd, readStdin, runCommand });
  const { mapping, schema, notices } = await galleryMapping(schemaFile, plan.mapping, cwd);
  const reach =
    plan.reach === undefined
      ? {}
      : { reach: { ...plan.reach, notices: [...plan.reach.notices, ...notices, ...endpointNotices(plan.reach.target)] } };
  // What plays it again, besides what every command has.
  const again = [
    ...(schemaFile === undefined ? [] : ['--schema', schemaFile]),
    ...(parameterFile === undefined ? [] : ['--parameters', parameterFile]),
    ...(verbose ? ['--verbose-patch'] : []),
  ];
  const evidence = folder === undefined ? [] : beginEvidence(folder, cwd, mapping, schema);
  await runWithReports(
    io,
    {
      ...plan,
      command: [...plan.command, ...again],
      ...reach,
      mapping,
      dialects: ['entra-default'],
      scenarios: [],
      selected: true,
      jobs: 1,
    },
    openReports(io, [...config.report.value, ...evidence], {
      reporters: { ...REPORTERS, terminal: galleryTerminal, requirements: galleryRequirements },
    }),
    { failOn: 'error', allowIncomplete: true },
    {
      player: (connected) =>
        galleryPlayer(
          {
            schema,
            values,
            format: verbose ? 'verbose' : 'batch',
            only: tests,
            requirements: only.length === 0,
            rateSeconds,
            expirySeconds,
          },
          connected,
        ),
      exitCode: (events) => galleryExitCode(events, only.length === 0),
    },
  );
  if (folder !== undefined) endEvidence(folder, cwd, new Date().toISOString());
}

function ownOptions(options: Readonly<Record<string, unknown>>) {
  const { config, schema, parameters, only, verbosePatch, rate, rateSeconds, expirySeconds, evidence } = options;
  return {
    configFile: typeof config === 'string' ? config : undefined,
    schemaFile: typeof schema === 'string' ? schema : undefined,
    parameterFile: typeof parameters === 'string' ? parameters : undefined,
    only: Array.isArray(only) ? only.map(String) : [],
    verbose: verbosePatch === true,
    folder: typeof evidence === 'string' ? evidence : undefined,
    expiry: typeof expirySeconds === 'string' ? expirySeconds : '60',
    rate: rate === false ? undefined : typeof rateSeconds === 'string' ? rateSeconds : '20',
  };
}
