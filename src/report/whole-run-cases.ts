import type { BaselineProblem } from '../event/event.js';
import { incompleteOf } from '../event/verdict.js';
import { cleanCommand } from './clean-advice.js';
import type { RunRecord } from './record.js';
import type { TestCaseParts } from './test-cases.js';
import { placeOf } from './words.js';

/** Where a run and its baseline do not agree; what is new fails where it was seen. */
const BASELINE_CASES: Readonly<Partial<Record<BaselineProblem['kind'], string>>> = {
  expired: 'What the baseline accepts is not over',
  stale: 'What the baseline accepts was seen',
  lost: 'As much was shown as when the baseline was written',
  'not-updated': 'The baseline was written anew',
};

/**
 * What makes the exit code other than 0 without being a finding.
 *
 * @param run the run
 */
export function wholeRunCases(run: RunRecord): TestCaseParts[] {
  const cases: TestCaseParts[] = [];
  const aborted = run.finished === undefined ? { kind: 'internal', message: 'its last event is missing' } : run.finished.aborted;
  if (aborted !== undefined) {
    const message = `${aborted.kind}: ${aborted.message}`;
    cases.push({ suite: 'run', name: 'The run came to its end', outcome: 'broken', message });
  }
  for (const { client, reason = '', advice = '', coverage } of incompleteOf(run.events)) {
    const open = coverage.capabilities.filter((each) => each.status !== 'proven');
    const lines = open.map((each) => `${each.capability}: ${each.status}${each.reason === undefined ? '' : `, ${each.reason}`}`);
    const cut = coverage.cut.map((each) => `${each.scenarios.join(', ')} ${each.status}: ${each.reason}`.trim());
    const text = [reason, ...cut, ...lines, advice].join('\n');
    cases.push({ suite: 'run', name: `What ${client} needs was tested`, outcome: 'failed', message: reason, text });
  }
  for (const [kind, name] of Object.entries(BASELINE_CASES)) {
    const problems = run.baseline?.problems.filter((each) => each.kind === kind) ?? [];
    if (problems.length === 0) continue;
    const lines = problems.map(({ message, source }) => `${source === undefined ? '' : `${placeOf(source)}  `}${message}`);
    cases.push({ suite: 'run', name, outcome: 'failed', message: lines[0], text: lines.join('\n') });
  }
  // What a target without DELETE keeps does not fail a job; see exitCodeOf.
  const left = (run.cleanup?.left ?? []).filter((each) => each.unsupported !== true);
  const ledger = run.cleanup?.ledger;
  if (left.length > 0) {
    const lines = left.map((each) => `${each.resourceType} ${each.id} ${each.name}: ${each.reason}`.replaceAll('\n', ' '));
    const advice = `${ledger === undefined ? '' : `They stand in ${ledger}. `}To delete them, run: ${cleanCommand(run)}`;
    const message = `${left.length} left in the target`;
    cases.push({
      suite: 'run',
      name: 'Nothing of the run is left in the target',
      outcome: 'failed',
      message,
      text: [...lines, advice].join('\n'),
    });
  }
  return cases;
}
