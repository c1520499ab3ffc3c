import { type Clock, timeLimit, timeOf } from '../../base/clock.js';
import type { Dialect, Session } from '../../client/client.js';
import { CLIENTS } from '../../client/registry.js';
import { guid, seededRandom, token } from '../../client/values/random.js';
import type { RunFinished, Sink } from '../../event/event.js';
import type { Mapping } from '../../mapping/mapping.js';
import { Patience } from '../compare/patience.js';
import { neverReturned } from '../compare/visibility.js';
import { Wire } from '../exchange/wire.js';
import { findingsOf, RunLog } from '../judge/findings.js';
import { type Ledger, type LedgerEntry, openLedger } from '../ledger/ledger.js';
import { memoryLedger } from '../ledger/memory-ledger.js';
import { mappingFor } from '../mapping/effective-mapping.js';
import { ConversationRunner } from '../scenario/conversation-runner.js';
import { runScenario, type ScenarioRules } from '../scenario/scenario-runner.js';
import { askedOnce } from '../scenario/steps/connect.js';
import { OwnedResources } from '../state/owned-resources.js';
import { bystanderScenario, readAllAgain } from './bystanders.js';
import { cleanUp } from './cleanup.js';
import { PAGE_SIZE, type RunOptions } from './options.js';
import { inParallel } from './pool.js';
import { type Preflight, preflight } from './preflight.js';
import { probeTarget } from './probe.js';
import type { RunContext } from './run-context.js';
import { earlierClients, runStarted } from './run-started.js';
import { isExclusive, skipReason } from './selection.js';

/** How long a target may be late in showing a write, in milliseconds. */
const PATIENCE_MS = 400;

type Aborted = NonNullable<RunFinished['aborted']>;

/**
 * Plays the scenarios with each client against the target and tells everything as events. It prints nothing, and what the
 * target does never makes it throw.
 *
 * @param options what to play, and against whom
 * @param sink receives the events in order
 * @param signal aborts the run; what it created is removed all the same
 * @throws Error when the ledger cannot be written: then nothing has been sent that writes
 */
export async function run(options: RunOptions, sink: Sink, signal?: AbortSignal): Promise<void> {
  const { clock } = options;
  const started = clock.now();
  const deadline = timeLimit(clock, options.deadlineMs);
  const signals = AbortSignal.any([deadline, ...(signal === undefined ? [] : [signal])]);
  // The mapping may depend on what the target advertises, so the first events wait until it is known.
  const waiting: Parameters<Sink>[0][] = [];
  let emit: Sink = (event) => waiting.push(event);
  const wire = new Wire(options.target, options.transport, (event) => emit(event), clock, options.redact ?? ((text) => text), signals);
  const random = seededRandom([options.seed, options.runId, 'probe'].join('|'));
  const preflightResult = await preflight(wire, options.dialects[0] ?? 'rfc', guid(random));
  const { mapping, notices } = mappingFor(options.mapping, preflightResult.schemas);
  sink(runStarted(options, mapping, preflightResult.facts));
  for (const event of waiting) sink(event);
  emit = sink;
  for (const message of notices) sink({ type: 'notice', level: 'info', message });
  const hidden = neverReturned(preflightResult.facts.schemas, mapping);
  if (hidden.length > 0) {
    const message = `The target says in /Schemas that it never shows ${hidden.join(', ')}: whether it keeps what is sent there cannot be verified.`;
    sink({ type: 'notice', level: 'info', message });
  }

  const aborted = (): Aborted | undefined => {
    if (signal?.aborted === true) return { kind: 'interrupted', message: 'The run was interrupted.' };
    if (preflightResult.unusable !== undefined) return { kind: 'unusable', message: preflightResult.unusable };
    if (deadline.aborted)
      return { kind: 'deadline', message: `The run took longer than its deadline of ${Math.round(options.deadlineMs / 1000)} s.` };
    return undefined;
  };
  if (aborted() === undefined)
    await runDialects(options, sink, wire, preflightResult, mapping, guid(random), () => aborted() !== undefined);
  const reason = aborted();
  sink({
    type: 'run-finished',
    time: timeOf(clock),
    seconds: secondsSince(clock, started),
    requests: wire.count(),
    ...(reason === undefined ? {} : { aborted: reason }),
  });
}

async function runDialects(
  options: RunOptions,
  sink: Sink,
  wire: Wire,
  preflightResult: Preflight,
  mapping: Mapping,
  randomGuid: string,
  stopped: () => boolean,
): Promise<void> {
  const ledger = await ledgerFor(options);
  const resources = new OwnedResources();
  const record = new RunLog();
  const run: RunContext = {
    wire,
    clock: options.clock,
    resources: resources,
    log: record,
    mapping,
    facts: preflightResult.facts,
    ledger,
    madeUpIds: new Set(),
    onSecret: options.onSecret ?? (() => undefined),
    patience: new Patience(options.clock, PATIENCE_MS),
  };
  const refused = askedOnce();
  try {
    for (const dialect of options.dialects) {
      if (stopped()) break;
      await runDialect({ options, sink, stage: run, flight: preflightResult, randomGuid, stopped, refused }, dialect);
    }
  } finally {
    const created = resources.all().length + ledger.open().filter(isUnknown).length;
    const cleanup = await cleanUp(wire, ledger, created, options.clock);
    for (const finding of findingsOf(record, options.dialects, wire)) sink(finding);
    sink(cleanup);
    await ledger.close();
  }
}

