import { type FileHandle, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** How often a run shows that it is alive, in milliseconds. */
const BEAT_MS = 1_000;

/** How long a ledger must have been silent before its run counts as dead, in milliseconds. */
const SILENCE_MS = 5_000;

/**
 * Keeps a ledger's time of change fresh while its run is alive, so that `clean` does not take away what the run still needs. A
 * process id would do the same on one machine only.
 *
 * @param handle the open ledger
 * @returns stops it
 */
export function keepAlive(handle: FileHandle): () => void {
  const timer = setInterval(() => {
    const now = new Date();
    handle.utimes(now, now).catch(() => undefined);
  }, BEAT_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Whether the run of a ledger is still under way: waits at most five seconds for a sign of life.
 *
 * @param file path of the ledger
 */
export async function isUnderWay(file: string): Promise<boolean> {
  const first = await lastChange(file);
  const started = Date.now();
  // A clock that differs from the file system's must not make anybody wait longer.
  const end = Math.min(first + SILENCE_MS, started + SILENCE_MS);
  while (Date.now() < end) {
    await pause(BEAT_MS / 4);
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
