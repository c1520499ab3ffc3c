import { type FileHandle, stat } from 'node:fs/promises';
import type { Clock } from '../../base/clock.js';

/** How often a run shows that it is alive, in milliseconds. */
const BEAT_MS = 1_000;

/** How long a ledger must have been silent before its run counts as dead, in milliseconds. */
const SILENCE_MS = 5_000;

/**
 * Keeps a ledger's time of change fresh while its run is alive, so that `clean` does not take away what the run still needs. A
 * process id would do the same on one machine only.
 *
 * @param handle the open ledger
 * @param clock when to do so
 * @returns stops it
 */
export function keepAlive(handle: Pick<FileHandle, 'utimes'>, clock: Clock): () => void {
  let stop: () => void;
  const beat = (): void => {
    const now = new Date(clock.now());
    handle.utimes(now, now).catch(() => undefined);
    stop = clock.later(BEAT_MS, beat);
  };
  stop = clock.later(BEAT_MS, beat);
  return () => stop();
}

/**
 * Whether the run of a ledger is still under way: waits at most five seconds for a sign of life.
 *
 * @param file path of the ledger
 * @param clock passes the time
 */
export async function isUnderWay(file: string, clock: Clock): Promise<boolean> {
  const first = await lastChange(file);
  const started = clock.now();
  // A clock that differs from the file system's must not make anybody wait longer.
  const end = Math.min(first + SILENCE_MS, started + SILENCE_MS);
  while (clock.now() < end) {
    await clock.sleep(BEAT_MS / 4);
    if ((await lastChange(file)) !== first) return true;
  }
  return false;
}

async function lastChange(file: string): Promise<number> {
  return await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
