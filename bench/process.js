import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BINARY = fileURLToPath(new URL('../bin/scim-check.js', import.meta.url));
/** For recordings and ledgers; removed at the end. */
export const FOLDER = mkdtempSync(join(tmpdir(), 'scim-check-bench-'));
const TOKEN_VARIABLE = 'SCIM_CHECK_TOKEN';

/** Any token will do: the server is started with the same. */
const environment = { ...process.env, [TOKEN_VARIABLE]: 'bench-token', NO_COLOR: '1' };

/**
 * Runs a program to its end.
 *
 * @param {readonly string[]} args of node, or of `program`
 * @param {{ program?: string, env?: Record<string, string> }} [options]
 * @returns {Promise<{ milliseconds: number, stdout: string }>} wall time of the whole process
 */
export function timed(args, { program = process.execPath, env = {} } = {}) {
  const started = performance.now();
  const child = spawn(program, args, { env: { ...environment, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  child.stdout.on('data', (part) => {
    stdout += part;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ milliseconds: performance.now() - started, stdout });
      else reject(new Error(`${program} ${args.join(' ')} exited with ${code}\n${stdout}`));
    });
  });
}

/** @returns {Promise<number>} wall time of Node doing nothing */
export const bareStart = async () => (await timed(['-e', '0'])).milliseconds;

/**
 * Does something with a fresh sample server, which is a process of its own.
 *
 * @template T
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onFreshSample(work) {
  const child = spawn(process.execPath, [BINARY, 'sample', '--token-env', TOKEN_VARIABLE], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  try {
    const url = await new Promise((resolve, reject) => {
      let text = '';
      child.on('error', reject);
      child.on('close', () => reject(new Error('the sample did not start')));
      child.stdout.on('data', (part) => {
        text += part;
        const found = /server at (\S+)/.exec(text)?.[1];
        if (found !== undefined) resolve(found);
      });
    });
    return await work(url);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
