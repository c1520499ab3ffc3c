import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAPABILITIES, type Capability } from '../../src/event/capability.js';
import { coverageOf } from '../../src/event/coverage.js';
import type { FindingEvent, RunEvent, RunFinished, StepFinished, StepStatus } from '../../src/event/event.js';
import { exitCodeOf, verdictsOf } from '../../src/event/verdict.js';
import { finding, finished, started } from '../report/events.js';

const SOURCE = { file: 'a.yaml', line: 1, column: 1 };
type Ref = Pick<StepFinished, 'dialect' | 'scenario'>;

/** One scenario with a step for each status. */
function scenario(ref: Ref, steps: readonly [StepStatus, Partial<StepFinished>?][], ends = true): RunEvent[] {
  const statuses = steps.map(([status]) => status);
  const status = (['failed', 'blocked', 'passed'] as const).find((each) => statuses.includes(each)) ?? 'skipped';
  return [
    { type: 'scenario-started', ...ref, title: 't', source: SOURCE, steps: ends ? steps.length : steps.length + 1 },
    ...steps.map(
      ([each, more = {}], index): RunEvent => ({
        type: 'step-finished',
        ...ref,
        step: index + 1,
        label: 'l',
        source: SOURCE,
        status: each,
        checks: [],
        milliseconds: 1,
        ...more,
      }),
    ),
    ...(ends ? [{ type: 'scenario-finished', ...ref, title: 't', source: SOURCE, status } as const] : []),
  ];
}

/** Okta's two dialects, each with what it needs; each plays one scenario. */
function run(needs: readonly Capability[], wizard: readonly Capability[], events: readonly RunEvent[], more: object = {}): RunEvent[] {
  const first = started(['okta-oin', 'okta-aiw'], 1);
  if (first.type !== 'run-started') throw new Error('no first event');
  const clients = first.clients.map((client, index) => ({ ...client, needs: index === 0 ? needs : wizard }));
  return [{ ...first, clients, ...more }, ...events, { type: 'cleanup', created: 0, deleted: 0, left: [] }, finished()];
}

const OIN: Ref = { dialect: 'okta-oin', scenario: 'users/joiner' };
const AIW: Ref = { dialect: 'okta-aiw', scenario: 'users/joiner' };
const CREATED: [StepStatus, Partial<StepFinished>] = ['passed', { capabilities: ['create'] }];

