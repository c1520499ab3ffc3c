import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { play } from '../play.js';
import { FOLDER, onFreshSample } from '../process.js';

const PEAK = new URL('../peak.js', import.meta.url).href;

/** The most memory that a full run holds at once. */
export async function measure(rounds) {
  const ours = [];
  const file = join(FOLDER, 'peak');
  for (let round = 0; round < Math.ceil(rounds / 2); round += 1) {
    await onFreshSample((url) => play(url, { node: ['--import', PEAK], env: { PEAK_FILE: file } }));
    ours.push(Number(readFileSync(file, 'utf8')) / 1024);
  }
  return { name: 'peak memory of a full run', ours, goal: 120, unit: 'MiB' };
}
