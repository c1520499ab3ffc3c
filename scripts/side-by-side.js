#!/usr/bin/env node
// Runs commands at the same time, tells what each has said when it has ended, and fails when one of them fails:
//   node scripts/side-by-side.js "biome check ." "tsc --noEmit -p ."
import { spawn } from 'node:child_process';

const results = await Promise.all(process.argv.slice(2).map(run));
process.exitCode = results.every((ok) => ok) ? 0 : 1;

function run(command) {
  return new Promise((resolve) => {
    const started = performance.now();
    // npm has put the binaries of the packages on the path.
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'], env: { FORCE_COLOR: colours(), ...process.env } });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
    const end = (outcome) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`> ${command}\n${Buffer.concat(said).toString('utf8')}${outcome} after ${seconds} s\n\n`);
      resolve(outcome === 'passed');
    };
    child.on('error', (error) => end(`failed (${error.message})`));
    child.on('close', (code) => end(code === 0 ? 'passed' : `failed (${code})`));
  });
}

function colours() {
  return process.stdout.isTTY === true ? '1' : '0';
}
