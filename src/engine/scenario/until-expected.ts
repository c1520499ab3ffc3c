import { checkOf } from '../../check/catalogue.js';
import { provisionalCheck } from '../../check/diagnose.js';
import type { Symptom } from '../../check/symptom.js';
import type { StepContext } from './step-context.js';
import type { StepResult } from './step-result.js';

/** The pauses between tries, in milliseconds; the last one is repeated. */
const PAUSES: readonly number[] = [500, 1000, 2000, 5000];

/**
 * Plays a step again until what it expects has come about, or its time is up. What an answer shows by itself, as a wrong media type,
 * is told of every try: time does not make it right.
 *
 * @param context the step
 * @param play plays it once
 */
export async function untilExpected(context: StepContext, play: () => Promise<StepResult>): Promise<StepResult> {
  const { log, run, step } = context;
  const { within } = step;
  if (within === undefined) return await play();
  const end = run.clock.now() + within * 1000;
  const mayPass = (symptom: Symptom): boolean => symptom.candidates.some((check) => check === step.check) || !isOfAnswer(symptom);
  for (let tries = 0; ; tries += 1) {
    const noted = log.symptoms.length;
    const result = await play();
    if (result.status !== 'failed' || !log.symptoms.slice(noted).some(mayPass)) return result;
    const pause = Math.min(PAUSES[tries] ?? PAUSES[PAUSES.length - 1] ?? 0, end - run.clock.now());
    if (pause <= 0 || !(await run.clock.sleep(pause, run.ended))) return result;
    log.withdraw(noted, mayPass);
  }
}

/** Whether it is a fault of one answer, whatever the target holds. */
function isOfAnswer(symptom: Symptom): boolean {
  return checkOf(provisionalCheck(symptom)).kind === 'response';
}
