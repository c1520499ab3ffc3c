import { type Command, Option } from 'commander';
import type { SettingName } from '../../config/settings.js';
import type { Io } from '../io.js';
import { addSettings, flagsOf } from '../options.js';
import { TARGET_SETTINGS } from './mapping-settings.js';

const SETTINGS_USED: readonly SettingName[] = [...TARGET_SETTINGS, 'client', 'waitForTarget', 'defect', 'variant'];

const HELP = `
Examples:
  scim-check doctor --target sample
  scim-check doctor --target https://example.com/scim/v2

Looks at the way to the target, part by part, and at what a run looks at before it writes: base URL, proxy, DNS, TCP, TLS,
credential, discovery, media type, clock, honesty of filters. Nothing is written. One wrong token is sent.

Exit codes: 0 a run can begin, 2 usage, 3 it cannot.
`;

/** `scim-check doctor`: what stands between this machine and a run. */
export function addDoctor(program: Command, io: Io): void {
  const command = program
    .command('doctor')
    .summary('look at what stands between this machine and a run')
    .description(
      'Looks at network, TLS, credential, base URL and discovery of a target, and says what to do about each. Nothing is written.',
    )
    .addOption(new Option('--json', 'one JSON object per line'))
    .action((options: Readonly<Record<string, unknown>>) => doctor(options, io));
  addSettings(command, SETTINGS_USED).addHelpText('after', HELP);
}

async function doctor(options: Readonly<Record<string, unknown>>, io: Io): Promise<void> {
  const [{ resolveConfig }, { planOf }, { diagnose }, { waitForTarget }] = await Promise.all([
    import('../../config/resolve.js'),
    import('../../config/plan.js'),
    import('../../app/doctor.js'),
    import('../../app/wait-for-target.js'),
  ]);
  const { textOfLine } = await import('../../report/doctor-text.js');
  const configFile = options['config'];
  const { env, cwd, readStdin, runCommand } = io;
  const config = await resolveConfig({ flags: flagsOf(options), env, cwd, ...(typeof configFile === 'string' ? { configFile } : {}) });
  const plan = await planOf(config, { env, cwd, readStdin, runCommand });
  await waitForTarget(plan);
  let isFailed = false;
  await diagnose(plan, (line) => {
    isFailed ||= line.status === 'failed';
    io.out.write(options['json'] === true ? `${JSON.stringify(line)}\n` : textOfLine(line, io.out.columns));
  });
  io.setExitCode(isFailed ? 3 : 0);
}
