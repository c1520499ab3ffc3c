import type { Capability } from './capability.js';
import type { FindingEvent, PlannedClient, RunEvent, ScenarioFinished, ScenarioStarted, StepFinished } from './event.js';
import type { Proof, ScenarioCounts, Unplayed } from './proof.js';

/** What one dialect has played. */
export interface Plays {
  readonly counts: ScenarioCounts;
  readonly unplayed: readonly Unplayed[];
  /** Those that nothing that was found explains. */
  readonly cut: readonly Unplayed[];
  /** What the steps about a capability have shown. */
  proof(capability: Capability): Proof;
  /** Why no step has shown it: the reasons of the steps that were to. */
  whyNot(capability: Capability): readonly string[];
}

/** One scenario as far as it was played. */
interface Play {
  readonly started: ScenarioStarted;
  readonly steps: StepFinished[];
  finished?: ScenarioFinished;
}

const NOT_REACHED = 'the run ended before they were played';

/**
 * What one dialect has played.
 *
 * @param events all events of a run, in order
 * @param client the dialect, as the run was to play it
 */
export function playsOf(events: readonly RunEvent[], client: PlannedClient): Plays {
  const { dialect } = client;
  const plays = new Map<string, Play>();
  const skipped: ScenarioFinished[] = [];
  const findings: FindingEvent[] = [];
  let leftOut = 0;
  for (const event of events) {
    // A step of one dialect may be blocked by what is told of another one of its client.
    if (event.type === 'finding' && event.client === client.family) findings.push(event);
    if (!('dialect' in event) || event.dialect !== dialect) continue;
    if (event.type === 'scenario-started') plays.set(event.scenario, { started: event, steps: [] });
    else if (event.type === 'not-provisioned') leftOut += event.scenarios;
    else if (event.type === 'step-finished') plays.get(event.scenario)?.steps.push(event);
    else if (event.type === 'scenario-finished') {
      const play = plays.get(event.scenario);
      if (play === undefined) skipped.push(event);
      else play.finished = event;
    }
  }
  const all = [...plays.values()];
  const ended = (status: ScenarioFinished['status']): Play[] => all.filter((play) => isWhole(play) && play.finished?.status === status);
  const unstarted = Math.max(0, client.scenarios - leftOut - all.length);
  const unfinished = all.filter((play) => !isWhole(play));
  const cut = [...cutShort(all, findings), ...unfinished.map(unfinishedOf), ...(unstarted === 0 ? [] : [notReached(unstarted)])];
  const steps = all.flatMap((play) => play.steps);
  const mild = onlyWarned(findings.filter((each) => each.dialect === dialect));
  return {
    counts: {
      planned: Math.max(client.scenarios - leftOut, all.length),
      passed: ended('passed').length,
      failed: ended('failed').length,
      blocked: ended('blocked').length,
      skipped: skipped.length + ended('skipped').length,
      unfinished: unfinished.length + unstarted,
    },
    unplayed: [
      ...skipped.map((each) => unplayed('skipped', each.scenario, each.reason)),
      ...(['skipped', 'blocked'] as const).flatMap((status) =>
        ended(status).map(({ started, finished }) => unplayed(status, started.scenario, finished?.reason)),
      ),
      ...unfinished.map(unfinishedOf),
      ...(unstarted === 0 ? [] : [notReached(unstarted)]),
    ],
    cut,
    proof: (capability) =>
      proofOf(
        steps.filter((step) => step.capabilities?.includes(capability)),
        mild,
      ),
    whyNot: (capability) =>
      steps.filter((step) => step.capabilities?.includes(capability) && step.reason !== undefined).map((step) => step.reason ?? ''),
  };
}

/**
 * One failure counts for more than any number of successes; what only warnings were given to has worked.
 *
 * @param steps the steps that show it
 * @param mild scenarios of which warnings are all that is told in the end
 */
function proofOf(steps: readonly StepFinished[], mild: ReadonlySet<string>): Proof {
  const isMild = ({ severity, scenario }: StepFinished): boolean => severity === 'warning' || mild.has(scenario);
  if (steps.some((step) => step.status === 'failed' && !isMild(step))) return 'disproven';
  return steps.some((step) => step.status === 'passed' || step.status === 'failed') ? 'proven' : 'not-tested';
}

/**
 * What a step took for an error when it ended may have turned out to follow from what is a warning. Where people keep their access by it,
 * and steps wait for it, nobody has seen that the client can go on.
 */
function onlyWarned(findings: readonly FindingEvent[]): ReadonlySet<string> {
  const isSevere = ({ severity, blocks, impact }: FindingEvent): boolean =>
    severity === 'error' || (impact === 'access-kept' && blocks.length > 0);
  const seenIn = (some: readonly FindingEvent[]): string[] =>
    some.flatMap(({ seen = [] }) => seen.flatMap(({ scenario }) => scenario ?? []));
  const severe = new Set(seenIn(findings.filter(isSevere)));
  return new Set(seenIn(findings).filter((scenario) => !severe.has(scenario)));
}

/** Played to its last step, and told to be. A saved run without numbers of steps counts as it says. */
function isWhole({ started, steps, finished }: Play): boolean {
  return finished !== undefined && (finished.status === 'failed' || steps.length === 0 || steps.length >= started.steps);
}

/** Steps that were blocked although nothing that was found is in their way: they are missing, whatever the others show. */
function cutShort(plays: readonly Play[], findings: readonly FindingEvent[]): Unplayed[] {
  const blocked = new Set(findings.flatMap((finding) => finding.blocks));
  const checks = new Set(findings.map((finding) => finding.check));
  return plays.flatMap(({ started, steps }) => {
    const step = steps.find(
      (each) =>
        each.status === 'blocked' && !blocked.has(`${each.scenario}:${each.step}`) && !each.checks.some((check) => checks.has(check)),
    );
    return step === undefined ? [] : [{ ...unplayed('blocked', started.scenario, step.reason), cut: step.cut ?? 'other' }];
  });
}

function unfinishedOf({ started }: Play): Unplayed {
  return { ...unplayed('unfinished', started.scenario, 'the run ended in the middle of it'), cut: 'stopped' };
}

function notReached(count: number): Unplayed {
  return { status: 'unfinished', reason: `${NOT_REACHED} (${count})`, scenarios: [], cut: 'stopped' };
}

function unplayed(status: Unplayed['status'], scenario: string, reason = 'no reason given'): Unplayed {
  return { status, reason, scenarios: [scenario] };
}
