import type { StepHandler } from '../step-handler.js';
import { PASSED } from '../step-result.js';

/** Lets time pass; the end of the run ends it as well. */
export const WAIT: StepHandler<'wait'> = {
  writes: false,
  async run({ run }, { seconds }) {
    await run.clock.sleep(seconds * 1000, run.ended);
    return PASSED;
  },
};
