import { type FileHandle, stat } from 'node:fs/promises';
import type { Clock } from '../../base/clock.js';
import { defined } from '../../base/defined.js';
import type { LedgerWriterMark } from './ledger-entry.js';
import { isRunning } from './live-process.js';

/** How often a run shows that it is alive, in milliseconds. */
const BEAT_MS = 1_000;

/** How long a ledger must have been silent before its run counts as dead, in milliseconds. */
const SILENCE_MS = 5_000;

/**
 * Keeps a ledger's time of change fresh while its run is alive, so that `clean` does not take away what the run still needs: also on
 * another machine or in another container, where nothing can be told of its process.
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

/** Whether somebody still writes a ledger; where its process is known and exists, also which. */
export interface UnderWay {
  readonly isUnderWay: boolean;
  readonly pid?: number;
}

/**
 * Whether a ledger is still being written: its process exists, though it may be stopped; where nothing can be told of that, a sign of
 * life is seen, for which at most five seconds are waited.
 *
 * @param file path of the ledger
 * @param writer who wrote it last
 * @param clock passes the time
 */
export async function underWay(file: string, { by, time }: LedgerWriterMark, clock: Clock): Promise<UnderWay> {
  const running = by === undefined ? undefined : await isRunning(by, Date.parse(time), clock.now());
  if (running === true) return { isUnderWay: true, ...defined({ pid: by?.pid }) };
  return { isUnderWay: running === undefined && (await showsLife(file, clock)) };
}

async function showsLife(file: string, clock: Clock): Promise<boolean> {
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
