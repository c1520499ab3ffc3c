import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A server of somebody else's that runs in a process of its own. */
export interface Server {
  readonly url: string;
  readonly token: string;
  stop(): Promise<void>;
}

/** Why a server cannot run here. */
export interface Missing {
  readonly missing: string;
}

/**
 * Starts test/servers/<name>/start.js and waits until it is ready.
 *
 * @param name the server's folder
 * @param args what start.js understands
 * @throws Error when the server ends before it is ready, for another reason than that it cannot run here
 */
export async function startServer(name: string, ...args: readonly string[]): Promise<Server | Missing> {
  const token = 'independent-server-token';
  const script = fileURLToPath(new URL(`./${name}/start.js`, import.meta.url));
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, SCIM_CHECK_TOKEN: token, PORT: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (part: Buffer) => said.push(part.toString('utf8')));
  const word = await firstWord(child, said);
  if (word.startsWith('MISSING ')) return { missing: word.slice('MISSING '.length) };
  return { url: word.slice('READY '.length), token, stop: () => stopped(child) };
}

function firstWord(child: ChildProcess, said: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('no standard output'));
    createInterface(child.stdout).on('line', (line) => {
      if (/^(READY|MISSING) /.test(line)) resolve(line);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`ended with ${code} before it was ready: ${said.join('')}`)));
  });
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill();
  });
}
