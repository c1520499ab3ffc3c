import { shorten } from '../layout.js';
import type { RunRecord } from '../record.js';
import type { Repository } from '../reporter.js';
import { clientCases } from '../test-cases.js';
import { wholeRunCases } from '../whole-run-cases.js';
import { type TestCase, testCase } from './cases.js';
import { type Element, element } from './xml.js';

/**
 * A run as a JUnit document: a suite per client, and one for what concerns the run as a whole.
 *
 * @param run the run
 * @param repository where the run was made
 */
export function junitDocument(run: RunRecord, repository: Repository | undefined): Element {
  const whole = wholeRunCases(run).map(testCase);
  const byClient = [...run.clients.values()].map((client) => ({ client, cases: clientCases(run, client, repository).map(testCase) }));
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

function countsOf(cases: readonly TestCase[]): Readonly<Record<string, number>> {
  const count = (outcome: TestCase['outcome']): number => cases.filter((each) => each.outcome === outcome).length;
  return { tests: cases.length, failures: count('failed'), errors: count('broken'), skipped: count('skipped') };
}

function sumOf(cases: readonly TestCase[]): number {
  return cases.reduce((sum, each) => sum + each.seconds, 0);
}
