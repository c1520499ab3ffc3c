import type { Capability } from '../../event/capability.js';
import type { CutBy, StepStatus } from '../../event/event.js';
import type { Cause } from '../state/cause.js';

/** How a step ended. */
export interface StepResult {
  readonly status: StepStatus;
  readonly reason?: string;
  /** For a blocked step: the symptoms that are in its way. */
  readonly causes?: readonly Cause[];
  /** For a blocked step that nothing that was found blocks: why. */
  readonly cut?: CutBy;
  /** What the step has shown of the client, where that depends on what was sent. */
  readonly shown?: readonly Capability[];
}

export const PASSED: StepResult = { status: 'passed' };

/** Filtering is optional, and a client of the standard does without where it is not promised (RFC 7644 §3.4.2.2). */
export const NO_FILTER: StepResult = { status: 'skipped', reason: 'ServiceProviderConfig does not promise filter' };

/**
 * The end of a step that looks at values which are not what they should be. Where nothing went wrong with them, and they were
 * just never written, there is nothing to be blocked by.
 *
 * @param reason which values
 * @param causes the symptoms that made them so
 */
export function unreliable(reason: string, causes: readonly Cause[]): StepResult {
  return causes.length > 0
    ? { status: 'blocked', reason, causes }
    : { status: 'skipped', reason: `${reason}: an earlier change was left out` };
}
