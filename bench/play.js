import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BINARY, FOLDER, timed } from './process.js';
import { recordingOf } from './recording.js';

const REPLAY = fileURLToPath(new URL('./replay.js', import.meta.url));

/**
 * A run of scim-check. Reports are part of the product, so they are part of its time: the terminal's and the events.
 *
 * @param {string} url the target
 * @param {{ scenarios?: readonly string[], jobs?: number, node?: readonly string[], env?: Record<string, string> }} [options]
 * @returns {Promise<{ milliseconds: number, events: string }>} wall time of the process, and its events as ndjson
 */
export async function play(url, { scenarios = [], jobs = 4, node = [], env = {} } = {}) {
  const file = join(FOLDER, 'events.ndjson');
  const options = ['--target', url, '--jobs', String(jobs), '--seed', '1', '--ledger', FOLDER, '--report', 'terminal'];
  const { milliseconds } = await timed(
    [...node, BINARY, 'run', ...options, '--report', `ndjson=${file}`, '--allow-incomplete', ...scenarios],
    { env },
  );
  return { milliseconds, events: readFileSync(file, 'utf8') };
}

/**
 * The requests of a run, sent with nothing but undici: the least that the same conversation can cost.
 *
 * @param {string} url a fresh server
 * @param {string} events of the run
 * @param {number} jobs how many conversations are under way at once
 * @returns {Promise<{ milliseconds: number, requests: number, sending: number }>}
 *   wall time of the process; how many requests; milliseconds from the first request to the last answer
 */
export async function replay(url, events, jobs) {
  const file = join(FOLDER, 'recording.json');
  writeFileSync(file, JSON.stringify(recordingOf(events, jobs)));
  const { milliseconds, stdout } = await timed([REPLAY, file, url]);
  return { milliseconds, ...JSON.parse(stdout) };
}