interface DialectRun {
  readonly options: RunOptions;
  readonly sink: Sink;
  readonly stage: RunContext;
  readonly flight: Preflight;
  readonly randomGuid: string;
  readonly stopped: () => boolean;
  readonly refused: ScenarioRules['refused'];
}

/** One client: the bystanders, the scenarios side by side, those that must be alone one by one, the last look. */
async function runDialect(dialectRun: DialectRun, dialect: Dialect): Promise<void> {
  const { options, sink, stage: run, stopped } = dialectRun;
  const client = CLIENTS[dialect];
  const started = run.clock.now();
  const before = new Set(run.resources.all().map((own) => own.id));
  sink({ type: 'client-started', dialect });
  const runner = (order: number): ConversationRunner => new ConversationRunner(run, client, sessionOf(dialectRun), order, { dialect });
  const noWrites = ignoredFilter(dialectRun, runner(0)) ?? (await refusedHeaders(dialectRun, runner(0), dialect));
  const rules: ScenarioRules = {
    options,
    sink,
    refused: dialectRun.refused,
    stopped,
    ...(noWrites === undefined ? {} : { noWrites: noWrites }),
  };
  const bystanders = runner(1);
  if (noWrites === undefined) {
    // Their creation is told like any other, but they are no scenario of the user's.
    await runScenario(bystanderScenario(run.mapping.groups !== undefined), bystanders, {
      ...rules,
      sink: (event) => (event.type === 'exchange' ? sink(event) : undefined),
    });
  }
  const chosen = options.scenarios.map((scenario, index) => ({
    scenario,
    order: index + 2,
    skip: skipReason(scenario, client, run.mapping, earlierClients(options, dialect), run.facts),
  }));
  const fit = chosen.filter(({ skip }) => skip === undefined);
  for (const { scenario, skip } of chosen) {
    // What is another client's business is told only where it is all that there is to tell.
    if (skip === undefined || (skip.foreign && fit.length > 0)) continue;
    const { id, title, source } = scenario;
    sink({ type: 'scenario-finished', dialect, scenario: id, title, source, status: 'skipped', reason: skip.reason });
  }
  const playOne = ({ scenario, order }: (typeof fit)[number]): Promise<void> => runScenario(scenario, runner(order), rules);
  // Whoever lists everything comes first: the fewer resources there are, the fewer pages.
  await inParallel(
    fit.filter(({ scenario }) => isExclusive(scenario)),
    1,
    playOne,
    stopped,
  );
  await inParallel(
    fit.filter(({ scenario }) => !isExclusive(scenario)),
    options.jobs,
    playOne,
    stopped,
  );
  const created = new Set(run.resources.all().flatMap((own) => (before.has(own.id) ? [] : [own.id])));
  // What is seen only now is told where nothing else shows it.
  await readAllAgain(runner(options.scenarios.length + 2), run.resources, created, stopped);
  sink({ type: 'client-finished', dialect, requests: run.wire.count(dialect), seconds: secondsSince(run.clock, started) });
}

/** A target that answers a filter for nobody with somebody must not be written to. */
function ignoredFilter(dialectRun: DialectRun, runner: ConversationRunner): ScenarioRules['noWrites'] {
  const { ignoresFilters: dishonest } = dialectRun.flight;
  if (dishonest === undefined) return undefined;
  runner.report(
    ['SC1302'],
    { expected: 'no resource for a random userName', received: `${dishonest.found} resources`, subject: 'username' },
    dishonest.exchange,
  );
  return { reason: 'a filter for a random value returned resources: nothing is written to this target', by: [...runner.causes] };
}

/** A target that does not serve a client's headers cannot be judged further under this client. */
async function refusedHeaders(dialectRun: DialectRun, runner: ConversationRunner, dialect: Dialect): Promise<ScenarioRules['noWrites']> {
  const first = dialect === dialectRun.options.dialects[0];
  const refused = first ? dialectRun.flight.refused : (await probeTarget(dialectRun.stage.wire, dialect, dialectRun.randomGuid)).refused;
  if (refused === undefined) return undefined;
  runner.report(['SC1004'], { expected: '200, as with other headers', received: String(refused.status) }, refused.exchange);
  return { reason: `the target refuses the headers of this client (${refused.status})`, by: [...runner.causes], all: true };
}

function sessionOf(dialectRun: DialectRun): Session {
  const { options, stage: run } = dialectRun;
  return {
    mapping: run.mapping,
    randomGuid: dialectRun.randomGuid,
    pageSize: PAGE_SIZE,
    // One for the whole run: the redactor looks for every secret in everything that is told.
    placeholder: () => {
      const password = `${token(seededRandom([options.seed, options.runId, 'password'].join('|')), 7)}A`;
      run.onSecret(password);
      return password;
    },
  };
}

/** Created, as its answer said, and nobody knows under which id. */
function isUnknown(entry: LedgerEntry): boolean {
  return entry.answered === true && entry.id === undefined;
}

async function ledgerFor(options: RunOptions): Promise<Ledger> {
  if (options.ledgerDirectory === undefined) return memoryLedger();
  const about = { runId: options.runId, target: options.target.display, time: timeOf(options.clock), dialects: options.dialects };
  return await openLedger(options.ledgerDirectory, about, options.redact ?? ((text) => text), options.clock);
}

function secondsSince(clock: Clock, started: number): number {
  return Math.round(clock.now() - started) / 1000;
}
