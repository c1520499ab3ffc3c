import { checkOf } from '../check/catalogue.js';
import type { CheckId } from '../check/check-id.js';
import type { Client } from '../client/client.js';
import type { ExploreFault } from '../event/exploration.js';
import type { Found } from './investigate.js';

/**
 * A fault as it is told, but for its history.
 *
 * @param found what was found
 * @param client who found it
 * @param cause the check that explains it
 */
export function faultEvent(
  { symptom, replays, failed, plays, unfinished, isLasting }: Found,
  { dialect, family }: Client,
  cause: CheckId,
): Omit<ExploreFault, 'scenario' | 'steps' | 'foundIn' | 'file'> {
  const { title, severity, severityFor } = checkOf(cause);
  const { expected, received } = symptom;
  return {
    type: 'explore-fault',
    dialect,
    check: cause,
    title,
    severity: severityFor?.[family] ?? severity,
    expected,
    received,
    replays,
    failed,
    plays,
    ...(unfinished === true ? { unfinished } : {}),
    ...(isLasting === true ? { lasting: true } : {}),
  };
}
