import { dirname } from 'node:path';
import { quoted } from './command.js';
import type { RunRecord } from './record.js';

/** Where ledgers are kept when nobody says otherwise. */
const DEFAULT_FOLDER = '.scim-check';

/**
 * The command that removes what a run left behind, as it must be typed; values of the target's own query are hidden in it.
 *
 * @param run the run
 */
export function cleanCommand({ events, cleanup }: Pick<RunRecord, 'events' | 'cleanup'>): string {
  const started = events.find((event) => event.type === 'run-started');
  return cleanCommandFor(started?.target ?? 'URL', started?.command, cleanup?.ledger);
}

/**
 * The same, where a run is stopped before it can tell anything.
 *
 * @param target safe to show
 * @param command the options of the run, as they are typed
 * @param file path of the ledger; undefined: it is where ledgers are kept
 */
export function cleanCommandFor(target: string, command: readonly string[] = [], file?: string): string {
  const folder = file === undefined ? DEFAULT_FOLDER : dirname(file);
  // Nobody knows from which folder it will be typed.
  const ledger = folder === DEFAULT_FOLDER ? '' : ` --ledger ${quoted(folder)}`;
  const way = wayTo(command).map((word) => ` ${quoted(word)}`);
  return `scim-check clean --target ${quoted(target)}${way.join('')}${ledger}`;
}

/** Of the options of a run those by which the target is reached. */
function wayTo(command: readonly string[]): readonly string[] {
  return command.flatMap((word, at) => (WAY.test(command[at - 1] ?? '') || WAY.test(word) ? [word] : []));
}

const WAY = /^--(token-env|token-file|auth-scheme|ca|oauth-[a-z-]+)$/;
