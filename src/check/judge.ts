import type { CheckId } from './check-id.js';
import type { ObservedWrite } from './context.js';
import { RESPONSE_CHECKS } from './response-checks.js';
import { createResponseJudge, type ResponseJudge } from './response-judge.js';
import { WRITE_CHECKS } from './write-checks.js';
import { createWriteJudge, exercisedBy, type WriteJudge } from './write-judge.js';

/** Judges one exchange by itself, with all checks of the catalogue. */
export const judgeResponse: ResponseJudge = createResponseJudge(RESPONSE_CHECKS);

/** Judges a write by what the target holds afterwards, with all checks of the catalogue. */
export const judgeWrite: WriteJudge = createWriteJudge(WRITE_CHECKS);

/** The checks of the catalogue that a write exercises. */
export const checksExercised = (write: ObservedWrite): ReadonlySet<CheckId> => exercisedBy(WRITE_CHECKS, write);
