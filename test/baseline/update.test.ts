import { describe, expect, it } from 'vitest';
import type { Baseline } from '../../src/baseline/baseline.js';
import { loadBaseline } from '../../src/baseline/load.js';
import { updatedText, whyNoUpdate } from '../../src/baseline/update.js';
import type { FindingEvent, RunEvent } from '../../src/event/event.js';
import { finding, finished, interruptedRun, play, started } from '../report/events.js';

const NAMES = {
  scenarios: ['users/mover', 'users/leaver', 'users/joiner', 'groups/push'],
  clients: ['entra', 'entra-default', 'entra-aadOptscim062020'],
};

function runWith(findings: readonly FindingEvent[]): RunEvent[] {
  const dialects = ['entra-default', 'entra-aadOptscim062020'] as const;
  return [
    started(dialects, 1),
    ...dialects.flatMap((dialect) => play({ dialect, scenario: 'users/mover', title: 'x', status: 'failed' })),
    ...findings,
    finished(),
  ];
}

function read(text: string): Baseline {
  const { baseline, problems } = loadBaseline(text, 'b.yaml', NAMES);
  expect(problems).toEqual([]);
  return baseline ?? { entries: [], coverage: new Map() };
}

const at = (...scenarios: string[]): Pick<FindingEvent, 'seen'> => ({ seen: scenarios.map((scenario) => ({ scenario })) });

describe('a baseline that is written anew', () => {
  it('accepts what was found: for the client where all its dialects show it, anywhere where it is seen in many places', () => {
    const many = at('users/mover', 'users/leaver', 'users/joiner', 'groups/push');
    const text = updatedText(
      '',
      read('findings: []'),
      runWith([
        finding('F1', 'entra-default', at('users/mover')),
        finding('F2', 'entra-aadOptscim062020', at('users/mover')),
        finding('F3', 'entra-default', { check: 'SC1301', ...many }),
        finding('F4', 'entra-default', { check: 'SC2116', seen: [{ scenario: 'users/mover', attribute: 'active' }] }),
        finding('F5', 'entra-default', { check: 'SC1001', seen: [{}] }),
        finding('F6', 'entra-default', { check: 'SC1006', ...at('users/mover') }),
        finding('F7', 'entra-default', { check: 'SC1111', severity: 'warning', ...at('users/mover') }),
      ]),
    );
    const { entries, coverage } = read(text);
    const reason = 'accepted on 2026-11-22, not yet explained';
    expect(entries.map(({ source: _source, ...entry }) => entry)).toEqual([
      { check: 'SC2104', client: 'entra', scenarios: ['users/mover'], reason },
      { check: 'SC1301', client: 'entra-default', scenarios: ['*'], reason },
      { check: 'SC2116', client: 'entra-default', scenarios: ['users/mover'], attribute: 'active', reason, expires: '2027-02-20' },
      { check: 'SC1001', client: 'entra-default', scenarios: [], reason },
    ]);
    expect(coverage.get('entra-default')).toEqual({ scenarios: 1, proven: [] });
  });

  it('keeps comments, reasons and what has expired, and loses what was not seen', () => {
    const text = `# ours
findings:
  # the patch engine
  - check: SC2104
    client: entra
    scenario: users/mover # seen in March
    reason: "ticket 4711: a long reason that is not folded ${'x'.repeat(100)}"
    expires: 2026-01-31
  - check: SC1301
    client: entra
    scenario: users/mover
    reason: fixed since
# the end
`;
    const after = updatedText(text, read(text), runWith([finding('F1', 'entra-default', at('users/mover'))]));
    expect(after).toContain(text.slice(0, text.indexOf('  - check: SC1301')));
    expect(after).not.toContain('SC1301');
    expect(after).not.toContain('not yet explained');
    expect(after).toContain('# the end');
  });

  it('says nothing new of a run that says the same', () => {
    const run = runWith([finding('F1', 'entra-default', at('users/mover'))]);
    const once = updatedText('', read('findings: []'), run);
    expect(updatedText(once, read(once), run)).toBe(once);
  });

  it('can be read again where nobody but the bystanders has shown something', () => {
    const run = runWith([finding('F1', 'entra-default', at('bystanders'))]);
    expect(read(updatedText('', read('findings: []'), run)).entries).toMatchObject([{ scenarios: ['bystanders'] }]);
  });

  it('accepts warnings where they fail the run', () => {
    const run = runWith([finding('F1', 'entra-default', { check: 'SC1111', severity: 'warning', ...at('users/mover') })]);
    expect(read(updatedText('', read('findings: []'), run)).entries).toEqual([]);
    expect(read(updatedText('', read('findings: []'), run, true)).entries).toMatchObject([{ check: 'SC1111' }]);
  });

  it('is not made of a run that was cut short', () => {
    expect(whyNoUpdate(interruptedRun())).toBe('by Ctrl-C');
    expect(whyNoUpdate(runWith([]).slice(0, -1))).toBe('the run broke off');
    expect(whyNoUpdate(runWith([]))).toBeUndefined();
  });
});
