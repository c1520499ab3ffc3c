import type { CheckId } from '../check/check-id.js';
import { firstGuess } from '../check/diagnose.js';
import type { Sink, StepStatus } from '../event/event.js';
import type { Scenario, Step } from '../scenario/scenario.js';
import type { RunOptions } from './options.js';
import type { Play } from './play.js';
import { connect, type Refusal } from './step/connect.js';
import { create } from './step/create.js';
import { labelOf } from './step/label.js';
import { list } from './step/list.js';
import { match } from './step/match.js';
import { read } from './step/read.js';
import { remove } from './step/remove.js';
import { request } from './step/request.js';
import { createWithoutRequired } from './step/required.js';
import { Scene, type StepEnd } from './step/scene.js';
import { update } from './step/update.js';

/** What playing a scenario needs besides its play. */
export interface ScenarioRules {
  readonly options: RunOptions;
  readonly sink: Sink;
  readonly refused: Refusal;
  /** Why nothing may be written to the target; undefined: writing is safe. */
  readonly noWrites?: { readonly reason: string; readonly by: readonly (readonly CheckId[])[]; readonly all?: boolean };
  readonly stopped: () => boolean;
}

const WRITES = new Set(['create', 'update', 'delete', 'request']);

/** Plays a scenario from its first step to its last; a step that cannot be played does not end it. */
export async function playScenario(scenario: Scenario, play: Play, rules: ScenarioRules): Promise<void> {
  const { sink } = rules;
  const ref = { dialect: play.client.dialect, scenario: scenario.id } as const;
  const scene = new Scene(play, scenario, rules.options);
  const statuses: StepStatus[] = [];
  let reason: string | undefined;
  sink({ type: 'scenario-started', ...ref, title: scenario.title, source: scenario.source, steps: scenario.steps.length });
  for (const [index, step] of scenario.steps.entries()) {
    if (rules.stopped()) break;
    const number = index + 1;
    const label = labelOf(step, play.client.family);
    sink({ type: 'step-started', ...ref, step: number, label, source: step.source });
    play.begin({ ...ref, step: number }, { ...ref, step: number, label, source: step.source }, step.as);
    const started = performance.now();
    const end = await playStep(scene, step, rules);
    statuses.push(end.status);
    if (end.status !== 'passed') reason ??= end.reason;
    for (const candidates of end.by ?? []) play.stage.record.blocked.push({ ...ref, step: number, candidates });
    sink({
      type: 'step-finished',
      ...ref,
      step: number,
      label,
      source: step.source,
      status: end.status,
      ...(end.reason === undefined ? {} : { reason: end.reason }),
      checks: [...new Set([...play.seen, ...(end.by ?? [])].map((candidates) => firstGuess({ candidates })))],
      milliseconds: Math.round(performance.now() - started),
    });
  }
  sink({
    type: 'scenario-finished',
    ...ref,
    title: scenario.title,
    source: scenario.source,
    status: overall(statuses),
    ...(reason === undefined ? {} : { reason }),
  });
}

async function playStep(scene: Scene, step: Step, rules: ScenarioRules): Promise<StepEnd> {
  const { intent, expect } = step;
  scene.enter(step);
  const { noWrites } = rules;
  const { unserved } = scene.play;
  if (unserved !== undefined) return { status: 'blocked', reason: `an earlier request was not served: ${unserved}` };
  if (noWrites !== undefined && (noWrites.all === true || WRITES.has(intent.kind))) {
    scene.blockedBy = noWrites.by;
    return { status: 'blocked', reason: noWrites.reason, by: noWrites.by };
  }
  const text = JSON.stringify([intent, expect]);
  for (const name of scene.lacking) if (text.includes(`\${${name}}`)) return { status: 'skipped', reason: `the target shows no ${name}` };
  for (const [name, by] of scene.missing) {
    if (text.includes(`\${${name}}`)) return { status: 'blocked', reason: `nothing was captured as ${name}`, by };
  }
  switch (intent.kind) {
    case 'connect':
      return await connect(scene, intent.credential, rules.refused);
    case 'create':
      return intent.every === undefined
        ? await create(scene, intent.object, expect)
        : await createWithoutRequired(scene, intent.object, rules.sink);
    case 'match':
      return await match(scene, intent, expect);
    case 'read':
      return await read(scene, intent, expect);
    case 'update':
      return await update(scene, intent, expect);
    case 'delete':
      return await remove(scene, intent);
    case 'list':
      return await list(scene, intent);
    case 'request':
      return await request(scene, intent, step);
  }
}

/** A scenario is as bad as its worst step; one that was blocked in part has not passed. */
function overall(statuses: readonly StepStatus[]): StepStatus {
  for (const status of ['failed', 'blocked', 'passed'] as const) if (statuses.includes(status)) return status;
  return 'skipped';
}
