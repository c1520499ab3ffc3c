import { spawn } from 'node:child_process';

/** The longest that a command may take, in milliseconds. */
const LONGEST_MS = 60_000;

/** So much of its output is read, in UTF-16 units. */
const OUTPUT_LIMIT = 64 * 1024;

/**
 * Runs a shell command of the user's and reads what it prints. What it writes to standard error is not shown: it may hold secrets.
 *
 * @param command for the shell
 * @returns its exit code (-1: it could not be started, was ended or took too long), and its standard output
 */
export function runCommand(command: string): Promise<{ readonly exitCode: number; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'ignore'], timeout: LONGEST_MS });
    let output = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (part: string) => {
      output = (output + part).slice(0, OUTPUT_LIMIT);
    });
    child.on('error', () => resolve({ exitCode: -1, output: '' }));
    child.on('close', (code) => resolve({ exitCode: code ?? -1, output }));
  });
}
