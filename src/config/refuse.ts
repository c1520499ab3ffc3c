import { type Diagnostic, formatDiagnostic } from '../yaml/diagnostic.js';
import { UsageError } from './usage-error.js';

/**
 * Refuses files that are not right.
 *
 * @param problems what is wrong with them
 * @throws UsageError with all problems, unless there are none
 */
export function refuse(problems: readonly Diagnostic[]): void {
  if (problems.length > 0) throw new UsageError(problems.map((problem) => formatDiagnostic(problem)).join('\n'));
}
