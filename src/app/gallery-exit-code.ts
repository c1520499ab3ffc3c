import type { RunEvent } from '../event/event.js';
import { galleryTestsIn, galleryVerdictOf } from '../event/gallery-verdict.js';
import { exitCodeOf } from '../event/verdict.js';
import type { ExitCode } from './exit-code.js';

/**
 * The exit code of a rehearsal: 0 where the template's rules say Succeeded, no requirement was shown not to be met, Entra's client met
 * nothing that blocks it, and nothing is left. Of selected tests it is enough that none has failed.
 *
 * @param events events of the run; exchanges may be missing
 * @param all whether all tests were to be played
 */
export function galleryExitCode(events: readonly RunEvent[], all: boolean): ExitCode {
  const code = exitCodeOf(events, true);
  const tests = galleryTestsIn(events);
  if (code !== 0) return code;
  if (events.some((event) => event.type === 'run-finished' && event.aborted !== undefined)) return 1;
  if (tests.every(({ overallResult }) => overallResult === 'SKIPPED')) return 2;
  const verdict = galleryVerdictOf(tests);
  const isMandatory = tests.some(({ overallResult, category }) => overallResult === 'FAILED' && category === 'mandatory');
  if (events.some((event) => event.type === 'gallery-requirement' && event.need === 'required' && event.status === 'failed')) return 1;
  return (all ? verdict.overallResult === 'Succeeded' : !isMandatory) ? 0 : 1;
}