describe('a verdict', () => {
  it('is ready when each dialect has shown what it is to show', () => {
    const events = run(['create'], ['create'], [...scenario(OIN, [CREATED]), ...scenario(AIW, [CREATED])]);
    expect(verdictsOf(events)).toMatchObject([
      { verdict: 'ready', coverage: { capabilities: [{ capability: 'create', status: 'proven' }] } },
    ]);
    expect(exitCodeOf(events)).toBe(0);
  });

  it('takes what failed for working where only warnings are told of it in the end', () => {
    const failed: [StepStatus, Partial<StepFinished>] = ['failed', { capabilities: ['members'], severity: 'error', checks: ['SC2301'] }];
    const events = (severity: 'error' | 'warning', seen: string, more: Partial<FindingEvent> = {}): RunEvent[] =>
      run(
        ['members'],
        [],
        [
          ...scenario({ ...OIN, scenario: 'groups/push' }, [failed]),
          ...scenario(AIW, [CREATED]),
          finding('F1', 'okta-oin', { severity, ...more, seen: [{ scenario: seen }] }),
        ],
      );
    expect(verdictsOf(events('warning', 'groups/push'))).toMatchObject([{ verdict: 'ready-with-warnings' }]);
    expect(verdictsOf(events('warning', 'users/joiner'))).toMatchObject([{ verdict: 'incomplete', reason: 'shown not to work: members' }]);
    const blocks = ['groups/push:2'];
    expect(verdictsOf(events('warning', 'groups/push', { blocks }))).toMatchObject([{ verdict: 'ready-with-warnings' }]);
    // Whom nobody could take away the access of keeps it.
    expect(verdictsOf(events('warning', 'groups/push', { blocks, impact: 'access-kept' }))).toMatchObject([{ verdict: 'incomplete' }]);
    expect(verdictsOf(events('error', 'groups/push'))).toMatchObject([{ verdict: 'not-ready' }]);
  });

  it('does not take a mapping without groups for the reason why something else was not tested', () => {
    const denied: RunEvent = {
      type: 'not-provisioned',
      dialect: 'okta-oin',
      capabilities: [],
      scenarios: 9,
      reason: 'no groups here',
      advice: 'Assign people.',
    };
    const reasonOf = (need: Capability) =>
      verdictsOf(run(['create', need], [], [denied, ...scenario(OIN, [CREATED]), ...scenario(AIW, [CREATED])]))[0]?.reason;
    expect(reasonOf('roles')).toBe('not tested: roles (no scenario that was played shows it)');
    expect(reasonOf('members')).toBe('not tested: members (no groups here)');
  });

  it('is incomplete when one dialect has not shown it, and says which capability and what to do', () => {
    const skipped: [StepStatus, Partial<StepFinished>] = ['skipped', { capabilities: ['create'], reason: 'the target has none' }];
    const events = run(['create'], ['create'], [...scenario(OIN, [CREATED]), ...scenario(AIW, [skipped])]);
    const [verdict] = verdictsOf(events);
    expect(verdict).toMatchObject({ verdict: 'incomplete', reason: 'not tested: create (the target has none)' });
    expect(verdict?.advice).toContain('--mapping entra-default');
    expect(verdict?.coverage.capabilities[0]?.dialects).toEqual({ 'okta-oin': 'proven', 'okta-aiw': 'not-tested' });
    expect(exitCodeOf(events)).toBe(1);
    expect(exitCodeOf(events, true)).toBe(0);
  });

  it('takes no blocked step for a passed one', () => {
    const blocked: [StepStatus, Partial<StepFinished>] = [
      'blocked',
      { capabilities: ['match'], reason: 'the target throttles (429)', cut: 'throttled' },
    ];
    const events = run(['create'], [], [...scenario(OIN, [CREATED, blocked]), ...scenario(AIW, [CREATED])]);
    const [verdict] = verdictsOf(events);
    expect(verdict).toMatchObject({ verdict: 'incomplete', reason: 'users/joiner was cut short: the target throttles (429)' });
    expect(verdict?.advice).toContain('--jobs 1');
    expect(verdict?.coverage.scenarios).toMatchObject({ planned: 2, passed: 1, blocked: 1 });
    expect(exitCodeOf(events)).toBe(1);
  });

  it('takes a blocked step for no proof, also where a warning is what blocks it', () => {
    const blocked: [StepStatus, Partial<StepFinished>] = ['blocked', { capabilities: ['match'], reason: 'r', checks: ['SC1303'] }];
    const warning = finding('F1', 'okta-oin', { check: 'SC1303', severity: 'warning', blocks: ['users/joiner:2'] });
    const events = run(['create', 'match'], [], [...scenario(OIN, [CREATED, blocked]), ...scenario(AIW, [CREATED]), warning]);
    expect(verdictsOf(events)).toMatchObject([{ verdict: 'incomplete', advice: 'Fix SC1303 first: a step waits for it.' }]);
  });

  it('goes by what a failure turned out to be: a warning has kept nobody from going on', () => {
    const failed: [StepStatus, Partial<StepFinished>] = ['failed', { capabilities: ['create'], severity: 'error', checks: ['SC1205'] }];
    const warning = finding('F1', 'okta-oin', { check: 'SC1253', severity: 'warning', seen: [{ scenario: 'users/joiner' }] });
    const elsewhere = finding('F1', 'okta-oin', { check: 'SC1253', severity: 'warning', seen: [{ scenario: 'users/mover' }] });
    const told = (last: RunEvent) => verdictsOf(run(['create'], [], [...scenario(OIN, [failed]), ...scenario(AIW, [CREATED]), last]));
    expect(told(warning)).toMatchObject([{ verdict: 'ready-with-warnings' }]);
    expect(told(elsewhere)).toMatchObject([{ verdict: 'incomplete', reason: 'shown not to work: create' }]);
  });

  it('is not ready for an error, and says what was not played besides', () => {
    const blocked: [StepStatus, Partial<StepFinished>] = ['blocked', { reason: 'no answer', cut: 'unanswered' }];
    const failed: [StepStatus, Partial<StepFinished>] = ['failed', { capabilities: ['create'], severity: 'error', checks: ['SC1204'] }];
    const events = run(['create'], [], [...scenario(OIN, [failed, blocked]), ...scenario(AIW, [CREATED]), finding('F1', 'okta-oin')]);
    expect(verdictsOf(events)).toMatchObject([
      { verdict: 'not-ready', reason: 'users/joiner was cut short: no answer', coverage: { capabilities: [{ status: 'disproven' }] } },
    ]);
  });

  it('takes a step to which only warnings were given for a proof', () => {
    const warned: [StepStatus, Partial<StepFinished>] = ['failed', { capabilities: ['create'], severity: 'warning', checks: ['SC1105'] }];
    const warning = finding('F1', 'okta-oin', { check: 'SC1105', severity: 'warning' });
    const events = run(['create'], [], [...scenario(OIN, [warned]), ...scenario(AIW, [CREATED]), warning]);
    expect(verdictsOf(events)).toMatchObject([{ verdict: 'ready-with-warnings' }]);
  });

  it('is incomplete for scenarios that were never begun or not ended', () => {
    const unbegun = run(['create'], [], scenario(OIN, [CREATED]));
    expect(verdictsOf(unbegun)).toMatchObject([
      { verdict: 'incomplete', coverage: { scenarios: { planned: 2, passed: 1, unfinished: 1 } } },
    ]);
    const unended = run(['create'], [], [...scenario(OIN, [CREATED]), ...scenario(AIW, [CREATED], false)]);
    expect(verdictsOf(unended)).toMatchObject([
      { verdict: 'incomplete', coverage: { scenarios: { planned: 2, passed: 1, unfinished: 1 } } },
    ]);
    expect(exitCodeOf(unended)).toBe(1);
  });

  it('says how many scenarios were cut short', () => {
    const blocked: [StepStatus, Partial<StepFinished>] = ['blocked', { reason: 'no answer', cut: 'unanswered' }];
    const events = run(
      ['create'],
      [],
      [OIN, { ...OIN, scenario: 'users/leaver' }].flatMap((ref) => scenario(ref, [CREATED, blocked])),
    );
    expect(verdictsOf(events)).toMatchObject([{ verdict: 'incomplete', reason: '2 scenarios were cut short: no answer' }]);
  });

  it.each<[string, RunFinished['aborted'], readonly RunEvent[], object]>([
    [
      'a target that cannot be used, whatever was played before',
      { kind: 'unusable', message: 'the token is refused' },
      scenario(OIN, [CREATED]),
      { verdict: 'not-tested', reason: 'the token is refused' },
    ],
    ['nothing that was played', undefined, [], { verdict: 'not-tested', reason: 'the run ended before they were played (1)' }],
    [
      'nothing that was played because the target throttles: it may be asked again',
      { kind: 'throttled', message: 'the target asked for a wait of 900 s' },
      [],
      { verdict: 'incomplete', reason: 'the target asked for a wait of 900 s' },
    ],
  ])('of %s', (_of, aborted, events, expected) => {
    const all = run(['create'], [], events).map((event) => (event.type === 'run-finished' ? finished(aborted) : event));
    expect(verdictsOf(all)).toMatchObject([expected]);
  });

  it('is incomplete when attributes are mapped by what cannot be evaluated', () => {
    const mapping = { name: 'm', app: 'a', source: 's', unsent: [{ name: 'nickName', reason: 'the function Foo is not known (line 7)' }] };
    const events = run(['create'], [], [...scenario(OIN, [CREATED]), ...scenario(AIW, [CREATED])], { mapping });
    expect(verdictsOf(events)).toMatchObject([
      { verdict: 'incomplete', reason: 'mapped, but never sent: nickName, because the function Foo is not known (line 7)' },
    ]);
  });

  it('of selected scenarios is incomplete for the rest, which the exit code does not miss', () => {
    const played = [...scenario(OIN, [CREATED]), ...scenario(AIW, [CREATED])];
    const events = run(['create', 'import'], [], played, { selected: true });
    expect(verdictsOf(events)).toMatchObject([{ verdict: 'incomplete', advice: 'Play all scenarios: name none.' }]);
    expect(exitCodeOf(events)).toBe(0);
    const cut = run(['create'], [], scenario(OIN, [CREATED]), { selected: true });
    expect(exitCodeOf(cut)).toBe(1);
  });
});

