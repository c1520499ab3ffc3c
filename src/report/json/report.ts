import { defined } from '../../base/defined.js';
import type { Dialect, Family } from '../../client/client.js';
import { type Defect, defectsOf } from '../../event/defects.js';
import type {
  BaselineEvent,
  ExchangeEvent,
  FindingEvent,
  NoticeEvent,
  RunFinished,
  RunStarted,
  StepFinished,
  StepStatus,
} from '../../event/event.js';
import { exitCodeOf, knownIds, type Verdict, type VerdictKind, verdictsOf } from '../../event/verdict.js';
import type { Position } from '../../yaml/position.js';
import { replayCommand } from '../command.js';
import { type CaseRecord, type ClientRecord, casesOf, type RunRecord } from '../record.js';

type Untyped<T> = Omit<T, 'type'>;

/** The JSON report; schemas/report.schema.json says the same to others. */
export interface JsonReport {
  /** Version of this document's form. */
  readonly format: 1;
  readonly version: string;
  readonly runId: string;
  readonly time: string;
  readonly target: string;
  /** What the way to the target depended on. */
  readonly setup?: NonNullable<RunStarted['setup']>;
  readonly mapping: RunStarted['mapping'];
  readonly seed: number;
  readonly exitCode: number;
  /** Why the run ended before its plan did. */
  readonly aborted?: NonNullable<RunFinished['aborted']>;
  /** By client family. */
  readonly verdicts: Readonly<Partial<Record<Family, VerdictKind>>>;
  readonly clients: Readonly<Partial<Record<Family, JsonClient>>>;
  /** By client family. */
  readonly stats: Readonly<Partial<Record<Family, JsonStats>>>;
  /** The clients' requests and scim-check's own. */
  readonly requests: number;
  /** Of these scim-check's own, which no client sends. */
  readonly ownRequests: number;
  readonly seconds: number;
  /** Findings by their cause: what several dialects, steps and scenarios have shown is one. The first is the first to mend. */
  readonly defects: readonly JsonDefect[];
  readonly findings: readonly Untyped<FindingEvent>[];
  readonly scenarios: readonly JsonScenario[];
  readonly notices: readonly Untyped<NoticeEvent>[];
  /** What the findings that are accepted for now make of the run. */
  readonly baseline?: Untyped<BaselineEvent>;
  readonly cleanup?: Untyped<NonNullable<RunRecord['cleanup']>>;
  /** Those that findings refer to. */
  readonly exchanges: readonly Untyped<ExchangeEvent>[];
}

interface JsonDefect extends Pick<Defect, 'id' | 'check' | 'title' | 'severity' | 'impact' | 'count' | 'blocks'> {
  readonly clients: readonly Family[];
  readonly dialects: readonly Dialect[];
  /** Ids of its findings. */
  readonly findings: readonly string[];
  /** Id of the finding with the smallest request. */
  readonly evidence: string;
  /** A baseline accepts it: it is broken, and does not fail the run. */
  readonly known?: true;
  /** Plays again what shows it. */
  readonly replay?: string;
}

interface JsonStats {
  readonly requests: number;
  readonly ownRequests: number;
  readonly seconds: number;
}

interface JsonClient extends JsonStats, Omit<Verdict, 'client'> {
  readonly dialects: Readonly<Partial<Record<Dialect, JsonDialect>>>;
}

/** How many scenarios were planned, and how they ended; those that the run did not reach are in none of the four. */
interface JsonDialect extends JsonStats, Readonly<Record<StepStatus, number>> {
  readonly title: string;
  readonly scenarios: number;
}

interface JsonScenario {
  readonly dialect: Dialect;
  readonly scenario: string;
  readonly title: string;
  readonly source: Position;
  /** `unfinished`: the run ended in the middle of it. */
  readonly status: StepStatus | 'unfinished';
  readonly reason?: string;
  readonly steps: readonly Omit<StepFinished, 'type' | 'dialect' | 'scenario'>[];
}

/**
 * The JSON report of a run.
 *
 * @param run the record of the run, with its exchanges
 * @returns the document; of a stream without a first event, one with empty names
 */
