import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Exit code of a start script whose server cannot run here; the reason stands on standard output after `MISSING`. */
const CANNOT_RUN = 3;

/** Ends the script with the reason why the server cannot run here. */
export function missing(reason) {
  process.stdout.write(`MISSING ${reason}\n`);
  process.exit(CANNOT_RUN);
}

/** Runs a command to its end; its output appears only when it fails. */
export function run(command, args, options = {}) {
  const ended = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (ended.error?.code === 'ENOENT') missing(`${command} is not on the PATH`);
  if (ended.status !== 0) missing(`${command} ${args.join(' ')} failed:\n${ended.stdout ?? ''}${ended.stderr ?? ''}`);
}

/**
 * The folder of an installed server; installs it when it is not there. Cannot run unless SCIM_CHECK_SERVERS is `install`.
 *
 * @param {string} name of the server with its version: another version is another folder
 * @param {(folder: string) => void} install fills the folder
 */
export function installed(name, install) {
  // Whatever was installed before, the same command must do the same everywhere.
  if (process.env.SCIM_CHECK_SERVERS !== 'install') missing('runs only with SCIM_CHECK_SERVERS=install: npm run test:servers');
  const folder = join(tmpdir(), 'scim-check-servers', name);
  if (existsSync(join(folder, 'installed'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  install(folder);
  mkdirSync(join(folder, 'installed.part'));
  renameSync(join(folder, 'installed.part'), join(folder, 'installed'));
  return folder;
}

/** The token that the server is to accept. */
export function token() {
  const value = process.env.SCIM_CHECK_TOKEN;
  if (!value) throw new Error('SCIM_CHECK_TOKEN is not set');
  return value;
}

/** The port asked for in PORT, or any free one. */
export async function port() {
  if (process.env.PORT) return Number(process.env.PORT);
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: free } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return free;
}

/** Starts the server and ends with it; it is stopped when this script is. */
export function serve(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
  child.on('exit', (code) => process.exit(code ?? 1));
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill());
  return child;
}