describe('coverage', () => {
  it('has a line in its document for each capability, in its words', () => {
    const table = readFileSync('docs/coverage.md', 'utf8').split('<!-- capabilities -->')[1]?.split('<!-- end -->')[0] ?? '';
    const rows = [...table.matchAll(/^\| `([\w-]+)` \| ([^|]+) \|/gm)].map(([, name, words]) => [name, words]);
    expect(rows).toEqual(Object.entries(CAPABILITIES));
  });

  it('says the same reason once, with all scenarios', () => {
    const skipped = (name: string): RunEvent => ({
      type: 'scenario-finished',
      dialect: 'okta-oin',
      scenario: name,
      title: 't',
      source: SOURCE,
      status: 'skipped',
      reason: 'the mapping has no groups',
    });
    const events = run(
      [],
      [],
      [skipped('groups/push'), skipped('groups/lifecycle'), ...scenario(OIN, [CREATED]), ...scenario(AIW, [CREATED])],
    );
    expect(coverageOf(events, 'okta')).toMatchObject({
      scenarios: { planned: 2, passed: 2, skipped: 2, unfinished: 0 },
      unplayed: [{ status: 'skipped', reason: 'the mapping has no groups', scenarios: ['groups/push', 'groups/lifecycle'] }],
      cut: [],
    });
  });
});
