import type { Dialect, Family } from '../client/client.js';
import type {
  BaselineEvent,
  CleanupFinished,
  ExchangeEvent,
  FindingEvent,
  NoticeEvent,
  RunEvent,
  RunFinished,
  RunStarted,
  ScenarioFinished,
  ScenarioStarted,
  StepFinished,
} from '../event/event.js';

/** One play of one scenario by one dialect, as far as it came. */
export interface CaseRecord {
  readonly started: ScenarioStarted;
  readonly steps: StepFinished[];
  finished?: ScenarioFinished;
}

/** What one dialect did. Taken from its `client-finished`, else counted. */
export interface ClientRecord {
  readonly dialect: Dialect;
  readonly family: Family;
  readonly title: string;
  /** How many scenarios were planned. */
  readonly planned: number;
  /** The client's and scim-check's own. */
  requests: number;
  /** Of these scim-check's own. */
  ownRequests: number;
  /** Absent when the client did not come to its end. */
  seconds?: number;
}

/** The events of a run, sorted into what reports ask for. */
export interface RunRecord {
  started?: RunStarted;
  finished?: RunFinished;
  cleanup?: CleanupFinished;
  /** What the findings that are accepted make of it. */
  baseline?: BaselineEvent;
  readonly clients: Map<Dialect, ClientRecord>;
  readonly cases: Map<string, CaseRecord>;
  readonly findings: FindingEvent[];
  readonly notices: NoticeEvent[];
  readonly exchanges: Map<string, ExchangeEvent>;
  /** What verdict and exit code are made of: all events but exchanges. */
  readonly events: RunEvent[];
}

/** An empty record. */
export function newRecord(): RunRecord {
  return { clients: new Map(), cases: new Map(), findings: [], notices: [], exchanges: new Map(), events: [] };
}

/**
 * Takes one event in.
 *
 * @param run the record, which is changed
 * @param event the next event of the run
 * @param keepExchanges whether requests and responses are kept; they are by far the largest part of a run
 */
export function record(run: RunRecord, event: RunEvent, keepExchanges: boolean): void {
  if (event.type !== 'exchange' && event.type !== 'step-started' && event.type !== 'cleanup-progress' && event.type !== 'explore-progress')
    run.events.push(event);
  switch (event.type) {
    case 'run-started':
      run.started = event;
      for (const { dialect, family, title, scenarios } of event.clients)
        run.clients.set(dialect, { dialect, family, title, planned: scenarios, requests: 0, ownRequests: 0 });
      return;
    case 'notice':
      run.notices.push(event);
      return;
    case 'scenario-started':
      run.cases.set(keyOf(event), { started: event, steps: [] });
      return;
    case 'step-finished':
      run.cases.get(keyOf(event))?.steps.push(event);
      return;
    case 'scenario-finished':
      caseOf(run, event).finished = event;
      return;
    case 'exchange': {
      if (keepExchanges) run.exchanges.set(event.id, event);
      const client = run.clients.get(event.dialect);
      // What a client sent by itself ends with `client-finished`; clean-up may follow.
      if (client === undefined || client.seconds !== undefined) return;
      client.requests += 1;
      if (event.own === true) client.ownRequests += 1;
      return;
    }
    case 'finding':
      run.findings.push(event);
      return;
    case 'client-finished': {
      const client = run.clients.get(event.dialect);
      if (client !== undefined) Object.assign(client, { requests: event.requests, ownRequests: event.ownRequests, seconds: event.seconds });
      return;
    }
    case 'cleanup':
      run.cleanup = event;
      return;
    case 'baseline':
      run.baseline = event;
      return;
    case 'run-finished':
      run.finished = event;
      return;
    case 'client-started':
    case 'step-started':
    case 'cleanup-progress':
    case 'explore-progress':
      return;
  }
}

/**
 * The plays of one dialect, in the order in which they began.
 *
 * @param run the record
 * @param dialect whose plays
 */
export function casesOf(run: RunRecord, dialect: Dialect): CaseRecord[] {
  return [...run.cases.values()].filter((each) => each.started.dialect === dialect);
}

/**
 * Whether only warnings were given to a scenario that failed, as its steps say.
 *
 * @param played the scenario
 */
export function isOnlyWarned({ finished, steps }: CaseRecord): boolean {
  const failed = steps.filter((step) => step.status === 'failed');
  return finished?.status === 'failed' && failed.length > 0 && failed.every((step) => step.severity === 'warning');
}

/**
 * Whether a scenario failed by nothing but warnings, which may stand in another one.
 *
 * @param played the scenario
 * @param findings what was found under its dialect
 */
export function isWarned(played: CaseRecord, findings: readonly FindingEvent[]): boolean {
  const checks = played.steps.filter((step) => step.status === 'failed').flatMap((step) => step.checks);
  const causes = findings.filter((each) => checks.includes(each.check));
  return causes.length > 0 && checks.every((check) => causes.some((each) => each.check === check && each.severity === 'warning'));
}

function keyOf(event: { readonly dialect: Dialect; readonly scenario: string }): string {
  return `${event.dialect} ${event.scenario}`;
}

/** A scenario that is skipped may finish without having started. */
function caseOf(run: RunRecord, event: ScenarioFinished): CaseRecord {
  const key = keyOf(event);
  const { dialect, scenario, title, source } = event;
  const known = run.cases.get(key) ?? { started: { type: 'scenario-started', dialect, scenario, title, source, steps: 0 }, steps: [] };
  run.cases.set(key, known);
  return known;
}
