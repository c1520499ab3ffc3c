import { UsageError } from '../config/usage-error.js';
import { packageVersion } from '../config/version.js';
import { INTERNAL_ERROR, USAGE_ERROR } from './exit-codes.js';
import type { Io } from './io.js';
import { settingsIn, withoutRepeating } from './repeated.js';

/** Flags that people try for a secret. A command line is seen by every user of the machine, and kept in the shell's history. */
const SECRET_FLAG =
  /^--?(token|bearer|bearer-token|access-token|auth-token|secret|password|api-key|apikey|(oauth-)?client-secret|(oauth-)?(client-)?assertion)(?:=|$)/i;

/**
 * Refuses a secret on the command line, before anything could repeat it.
 *
 * @param argv arguments
 * @throws UsageError that says what to do instead
 */
export function refuseSecrets(argv: readonly string[]): void {
  const end = argv.indexOf('--');
  const flag = (end === -1 ? argv : argv.slice(0, end)).find((each) => SECRET_FLAG.test(each));
  if (flag === undefined) return;
  const name = flag.replace(/=.*$/s, '');
  if (/client|assertion/i.test(name))
    throw new UsageError(
      `${name}: a secret is never given on the command line, where other users and the shell's history see it`,
      [
        'Put it into a variable without showing it:  read -rs SCIM_CHECK_OAUTH_CLIENT_SECRET && export SCIM_CHECK_OAUTH_CLIENT_SECRET',
        'or name the file (- for standard input):    --oauth-client-secret-file FILE',
      ].join('\n'),
    );
  throw new UsageError(
    `${name}: a token is never given on the command line, where other users and the shell's history see it`,
    [
      'Put it into a variable without showing it:  read -rs SCIM_CHECK_TOKEN && export SCIM_CHECK_TOKEN',
      'or name the variable that holds it:         --token-env NAME',
      'or the file (- for standard input):         --token-file FILE',
    ].join('\n'),
  );
}

/**
 * commander's message in the form of all others. The value in `--tokn=abc`, or a command that there is not, may be a secret:
 * it is left out.
 *
 * @param text `error: unknown option '--tokn=abc'`
 * @param io the process
 */
export function usageText(text: string, io: Pick<Io, 'argv' | 'cwd'>): string {
  const message = text.replace(/^error: /, '').replace(/'(--?[\w-]+)=[^\n]*'/, "'$1'");
  return `scim-check: ${withoutRepeating(message, io.argv, io.cwd)}`;
}

/**
 * Tells why a command could not do its work, and decides the exit code.
 *
 * @param io the process
 * @param error what was thrown
 */
export async function reportFailure(io: Io, error: unknown): Promise<void> {
  const { escapeTerminal } = await import('../report/escape.js');
  const given = [...io.argv, ...settingsIn(io.env)];
  const lines = (text: string): string =>
    withoutRepeating(text, given, io.cwd)
      .split('\n')
      .map((line) => escapeTerminal(line))
      .join('\n  ');
  if (error instanceof UsageError) {
    io.err.write(`scim-check: ${lines(error.hint === undefined ? error.message : `${error.message}\n${error.hint}`)}\n`);
    io.setExitCode(USAGE_ERROR);
    return;
  }
  const hide = await hider(io.env);
  const message = error instanceof Error ? error.message : String(error);
  const more = io.env['SCIM_CHECK_DEBUG'] === '1' ? '' : ' Run it again with SCIM_CHECK_DEBUG=1 to see where it happened.';
  io.err.write(`scim-check: internal error: ${lines(hide(message))}\n`);
  io.err.write(
    `  This is a fault of scim-check ${packageVersion()}, not of the target. Please report it in the project's issue tracker.${more}\n`,
  );
  if (more === '' && error instanceof Error) io.err.write(`${lines(hide(error.stack ?? ''))}\n`);
  io.setExitCode(INTERNAL_ERROR);
}

/** Removes whatever the environment holds as a token: a stack may show the text that a library choked on. */
async function hider(env: Io['env']): Promise<(text: string) => string> {
  const [{ CLIENT_SECRET_VARIABLE, TOKEN_VARIABLE }, { redactor }] = await Promise.all([
    import('../config/token.js'),
    import('../redact/redactor.js'),
  ]);
  const secrets = [TOKEN_VARIABLE, CLIENT_SECRET_VARIABLE, env['SCIM_CHECK_TOKEN_ENV'] ?? '']
    .flatMap((name) => env[name] ?? [])
    .filter((secret) => secret.trim() !== '');
  return redactor(secrets).text;
}
