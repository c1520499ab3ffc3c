import { defined } from '../../base/defined.js';
import { checkOf } from '../../check/catalogue.js';
import type { Severity } from '../../check/check.js';
import { provisionalCheck } from '../../check/diagnose.js';
import type { Capability } from '../../event/capability.js';
import type { StepStatus } from '../../event/event.js';
import type { Scenario, Step } from '../../scenario/scenario.js';
import { stepType } from '../../scenario/steps/registry.js';
import { shownBy } from '../capability/shown.js';
import { isAboutOffer } from '../mapping/mapped-rows.js';
import type { ConversationRunner } from './conversation-runner.js';
import { labelOf } from './label.js';
import type { RunIdentity } from './run-context.js';
import type { ScenarioSession } from './scenario-session.js';
import { ScenarioState } from './scenario-state.js';
import { StepContext } from './step-context.js';
import type { StepTools } from './step-handler.js';
import type { StepResult } from './step-result.js';
import { stepHandler } from './steps/registry.js';
import { untilExpected } from './until-expected.js';

/** What running a scenario needs besides its client. */
export interface ScenarioRules extends StepTools {
  readonly identity: RunIdentity;
  readonly stopped: () => boolean;
}

/** Runs a scenario from its first step to its last; a step that cannot be played does not end it. */
export async function runScenario(scenario: Scenario, session: ScenarioSession, rules: ScenarioRules): Promise<void> {
  const { sink } = rules;
  const { client, run } = session;
  const ref = { dialect: client.dialect, scenario: scenario.id } as const;
  const { title, source } = scenario;
  const state = new ScenarioState(scenario, run, client, rules.identity);
  const statuses: StepStatus[] = [];
  // What the client does not exchange of itself is no part of what it must be able to do.
  const isBeside = isAboutOffer(run.mapping, scenario);
  let reason: string | undefined;
  sink({ type: 'scenario-started', ...ref, title, source, steps: scenario.steps.length });
  for (const [index, step] of scenario.steps.entries()) {
    if (rules.stopped()) break;
    const number = index + 1;
    const place = { ...ref, step: number, label: labelOf(step, client.family), source: step.source };
    sink({ type: 'step-started', ...place });
    const runner = stepRunner(session, state, step, place);
    const started = run.clock.now();
    const result = whole(await runStep(new StepContext(state, step, runner), rules), runner, rules);
    const causes = result.causes ?? [];
    statuses.push(result.status);
    if (result.status !== 'passed') reason ??= result.reason;
    run.log.block({ ...ref, step: number }, causes);
    sink({
      type: 'step-finished',
      ...place,
      status: result.status,
      ...defined({ reason: result.reason }),
      checks: [...new Set([...runner.log.symptoms, ...causes].map(provisionalCheck))],
      ...capabilitiesOf(isBeside ? [] : (result.shown ?? shownBy(step.intent))),
      ...(result.status === 'failed' ? { severity: isBeside ? 'warning' : worstOf(runner) } : {}),
      ...(result.status === 'blocked' && causes.length === 0 ? { cut: result.cut ?? runner.log.cut ?? 'other' } : {}),
      milliseconds: Math.round(run.clock.now() - started),
    });
  }
  // What the end of the run cut off has no end of its own, unless it has failed by then.
  if (statuses.length < scenario.steps.length && !statuses.includes('failed')) return;
  sink({ type: 'scenario-finished', ...ref, title, source, status: overall(statuses), ...defined({ reason }) });
}

/**
 * A step that was not served, or that the end of the run has cut short, has not passed, whatever it has seen until then: its
 * reads may be what is missing.
 */
function whole(result: StepResult, { log }: ConversationRunner, rules: ScenarioRules): StepResult {
  if (result.status !== 'passed') return result;
  if (rules.stopped()) return { status: 'blocked', reason: 'the run ended in the middle of it', cut: 'stopped' };
  if (log.cut === undefined) return result;
  return { status: 'blocked', reason: log.firstReason ?? 'a request was not served', cut: log.cut };
}

function capabilitiesOf(shown: readonly Capability[]): { capabilities?: readonly Capability[] } {
  return shown.length === 0 ? {} : { capabilities: shown };
}

/** The worst that a step has seen, as the client takes it. */
function worstOf({ log, client }: ConversationRunner): Severity {
  const severities = log.symptoms.map((symptom) => {
    const check = checkOf(provisionalCheck(symptom));
    return check.severityFor?.[client.family] ?? check.severity;
  });
  return severities.every((severity) => severity === 'warning') ? 'warning' : 'error';
}

/** Where a step expects a status, a refusal may be what is wanted. */
function stepRunner(
  session: ScenarioSession,
  state: ScenarioState,
  step: Step,
  place: Parameters<ScenarioSession['step']>[0]['place'] & object,
): ConversationRunner {
  const expects = stepType(step.intent).rawAnswer === true || step.expect.status !== undefined;
  return session.step({
    place,
    variant: step.as,
    expectation: expects ? { statuses: step.expect.status, check: step.check } : {},
    unserved: (why) => {
      state.unserved ??= why;
    },
  });
}

async function runStep(context: StepContext, rules: ScenarioRules): Promise<StepResult> {
  const { state, step } = context;
  const { intent } = step;
  const handler = stepHandler(intent);
  const { noWrites } = rules;
  const { unserved } = state;
  if (unserved !== undefined)
    return { status: 'blocked', reason: `an earlier request was not served: ${unserved.reason}`, cut: unserved.cut };
  if (noWrites !== undefined && (noWrites.all === true || handler.writes)) {
    state.blockedBy = noWrites.causes;
    return { status: 'blocked', reason: noWrites.reason, causes: noWrites.causes };
  }
  return withoutCapture(context) ?? withoutValue(context) ?? (await untilExpected(context, () => handler.run(context, intent, rules)));
}

/** A step that uses what an earlier answer should have shown cannot be played without it. */
function withoutCapture({ state, step }: StepContext): StepResult | undefined {
  const text = JSON.stringify([step.intent, step.expect]);
  const uses = (name: string): boolean => text.includes(`\${${name}}`);
  const optional = [...state.uncaptured].find(uses);
  if (optional !== undefined) return { status: 'skipped', reason: `the target shows no ${optional}` };
  const missing = [...state.missing].find(([name]) => uses(name));
  return missing === undefined ? undefined : { status: 'blocked', reason: `nothing was captured as ${missing[0]}`, causes: missing[1] };
}

/** A request with nothing in place of a value would ask for something else: `/Users/` for one user. */
function withoutValue({ state, step }: StepContext): StepResult | undefined {
  const lacking = state.lacking(step);
  if (lacking === undefined) return undefined;
  const { object, path } = lacking;
  return {
    status: 'skipped',
    reason: `${object} has no ${path} here: "needs: [${path}]" leaves the scenario out where the mapping has none`,
  };
}

/** A scenario is as bad as its worst step; one that was blocked in part has not passed. */
function overall(statuses: readonly StepStatus[]): StepStatus {
  for (const status of ['failed', 'blocked', 'passed'] as const) if (statuses.includes(status)) return status;
  return 'skipped';
}
