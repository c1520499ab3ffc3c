import { describe, expect, it } from 'vitest';
import type { Baseline, BaselineEntry } from '../../src/baseline/baseline.js';
import { compare } from '../../src/baseline/compare.js';
import type { FindingEvent, RunEvent } from '../../src/event/event.js';
import { exitCodeOf, verdictsOf } from '../../src/event/verdict.js';
import { finding, finished, play, started } from '../report/events.js';

const SOURCE = { file: 'b.yaml', line: 3, column: 5 };
const ATTRIBUTE = 'emails[type eq "work"].value';
const ENTRY: BaselineEntry = {
  check: 'SC2104',
  client: 'entra',
  scenarios: ['users/mover'],
  attribute: ATTRIBUTE,
  reason: 'ticket 4711',
  source: SOURCE,
};
const MOVER = finding('F1', 'entra-default', { seen: [{ scenario: 'users/mover', attribute: ATTRIBUTE }] });
const baseline = (entries: readonly BaselineEntry[], coverage: Baseline['coverage'] = new Map()): Baseline => ({ entries, coverage });

function runWith(findings: readonly FindingEvent[], more: { selected?: boolean; aborted?: boolean } = {}): RunEvent[] {
  const failed = new Set(findings.flatMap(({ seen = [] }) => seen.map(({ scenario }) => scenario)));
  const first = { ...started(['entra-default'], 3), ...(more.selected === true ? { selected: true } : {}) };
  return [
    { ...first, clients: first.clients.map((client) => ({ ...client, needs: ['connect', 'value-paths'] as const })) },
    { type: 'client-started', dialect: 'entra-default' },
    ...['users/mover', 'users/leaver', 'users/joiner'].flatMap((scenario) =>
      play({ dialect: 'entra-default', scenario, title: scenario, status: failed.has(scenario) ? 'failed' : 'passed' }).map((event) =>
        event.type === 'step-finished' && event.step === 2
          ? { ...event, capabilities: scenario === 'users/mover' ? (['value-paths'] as const) : (['connect'] as const) }
          : event,
      ),
    ),
    ...findings,
    { type: 'client-finished', dialect: 'entra-default', requests: 1, ownRequests: 0, seconds: 1 },
    finished(more.aborted === true ? { kind: 'interrupted', message: 'by Ctrl-C' } : undefined),
  ];
}

/** The run as reports see it. */
function compared(accepted: Baseline, events: readonly RunEvent[]) {
  const event = compare(accepted, 'b.yaml', events);
  const all = [...events.slice(0, -1), event, ...events.slice(-1)];
  return { event, kinds: event.problems.map(({ kind }) => kind), code: exitCodeOf(all), verdict: verdictsOf(all)[0] };
}

