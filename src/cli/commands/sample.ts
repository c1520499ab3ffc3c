import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Io } from '../io.js';
import { settingOption } from '../options.js';

interface SampleFlags {
  readonly port?: string;
  readonly tokenEnv?: readonly string[];
  readonly defect?: readonly string[];
  readonly variant?: readonly string[];
}

/** `scim-check sample`: the embedded SCIM server, to try clients and scenarios against. */
export function addSample(program: Command, io: Io): void {
  program
    .command('sample')
    .summary('start the built-in SCIM server')
    .description('Starts the built-in SCIM server on this machine (127.0.0.1 only) until Ctrl-C. It is correct unless defects are named.')
    .option('--port <N>', 'port; default: any free one')
    .addOption(settingOption('tokenEnv'))
    .addOption(settingOption('defect'))
    .addOption(settingOption('variant'))
    .addHelpText('after', '\nExamples:\n  scim-check sample\n  scim-check sample --port 8080 --defect value-path-wrong-element\n')
    .action((flags: SampleFlags) => sample(flags, io));
}

async function sample(flags: SampleFlags, io: Io): Promise<void> {
  const { number } = await import('../../config/values.js');
  const { chosenDeviations } = await import('../../config/sample.js');
  const { startSample } = await import('../../sample/server.js');
  const { UsageError, reasonOf } = await import('../../config/usage-error.js');
  const chosen = chosenDeviations(
    { value: flags.defect ?? [], from: 'flag --defect' },
    { value: flags.variant ?? [], from: 'flag --variant' },
  );
  const port = flags.port === undefined ? 0 : number(0, 65535, true)(flags.port);
  const token = await tokenFor(flags, io);
  const server = await startSample({ port, token: token.secret, ...chosen }).catch((error: unknown) => {
    token.forget();
    throw new UsageError(`the sample server cannot listen on port ${port}: ${reasonOf(error)}`);
  });
  const all = [...chosen.defects, ...chosen.variants];
  io.out.write(`Sample SCIM server at ${server.url}${all.length === 0 ? '' : ` with ${all.join(', ')}`}\n`);
  io.out.write(`  check it   scim-check run --target ${server.url} ${token.flag}\n`);
  io.out.write(`  look at it curl -H "Authorization: Bearer ${token.shell}" ${server.url}/Users\n`);
  io.out.write('Ctrl-C stops it.\n');
  const ignore = io.onInterrupt(() => {
    ignore();
    token.forget();
    void server.stop();
  });
}

interface SampleToken {
  readonly secret: string;
  /** The option by which `run` finds it. */
  readonly flag: string;
  /** The shell's expression for it. */
  readonly shell: string;
  readonly forget: () => void;
}

/**
 * The token from the variable named, or a new one. A new one opens nothing but this server, yet it goes into a file that
 * only its owner can read, not onto the screen: the habit that tokens are not shown is worth keeping without exception.
 */
async function tokenFor(flags: SampleFlags, io: Io): Promise<SampleToken> {
  const named = flags.tokenEnv?.at(-1);
  if (named !== undefined) {
    const { readToken } = await import('../../config/token.js');
    const { SETTINGS } = await import('../../config/settings.js');
    const tokenEnv = { value: SETTINGS.tokenEnv.parse([named], {}), from: 'flag --token-env' };
    const config = {
      tokenEnv,
      tokenFile: { value: undefined, from: 'default' },
      authScheme: { value: 'bearer' as const, from: 'default' },
    };
    const { secret } = await readToken(config, { env: io.env, cwd: io.cwd, readStdin: io.readStdin });
    return { secret, flag: `--token-env ${named}`, shell: `$${named}`, forget: () => undefined };
  }
  const secret = randomBytes(24).toString('base64url');
  const folder = mkdtempSync(join(tmpdir(), 'scim-check-sample-'));
  const path = join(folder, 'token');
  writeFileSync(path, `${secret}\n`, { mode: 0o600 });
  return { secret, flag: `--token-file ${path}`, shell: `$(cat ${path})`, forget: () => rmSync(folder, { recursive: true, force: true }) };
}
