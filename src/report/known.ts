import type { Defect } from '../event/defects.js';
import type { KnownFinding } from '../event/event.js';
import type { RunRecord } from './record.js';

/**
 * What a baseline says of a finding that it accepts.
 *
 * @param run the run
 * @param id of the finding
 * @returns undefined where nothing accepts it
 */
export function knownOf({ baseline }: RunRecord, id: string): KnownFinding | undefined {
  return baseline?.known.find(({ finding }) => finding === id);
}

/**
 * Whether a baseline accepts all of a defect.
 *
 * @param run the run
 * @param defect one of its defects
 */
export function isKnown(run: RunRecord, { findings }: Defect): boolean {
  return findings.every(({ id }) => knownOf(run, id) !== undefined);
}