export function reportOf(run: RunRecord): JsonReport {
  const { started, finished, cleanup, baseline } = run;
  const clients = clientsOf(run);
  const shown = new Set(run.findings.map((finding) => finding.exchange));
  const families = [...clients.values()];
  return {
    format: 1,
    version: started?.version ?? '',
    runId: started?.runId ?? '',
    time: started?.time ?? '',
    target: started?.target ?? '',
    ...defined({ setup: started?.setup }),
    mapping: started?.mapping ?? { name: '', app: '', source: '' },
    seed: started?.seed ?? 0,
    exitCode: exitCodeOf(run.events),
    ...defined({ aborted: finished?.aborted }),
    verdicts: Object.fromEntries([...clients].map(([family, { verdict }]) => [family, verdict])),
    clients: Object.fromEntries(clients),
    stats: Object.fromEntries(
      [...clients].map(([family, { requests, ownRequests, seconds }]) => [family, { requests, ownRequests, seconds }]),
    ),
    requests: finished?.requests ?? sum(families.map((each) => each.requests)),
    ownRequests: finished?.ownRequests ?? sum(families.map((each) => each.ownRequests)),
    seconds: finished?.seconds ?? sum(families.map((each) => each.seconds)),
    defects: defectsOf(run.findings).map((defect) => jsonDefectOf(run, defect)),
    findings: run.findings.map(untyped),
    scenarios: [...run.cases.values()].map(scenarioOf),
    notices: run.notices.map(untyped),
    ...(baseline === undefined ? {} : { baseline: untyped(baseline) }),
    ...(cleanup === undefined ? {} : { cleanup: untyped(cleanup) }),
    exchanges: [...run.exchanges.values()].filter((exchange) => shown.has(exchange.id)).map(untyped),
  };
}

function jsonDefectOf({ started, events }: RunRecord, defect: Defect): JsonDefect {
  const { id, check, title, severity, impact, count, blocks, findings, evidence } = defect;
  return {
    id,
    check,
    title,
    severity,
    impact,
    clients: [...new Set(findings.map(({ client }) => client))],
    dialects: [...new Set(findings.map(({ dialect }) => dialect))],
    findings: findings.map((finding) => finding.id),
    evidence: evidence.id,
    count,
    blocks,
    ...(findings.every((finding) => knownIds(events).has(finding.id)) ? { known: true } : {}),
    ...defined({ replay: replayCommand(started, evidence) }),
  };
}

function clientsOf(run: RunRecord): Map<Family, JsonClient> {
  return new Map(
    verdictsOf(run.events).map(({ client, ...verdict }): [Family, JsonClient] => {
      const dialects = [...run.clients.values()].filter((each) => each.family === client);
      return [
        client,
        {
          ...verdict,
          requests: sum(dialects.map((each) => each.requests)),
          ownRequests: sum(dialects.map((each) => each.ownRequests)),
          seconds: sum(dialects.map((each) => each.seconds ?? 0)),
          dialects: Object.fromEntries(dialects.map((each) => [each.dialect, dialectOf(run, each)])),
        },
      ];
    }),
  );
}

function dialectOf(run: RunRecord, client: ClientRecord): JsonDialect {
  const statuses = casesOf(run, client.dialect).map((each) => each.finished?.status);
  const count = (status: StepStatus): number => statuses.filter((each) => each === status).length;
  return {
    title: client.title,
    scenarios: client.planned,
    passed: count('passed'),
    failed: count('failed'),
    blocked: count('blocked'),
    skipped: count('skipped'),
    requests: client.requests,
    ownRequests: client.ownRequests,
    seconds: client.seconds ?? 0,
  };
}

function scenarioOf({ started, finished, steps }: CaseRecord): JsonScenario {
  const { dialect, scenario, title, source } = started;
  return {
    dialect,
    scenario,
    title,
    source,
    status: finished?.status ?? 'unfinished',
    ...defined({ reason: finished?.reason }),
    steps: steps.map(({ type: _type, dialect: _dialect, scenario: _scenario, ...step }) => step),
  };
}

/** The place in the document says what it is. */
function untyped<T extends { readonly type: string }>({ type: _type, ...rest }: T): Untyped<T> {
  return rest;
}

/** Rounded to milliseconds: sums of decimal fractions have long tails. */
function sum(numbers: readonly number[]): number {
  return Math.round(numbers.reduce((total, each) => total + each, 0) * 1000) / 1000;
}
