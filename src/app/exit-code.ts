import type { RunEvent } from '../event/event.js';
import { exitCodeOf, knownIds, verdictsOf } from '../event/verdict.js';

/** 0 conformant · 1 findings, or less tested than the verdict needs · 2 nothing was tested · 3 target unusable · 70 internal error · 130 interrupted */
export type ExitCode = 0 | 1 | 2 | 3 | 70 | 130;

/**
 * The exit code of a run: that of its events, made stricter by `--fail-on` and by the rule that a run which tested
 * nothing is no success.
 *
 * @param events events of a run, in order; exchanges may be missing
 * @param failOn the least severity that counts as a failure
 * @param allowIncomplete less may have been tested than the verdict needs
 */
export function exitCodeFor(events: readonly RunEvent[], failOn: 'error' | 'warning', allowIncomplete = false): ExitCode {
  const code = exitCodeOf(events, allowIncomplete);
  if (code !== 0) return code;
  const known = knownIds(events);
  if (failOn === 'warning' && events.some((event) => event.type === 'finding' && !known.has(event.id))) return 1;
  return verdictsOf(events).every((verdict) => verdict.verdict === 'not-tested') ? 2 : 0;
}
