import type { RunEvent } from '../event/event.js';
import { exitCodeOf } from '../event/verdict.js';
import type { ExitCode } from './exit-code.js';

/**
 * The exit code of an exploration: 0 where nothing was found and nothing is left, 1 for a fault and where it stopped too early, 2 where no history could be played to
 * its end, and otherwise as a run's.
 *
 * @param events events of the run; exchanges may be missing
 * @param failOn the least severity that counts as a failure
 */
export function exploreExitCode(events: readonly RunEvent[], failOn: 'error' | 'warning'): ExitCode {
  const code = exitCodeOf(events, true);
  if (code !== 0) return code;
  if (failOn === 'warning' && events.some((event) => event.type === 'finding')) return 1;
  const ends = events.filter((event) => event.type === 'explore-finished');
  if (ends.some(({ stopped }) => stopped !== undefined)) return 1;
  if (events.some((event) => event.type === 'finding')) return 0;
  if (events.some((event) => event.type === 'run-finished' && event.aborted !== undefined)) return 1;
  // A client under which nothing was played has not been shown anything.
  return ends.length > 0 && ends.every(({ histories }) => histories > 0) ? 0 : 2;
}
