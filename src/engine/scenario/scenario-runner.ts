import { CHECKS } from '../../check/catalogue.js';
import type { Severity } from '../../check/check.js';
import type { CheckId } from '../../check/check-id.js';
import { provisionalCheck } from '../../check/diagnose.js';
import type { Capability } from '../../event/capability.js';
import type { Sink, StepStatus } from '../../event/event.js';
import type { Scenario, Step } from '../../scenario/scenario.js';
import { shownBy } from '../capability/shown.js';
import type { RunOptions } from '../run/options.js';
import type { ConversationRunner } from './conversation-runner.js';
import { StepContext, type StepResult } from './step-context.js';
import { type CredentialTest, connect } from './steps/connect.js';
import { create } from './steps/create.js';
import { remove } from './steps/delete.js';
import { labelOf } from './steps/label.js';
import { list } from './steps/list.js';
import { match } from './steps/match.js';
import { request } from './steps/raw-request.js';
import { read } from './steps/read.js';
import { createWithoutRequired } from './steps/required-sweep.js';
import { update } from './steps/update.js';

/** What playing a scenario needs besides its play. */
export interface ScenarioRules {
  readonly options: RunOptions;
  readonly sink: Sink;
  readonly refused: CredentialTest;
  /** Why nothing may be written to the target; undefined: writing is safe. */
  readonly noWrites?: { readonly reason: string; readonly by: readonly (readonly CheckId[])[]; readonly all?: boolean };
  readonly stopped: () => boolean;
}

const WRITES = new Set(['create', 'update', 'delete', 'request']);

/** Plays a scenario from its first step to its last; a step that cannot be played does not end it. */
export async function runScenario(scenario: Scenario, runner: ConversationRunner, rules: ScenarioRules): Promise<void> {
  const { sink } = rules;
  const ref = { dialect: runner.client.dialect, scenario: scenario.id } as const;
  const context = new StepContext(runner, scenario, rules.options);
  const statuses: StepStatus[] = [];
  let reason: string | undefined;
  sink({ type: 'scenario-started', ...ref, title: scenario.title, source: scenario.source, steps: scenario.steps.length });
  for (const [index, step] of scenario.steps.entries()) {
    if (rules.stopped()) break;
    const number = index + 1;
    const label = labelOf(step, runner.client.family);
    sink({ type: 'step-started', ...ref, step: number, label, source: step.source });
    runner.begin({ ...ref, step: number }, { ...ref, step: number, label, source: step.source }, step.as);
    const started = runner.run.clock.now();
    const end = whole(await runStep(context, step, rules), runner, rules);
    statuses.push(end.status);
    if (end.status !== 'passed') reason ??= end.reason;
    for (const candidates of end.causes ?? []) runner.run.log.blocked.push({ ...ref, step: number, candidates });
    sink({
      type: 'step-finished',
      ...ref,
      step: number,
      label,
      source: step.source,
      status: end.status,
      ...(end.reason === undefined ? {} : { reason: end.reason }),
      checks: [...new Set([...runner.causes, ...(end.causes ?? [])].map((candidates) => provisionalCheck({ candidates })))],
      ...capabilitiesOf(end.shown ?? shownBy(step.intent)),
      ...(end.status === 'failed' ? { severity: worstOf(runner) } : {}),
      ...(end.status === 'blocked' && (end.causes ?? []).length === 0 ? { cut: end.cut ?? runner.cut ?? 'other' } : {}),
      milliseconds: Math.round(runner.run.clock.now() - started),
    });
  }
  // What the end of the run cut off has no end of its own, unless it has failed by then.
  if (statuses.length < scenario.steps.length && !statuses.includes('failed')) return;
  sink({
    type: 'scenario-finished',
    ...ref,
    title: scenario.title,
    source: scenario.source,
    status: overall(statuses),
    ...(reason === undefined ? {} : { reason }),
  });
}

/**
 * A step that was not served, or that the end of the run has cut short, has not passed, whatever it has seen until then: its
 * reads may be what is missing.
 */
function whole(end: StepResult, runner: ConversationRunner, rules: ScenarioRules): StepResult {
  if (end.status !== 'passed') return end;
  if (rules.stopped()) return { status: 'blocked', reason: 'the run ended in the middle of it', cut: 'stopped' };
  if (runner.cut === undefined) return end;
  return { status: 'blocked', reason: runner.firstReason ?? 'a request was not served', cut: runner.cut };
}

function capabilitiesOf(shown: readonly Capability[]): { capabilities?: readonly Capability[] } {
  return shown.length === 0 ? {} : { capabilities: shown };
}

/** The worst that a step has seen, as the client takes it. */
function worstOf({ causes, client }: ConversationRunner): Severity {
  const severities = causes.map((candidates) => {
    const check = CHECKS.get(provisionalCheck({ candidates }));
    return check?.severityFor?.[client.family] ?? check?.severity ?? 'error';
  });
  return severities.every((severity) => severity === 'warning') ? 'warning' : 'error';
}

async function runStep(context: StepContext, step: Step, rules: ScenarioRules): Promise<StepResult> {
  const { intent, expect } = step;
  context.enter(step);
  const { noWrites } = rules;
  const { unserved } = context.runner;
  if (unserved !== undefined)
    return { status: 'blocked', reason: `an earlier request was not served: ${unserved.reason}`, cut: unserved.cut };
  if (noWrites !== undefined && (noWrites.all === true || WRITES.has(intent.kind))) {
    context.blockedBy = noWrites.by;
    return { status: 'blocked', reason: noWrites.reason, causes: noWrites.by };
  }
  const text = JSON.stringify([intent, expect]);
  for (const name of context.uncaptured)
    if (text.includes(`\${${name}}`)) return { status: 'skipped', reason: `the target shows no ${name}` };
  for (const [name, by] of context.missing) {
    if (text.includes(`\${${name}}`)) return { status: 'blocked', reason: `nothing was captured as ${name}`, causes: by };
  }
  switch (intent.kind) {
    case 'connect':
      return await connect(context, intent.credential, rules.refused);
    case 'create':
      return intent.every === undefined
        ? await create(context, intent.object, expect)
        : await createWithoutRequired(context, intent.object, rules.sink);
    case 'match':
      return await match(context, intent, expect);
    case 'read':
      return await read(context, intent, expect);
    case 'update':
      return await update(context, intent, expect);
    case 'delete':
      return await remove(context, intent);
    case 'list':
      return await list(context, intent);
    case 'request':
      return await request(context, intent, step);
  }
}

/** A scenario is as bad as its worst step; one that was blocked in part has not passed. */
function overall(statuses: readonly StepStatus[]): StepStatus {
  for (const status of ['failed', 'blocked', 'passed'] as const) if (statuses.includes(status)) return status;
  return 'skipped';
}