describe('a finding', () => {
  it('is known where it was seen nowhere but where it is accepted; the client is never ready', () => {
    const { event, kinds, code, verdict } = compared(baseline([{ ...ENTRY, expires: '2027-01-31' }]), runWith([MOVER]));
    expect(event.known).toEqual([{ finding: 'F1', reason: 'ticket 4711', expires: '2027-01-31', source: SOURCE }]);
    expect({ kinds, code }).toEqual({ kinds: [], code: 0 });
    expect(verdict).toMatchObject({
      verdict: 'ready-except-known',
      blocking: [],
      errors: 0,
      known: { defects: 1, until: '2027-01-31', unproven: ['value-paths'] },
    });
  });

  it.each([
    ['another check', { ...MOVER, check: 'SC2105' }],
    ['another attribute', { ...MOVER, seen: [{ scenario: 'users/mover', attribute: 'emails[type eq "home"].value' }] }],
    ['no attribute', { ...MOVER, seen: [{ scenario: 'users/mover' }] }],
    ['another scenario as well', { ...MOVER, seen: [...(MOVER.seen ?? []), { scenario: 'users/leaver', attribute: ATTRIBUTE }] }],
    ['outside the scenarios', { ...MOVER, seen: [{ attribute: ATTRIBUTE }] }],
    ['another client', { ...MOVER, client: 'okta' as const, dialect: 'okta-oin' as const }],
  ])('is new with %s', (_what, other) => {
    const { event, kinds, code } = compared(baseline([ENTRY]), runWith([other]));
    expect(event.known).toEqual([]);
    expect(kinds).toContain('new');
    expect(code).toBe(1);
  });

  it('is accepted under a client for all of its dialects, under a dialect for that one', () => {
    expect(compared(baseline([{ ...ENTRY, client: 'entra-default' }]), runWith([MOVER])).code).toBe(0);
    expect(compared(baseline([{ ...ENTRY, client: 'entra-aadoptscim062020' }]), runWith([MOVER])).kinds).toEqual(['new']);
  });

  it('that puts people at risk is accepted by nothing', () => {
    const open = finding('F1', 'entra-default', { check: 'SC1006', seen: [{ scenario: 'users/mover' }] });
    const { attribute: _attribute, ...entry } = { ...ENTRY, check: 'SC1006' };
    const { event, code } = compared(baseline([entry]), runWith([open]));
    expect(event.problems).toMatchObject([{ kind: 'new', finding: 'F1' }]);
    expect(event.problems[0]?.message).toContain('no baseline accepts it');
    expect(code).toBe(1);
  });

  it('that is a warning fails nothing, accepted or not', () => {
    const warning = { ...MOVER, severity: 'warning' as const };
    expect(compared(baseline([]), runWith([warning]))).toMatchObject({ kinds: [], code: 0 });
    expect(compared(baseline([ENTRY]), runWith([warning]))).toMatchObject({ kinds: [], code: 0 });
  });
});

describe('an entry', () => {
  it('counts through its last day', () => {
    expect(compared(baseline([{ ...ENTRY, expires: '2026-11-22' }]), runWith([MOVER])).code).toBe(0);
    const over = compared(baseline([{ ...ENTRY, expires: '2026-11-21' }]), runWith([MOVER]));
    expect(over).toMatchObject({ kinds: ['expired'], code: 1, verdict: { verdict: 'not-ready' } });
    expect(over.event.problems[0]).toMatchObject({ source: SOURCE });
  });

  it('of what was not seen any more fails the run', () => {
    const { event, code } = compared(baseline([ENTRY]), runWith([]));
    expect(event.problems).toEqual([
      { kind: 'stale', source: SOURCE, message: `SC2104 under entra in users/mover (${ATTRIBUTE}) was not seen any more` },
    ]);
    expect(code).toBe(1);
  });

  it.each([
    ['its client was not played', { ...ENTRY, client: 'okta' }, {}],
    ['its scenario was not played', { ...ENTRY, scenarios: ['users/elsewhere'] }, {}],
    ['only some scenarios were selected', { ...ENTRY, scenarios: ['*'] }, { selected: true }],
    ['the run was interrupted', ENTRY, { aborted: true }],
  ])('is not stale where %s', (_what, entry, more) => {
    expect(compared(baseline([entry]), runWith([], more)).kinds).toEqual([]);
  });
});

describe('coverage', () => {
  const shown = (proven: readonly ('connect' | 'value-paths' | 'roles')[], scenarios = 3): Baseline =>
    baseline([ENTRY], new Map([['entra-default', { scenarios, proven }]]));

  it('that is the same is fine; what was never proven stays known', () => {
    expect(compared(shown(['connect']), runWith([MOVER]))).toMatchObject({
      kinds: [],
      code: 0,
      verdict: { verdict: 'ready-except-known' },
    });
  });

  it('that is less fails the run: a capability, one that nobody needs any more, and a scenario', () => {
    const lost = compared(shown(['connect', 'value-paths', 'roles'], 4), runWith([MOVER]));
    expect(lost.kinds).toEqual(['lost', 'lost', 'lost']);
    expect(lost).toMatchObject({ code: 1, verdict: { verdict: 'incomplete' } });
  });

  it('of some scenarios is not compared', () => {
    expect(compared(shown(['connect', 'roles'], 9), runWith([MOVER], { selected: true })).kinds).toEqual([]);
  });
});
