import { RESPONSE_CHECKS } from './response-checks.js';
import { createResponseJudge, type ResponseJudge } from './response-judge.js';
import { WRITE_CHECKS } from './write-checks.js';
import { createWriteJudge, type WriteJudge } from './write-judge.js';

/** Judges one exchange by itself, with all checks of the catalogue. */
export const judgeResponse: ResponseJudge = createResponseJudge(RESPONSE_CHECKS);

/** Judges a write by what the target holds afterwards, with all checks of the catalogue. */
export const judgeWrite: WriteJudge = createWriteJudge(WRITE_CHECKS);
