import type { CheckInfo, ResponseCheck, StepCheck, WriteCheck } from './check.js';

/** A check as its file writes it: its kind follows from where it stands, and it is an error unless it says otherwise. */
type Written<C extends CheckInfo> = Omit<C, 'kind' | 'severity'> & Partial<Pick<C, 'severity'>>;

/** A check that looks at one exchange by itself. */
export function defineResponseCheck(check: Written<ResponseCheck>): ResponseCheck {
  return { kind: 'response', severity: 'error', ...check };
}

/** A check that explains why a write went wrong. */
export function defineWriteCheck(check: Written<WriteCheck>): WriteCheck {
  return { kind: 'write', severity: 'error', ...check };
}

/** The checks of one area that the engine raises, or a step of a scenario. */
export function defineStepChecks(checks: readonly Written<StepCheck>[]): readonly StepCheck[] {
  return checks.map((check) => ({ kind: 'step', severity: 'error', ...check }));
}
