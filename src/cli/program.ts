import { Command, CommanderError } from 'commander';
import { packageVersion } from '../config/version.js';
import { addCompletion } from './commands/completion.js';
import { type AddCommand, COMMANDS } from './commands/registry.js';
import { USAGE_ERROR } from './exit-codes.js';
import { refuseSecrets, reportFailure, usageText } from './failure.js';
import { PROGRAM_HELP } from './help.js';
import type { Io } from './io.js';

/**
 * Runs the command line once. Never throws: whatever happens ends as text on standard error and an exit code.
 *
 * @param io the process
 */
export async function runProgram(io: Io): Promise<void> {
  try {
    refuseSecrets(io.argv);
    // Describing all commands takes longer than reading the arguments of the one that is called.
    const called = COMMANDS.get(io.argv[0] ?? '');
    // Completion is about all of them.
    const program = buildProgram(io, called === undefined || called === addCompletion ? undefined : [called]);
    if (io.argv.length === 0) program.outputHelp();
    else await program.parseAsync([...io.argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) io.setExitCode(error.exitCode === 0 ? 0 : USAGE_ERROR);
    else await reportFailure(io, error);
  }
}

/**
 * The command line as commander has it.
 *
 * @param io the process that the commands will run in
 * @param commands those that it knows; default: all
 */
export function buildProgram(io: Io, commands: readonly AddCommand[] = [...COMMANDS.values()]): Command {
  const program = new Command('scim-check')
    .description('Plays Entra ID and Okta against a SCIM 2.0 endpoint and says, per client, what breaks, why, and who says so.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .option('--no-color', 'no colours (also: the variable NO_COLOR)')
    .helpOption('-h, --help', 'show this help, or that of a command')
    .helpCommand('help [command]', 'show the help of a command')
    .configureHelp({ showGlobalOptions: true, helpWidth: Math.min(io.out.columns, 110) })
    .configureOutput({
      writeOut: (text) => io.out.write(text),
      writeErr: (text) => io.err.write(text),
      outputError: (text, write) => write(usageText(text, io)),
      getOutHelpWidth: () => io.out.columns,
      getErrHelpWidth: () => io.err.columns,
    })
    .exitOverride()
    .addHelpText('after', PROGRAM_HELP);
  for (const add of commands) add(program, io);
  return program;
}
