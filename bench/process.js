import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const BINARY = fileURLToPath(new URL('../bin/scim-check.js', import.meta.url));
const TOKEN_VARIABLE = 'SCIM_CHECK_TOKEN';

/** Any token will do: the server is started with the same. */
export const environment = { ...process.env, [TOKEN_VARIABLE]: 'bench-token', NO_COLOR: '1' };

/**
 * Runs Node to its end.
 *
 * @param {readonly string[]} args arguments of node
 * @returns {Promise<{ milliseconds: number, stdout: string }>} wall time of the whole process
 */
export function timed(args) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  child.stdout.on('data', (part) => {
    stdout += part;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ milliseconds: performance.now() - started, stdout });
      else reject(new Error(`node ${args.join(' ')} exited with ${code}`));
    });
  });
}

/**
 * A fresh sample server in a process of its own.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startSampleProcess() {
  const args = [BINARY, 'sample', '--token-env', TOKEN_VARIABLE];
  const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
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
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners('close');
      child.on('close', resolve);
      child.kill('SIGTERM');
    });
  return { url, stop };
}

/** @param {readonly number[]} values @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
