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
  const target = started?.target ?? 'URL';
  const folder = cleanup?.ledger === undefined ? DEFAULT_FOLDER : dirname(cleanup.ledger);
  // Nobody knows from which folder it will be typed.
  const ledger = folder === DEFAULT_FOLDER ? '' : ` --ledger ${quoted(folder)}`;
  const way = wayTo(started?.command ?? []).map((word) => ` ${quoted(word)}`);
  return `scim-check clean --target ${quoted(target)}${way.join('')}${ledger}`;
}

/** Of the options of a run those by which the target is reached. */
function wayTo(command: readonly string[]): readonly string[] {
  return command.flatMap((word, at) => (WAY.test(command[at - 1] ?? '') || WAY.test(word) ? [word] : []));
}

const WAY = /^--(token-env|token-file|auth-scheme|ca|oauth-[a-z-]+)$/;
