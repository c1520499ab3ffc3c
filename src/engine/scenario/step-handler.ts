import type { Sink } from '../../event/event.js';
import type { IntentKind, IntentOf } from '../../scenario/intent.js';
import type { Cause } from '../state/cause.js';
import type { CredentialTest } from './credential-test.js';
import type { StepContext } from './step-context.js';
import type { StepResult } from './step-result.js';

/** Why nothing may be written to a target. */
export interface NoWrites {
  readonly reason: string;
  readonly causes: readonly Cause[];
  /** Nothing may be read either. */
  readonly all?: boolean;
}

/** What the steps of all scenarios of a run share. */
export interface StepTools {
  /** Receives what a step tells beside its result. */
  readonly sink: Sink;
  readonly credentialTest: CredentialTest;
  /** Absent: writing is safe. */
  readonly noWrites?: NoWrites;
}

/** How one kind of step is carried out. How it is written, checked and told stands in src/scenario/steps. */
export interface StepHandler<Kind extends IntentKind> {
  /** The step writes to the target: it is not carried out where nothing may be written. */
  readonly writes: boolean;
  /**
   * Carries a step out.
   *
   * @param context the step and the scenario so far
   * @param intent what the directory wants
   * @param tools what all steps share
   */
  run(context: StepContext, intent: IntentOf<Kind>, tools: StepTools): Promise<StepResult>;
}
