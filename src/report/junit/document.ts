import type { BaselineProblem } from '../../event/event.js';
import { incompleteOf } from '../../event/verdict.js';
import { cleanCommand } from '../clean-advice.js';
import { shorten } from '../layout.js';
import type { RunRecord } from '../record.js';
import type { Repository } from '../reporter.js';
import { placeOf } from '../words.js';
import { clientCases, type TestCase, testCase } from './cases.js';
import { type Element, element } from './xml.js';

/**
 * A run as a JUnit document: a suite per client, and one for what concerns the run as a whole.
 *
 * @param run the run
 * @param repository where the run was made
 */
export function junitDocument(run: RunRecord, repository: Repository | undefined): Element {
  const whole = wholeRunCases(run);
  const byClient = [...run.clients.values()].map((client) => ({ client, cases: clientCases(run, client, repository) }));
  const suites = [
    ...byClient.map(({ client, cases }) => suiteOf(run, client.dialect, cases, client.seconds)),
    ...(whole.length === 0 ? [] : [suiteOf(run, 'run', whole, 0)]),
  ];
  const cases = byClient.flatMap((each) => each.cases).concat(whole);
  const seconds = run.finished?.seconds ?? sumOf(cases);
  return element('testsuites', { name: 'scim-check', ...countsOf(cases), time: seconds.toFixed(3) }, suites);
}

function suiteOf(run: RunRecord, name: string, cases: readonly TestCase[], seconds = sumOf(cases)): Element {
  const { target, mapping, seed, runId, version, time } = run.started ?? {};
  const client = [...run.clients.values()].find((each) => each.dialect === name);
  const { requests, ownRequests } = client ?? {};
  const properties = { target, mapping: mapping?.name, seed, runId, version, requests, ownRequests };
  return element('testsuite', { name, ...countsOf(cases), time: seconds.toFixed(3), timestamp: time }, [
    element(
      'properties',
      {},
      Object.entries(properties).flatMap(([key, value]) =>
        value === undefined ? [] : [element('property', { name: key, value: shorten(String(value), 1000) })],
      ),
    ),
    ...cases.map((each) => each.element),
  ]);
}

/** Where a run and its baseline do not agree; what is new fails where it was seen. */
const BASELINE_CASES: Readonly<Partial<Record<BaselineProblem['kind'], string>>> = {
  expired: 'What the baseline accepts is not over',
  stale: 'What the baseline accepts was seen',
  lost: 'As much was shown as when the baseline was written',
  'not-updated': 'The baseline was written anew',
};

/** What makes the exit code other than 0 without being a finding. */
function wholeRunCases(run: RunRecord): TestCase[] {
  const cases: TestCase[] = [];
  const aborted = run.finished === undefined ? { kind: 'internal', message: 'its last event is missing' } : run.finished.aborted;
  if (aborted !== undefined) {
    const message = `${aborted.kind}: ${aborted.message}`;
    cases.push(testCase({ suite: 'run', name: 'The run came to its end', outcome: 'broken', message }));
  }
  for (const { client, reason = '', advice = '', coverage } of incompleteOf(run.events)) {
    const open = coverage.capabilities.filter((each) => each.status !== 'proven');
    const lines = open.map((each) => `${each.capability}: ${each.status}${each.reason === undefined ? '' : `, ${each.reason}`}`);
    const cut = coverage.cut.map((each) => `${each.scenarios.join(', ')} ${each.status}: ${each.reason}`.trim());
    const text = [reason, ...cut, ...lines, advice].join('\n');
    cases.push(testCase({ suite: 'run', name: `What ${client} needs was tested`, outcome: 'failed', message: reason, text }));
  }
  for (const [kind, name] of Object.entries(BASELINE_CASES)) {
    const problems = run.baseline?.problems.filter((each) => each.kind === kind) ?? [];
    if (problems.length === 0) continue;
    const lines = problems.map(({ message, source }) => `${source === undefined ? '' : `${placeOf(source)}  `}${message}`);
    cases.push(testCase({ suite: 'run', name, outcome: 'failed', message: lines[0], text: lines.join('\n') }));
  }
  // What a target without DELETE keeps does not fail a job; see exitCodeOf.
  const left = (run.cleanup?.left ?? []).filter((each) => each.unsupported !== true);
  const ledger = run.cleanup?.ledger;
  if (left.length > 0) {
    const lines = left.map((each) => `${each.resourceType} ${each.id} ${each.name}: ${each.reason}`.replaceAll('\n', ' '));
    const advice = `${ledger === undefined ? '' : `They stand in ${ledger}. `}To delete them, run: ${cleanCommand(run)}`;
    const message = `${left.length} left in the target`;
    cases.push(
      testCase({
        suite: 'run',
        name: 'Nothing of the run is left in the target',
        outcome: 'failed',
        message,
        text: [...lines, advice].join('\n'),
      }),
    );
  }
  return cases;
}

function countsOf(cases: readonly TestCase[]): Readonly<Record<string, number>> {
  const count = (outcome: TestCase['outcome']): number => cases.filter((each) => each.outcome === outcome).length;
  return { tests: cases.length, failures: count('failed'), errors: count('broken'), skipped: count('skipped') };
}

function sumOf(cases: readonly TestCase[]): number {
  return cases.reduce((sum, each) => sum + each.seconds, 0);
}
