import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The real binary; `npm test` has built it. */
export const BINARY = fileURLToPath(new URL('../../bin/scim-check.js', import.meta.url));
/** The package. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface SpawnOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly stdin?: string;
  readonly binary?: string;
  /** Descriptor that standard output goes to; default: it is read. */
  readonly stdout?: number;
}

/** A new folder of its own. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'scim-check-test-'));
}

/** Starts the binary in an empty folder, with none of the caller's settings. `stderr` is what it has written so far. */
export function launch(
  args: readonly string[],
  options: SpawnOptions = {},
): { readonly child: ChildProcess; readonly ended: Promise<Ended>; readonly stderr: () => string } {
  const child = spawn(process.execPath, [options.binary ?? BINARY, ...args], {
    cwd: options.cwd ?? folder(),
    env: { ...cleanEnvironment(), ...options.env },
    stdio: ['pipe', options.stdout ?? 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (part: Buffer) => {
    stdout += part.toString('utf8');
  });
  child.stderr?.on('data', (part: Buffer) => {
    stderr += part.toString('utf8');
  });
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(options.stdin ?? '');
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended, stderr: () => stderr };
}

/** Runs the binary to its end. */
export function cli(args: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
  return launch(args, options).ended;
}

/** Colours, proxies and this tool's own settings of the machine that runs the tests must not matter. */
function cleanEnvironment(): Record<string, string> {
  const foreign = /^(SCIM_CHECK_.*|NO_COLOR|FORCE_COLOR|COLUMNS|CI|(HTTPS?|NO|ALL)_PROXY|NODE_OPTIONS|VITEST.*|GITHUB_.*)$/i;
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined || foreign.test(name) ? [] : [[name, value]])),
  );
}
