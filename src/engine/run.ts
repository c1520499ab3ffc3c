import type { TargetFacts } from '../check/context.js';
import type { Client, Dialect, Session } from '../client/client.js';
import { CLIENTS } from '../client/registry.js';
import { guid, seededRandom, token } from '../client/values/random.js';
import type { RunFinished, RunStarted, Sink } from '../event/event.js';
import type { Mapping } from '../mapping/mapping.js';
import { bystanderScenario, reviewAll } from './bystanders.js';
import { cleanUp } from './cleanup.js';
import { findingsOf, Record } from './findings.js';
import { greet } from './greeting.js';
import { type Ledger, openLedger } from './ledger.js';
import { mappingFor } from './mapping-for.js';
import { memoryLedger } from './memory-ledger.js';
import { PAGE_SIZE, type RunOptions } from './options.js';
import { Patience } from './patience.js';
import { Play } from './play.js';
import { inParallel } from './pool.js';
import { Population } from './population.js';
import { type Preflight, preflight } from './preflight.js';
import { playScenario, type ScenarioRules } from './scenario-play.js';
import { isExclusive, skipReason } from './selection.js';
import { neverShown } from './shown.js';
import type { Stage } from './stage.js';
import { askedOnce } from './step/connect.js';
import { Wire } from './wire.js';

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
  const started = performance.now();
  const deadline = AbortSignal.timeout(options.deadlineMs);
  const signals = AbortSignal.any([deadline, ...(signal === undefined ? [] : [signal])]);
  // The mapping may depend on what the target advertises, so the first events wait until it is known.
  const waiting: Parameters<Sink>[0][] = [];
  let tell: Sink = (event) => waiting.push(event);
  const wire = new Wire(options.target, options.transport, (event) => tell(event), signals);
  const random = seededRandom([options.seed, options.runId, 'probe'].join('|'));
  const flight = await preflight(wire, options.dialects[0] ?? 'rfc', guid(random));
  const { mapping, notices } = mappingFor(options.mapping, flight.schemas);
  sink(startedEvent(options, mapping, flight.facts));
  for (const event of waiting) sink(event);
  tell = sink;
  for (const message of notices) sink({ type: 'notice', level: 'info', message });
  const hidden = neverShown(flight.facts.schemas, mapping);
  if (hidden.length > 0) {
    const message = `The target says in /Schemas that it never shows ${hidden.join(', ')}: whether it keeps what is sent there cannot be verified.`;
    sink({ type: 'notice', level: 'info', message });
  }

  const aborted = (): Aborted | undefined => {
    if (signal?.aborted === true) return { kind: 'interrupted', message: 'The run was interrupted.' };
    if (flight.unusable !== undefined) return { kind: 'unusable', message: flight.unusable };
    if (deadline.aborted)
      return { kind: 'deadline', message: `The run took longer than its deadline of ${Math.round(options.deadlineMs / 1000)} s.` };
    return undefined;
  };
  if (aborted() === undefined) await playAll(options, sink, wire, flight, mapping, guid(random), () => aborted() !== undefined);
  const reason = aborted();
  sink({
    type: 'run-finished',
    time: new Date().toISOString(),
    seconds: secondsSince(started),
    requests: wire.count(),
    ...(reason === undefined ? {} : { aborted: reason }),
  });
}

async function playAll(
  options: RunOptions,
  sink: Sink,
  wire: Wire,
  flight: Preflight,
  mapping: Mapping,
  randomGuid: string,
  stopped: () => boolean,
): Promise<void> {
  const ledger = await ledgerFor(options);
  const population = new Population();
  const record = new Record();
  const stage: Stage = {
    wire,
    population,
    record,
    mapping,
    facts: flight.facts,
    ledger,
    madeUp: new Set(),
    onSecret: options.onSecret ?? (() => undefined),
    patience: new Patience(PATIENCE_MS),
  };
  const refused = askedOnce();
  try {
    for (const dialect of options.dialects) {
      if (stopped()) break;
      await playDialect({ options, sink, stage, flight, randomGuid, stopped, refused }, dialect);
    }
  } finally {
    const cleanup = await cleanUp(wire, ledger, population.all().length);
    for (const finding of findingsOf(record, options.dialects, wire)) sink(finding);
    sink(cleanup);
    await ledger.close();
  }
}

interface Tour {
  readonly options: RunOptions;
  readonly sink: Sink;
  readonly stage: Stage;
  readonly flight: Preflight;
  readonly randomGuid: string;
  readonly stopped: () => boolean;
  readonly refused: ScenarioRules['refused'];
}

/** One client: the bystanders, the scenarios side by side, those that must be alone one by one, the last look. */
async function playDialect(tour: Tour, dialect: Dialect): Promise<void> {
  const { options, sink, stage, stopped } = tour;
  const client = CLIENTS[dialect];
  const started = performance.now();
  const before = new Set(stage.population.all().map((own) => own.id));
  sink({ type: 'client-started', dialect });
  const play = (order: number): Play => new Play(stage, client, sessionOf(tour), order, { dialect });
  const noWrites = dishonesty(tour, play(0)) ?? (await refusal(tour, play(0), dialect));
  const rules: ScenarioRules = {
    options,
    sink,
    refused: tour.refused,
    stopped,
    ...(noWrites === undefined ? {} : { noWrites }),
  };
  const bystanders = play(1);
  if (noWrites === undefined) {
    // Their creation is told like any other, but they are no scenario of the user's.
    await playScenario(bystanderScenario(stage.mapping.groups !== undefined), bystanders, {
      ...rules,
      sink: (event) => (event.type === 'exchange' ? sink(event) : undefined),
    });
  }
  const chosen = options.scenarios.map((scenario, index) => ({
    scenario,
    order: index + 2,
    skip: skipReason(scenario, client, stage.mapping, earlierClients(options, dialect), stage.facts),
  }));
  const fit = chosen.filter(({ skip }) => skip === undefined);
  for (const { scenario, skip } of chosen) {
    // What is another client's business is told only where it is all that there is to tell.
    if (skip === undefined || (skip.foreign && fit.length > 0)) continue;
    const { id, title, source } = scenario;
    sink({ type: 'scenario-finished', dialect, scenario: id, title, source, status: 'skipped', reason: skip.reason });
  }
  const playOne = ({ scenario, order }: (typeof fit)[number]): Promise<void> => playScenario(scenario, play(order), rules);
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
  const created = new Set(stage.population.all().flatMap((own) => (before.has(own.id) ? [] : [own.id])));
  // What is seen only now is told where nothing else shows it.
  await reviewAll(play(options.scenarios.length + 2), stage.population, created, stopped);
  sink({ type: 'client-finished', dialect, requests: stage.wire.count(dialect), seconds: secondsSince(started) });
}

/** A target that answers a filter for nobody with somebody must not be written to. */
function dishonesty(tour: Tour, play: Play): ScenarioRules['noWrites'] {
  const { dishonest } = tour.flight;
  if (dishonest === undefined) return undefined;
  play.raise(
    ['SC1302'],
    { expected: 'no resource for a random userName', received: `${dishonest.found} resources`, subject: 'username' },
    dishonest.exchange,
  );
  return { reason: 'a filter for a random value returned resources: nothing is written to this target', by: [...play.seen] };
}

/** A target that does not serve a client's headers cannot be judged further under this client. */
async function refusal(tour: Tour, play: Play, dialect: Dialect): Promise<ScenarioRules['noWrites']> {
  const first = dialect === tour.options.dialects[0];
  const refused = first ? tour.flight.refused : (await greet(tour.stage.wire, dialect, tour.randomGuid)).refused;
  if (refused === undefined) return undefined;
  play.raise(['SC1004'], { expected: '200, as with other headers', received: String(refused.status) }, refused.exchange);
  return { reason: `the target refuses the headers of this client (${refused.status})`, by: [...play.seen], all: true };
}

function sessionOf(tour: Tour): Session {
  const { options, stage } = tour;
  return {
    mapping: stage.mapping,
    randomGuid: tour.randomGuid,
    pageSize: PAGE_SIZE,
    // One for the whole run: the redactor looks for every secret in everything that is told.
    placeholder: () => {
      const password = `${token(seededRandom([options.seed, options.runId, 'password'].join('|')), 7)}A`;
      stage.onSecret(password);
      return password;
    },
  };
}

async function ledgerFor(options: RunOptions): Promise<Ledger> {
  if (options.ledgerDirectory === undefined) return memoryLedger();
  const about = { runId: options.runId, target: options.target.display, time: new Date().toISOString(), dialects: options.dialects };
  return await openLedger(options.ledgerDirectory, about, options.redact ?? ((text) => text));
}

function startedEvent(options: RunOptions, mapping: Mapping, facts: TargetFacts): RunStarted {
  return {
    type: 'run-started',
    format: 1,
    version: options.version,
    runId: options.runId,
    time: new Date().toISOString(),
    target: options.target.display,
    mapping: { name: mapping.name, app: mapping.app, source: mapping.source },
    seed: options.seed,
    clients: options.dialects.map((dialect) => {
      const { family, title } = CLIENTS[dialect];
      const earlier = earlierClients(options, dialect);
      const scenarios = options.scenarios.filter(
        (scenario) => skipReason(scenario, CLIENTS[dialect], mapping, earlier, facts) === undefined,
      ).length;
      return { dialect, family, title, scenarios };
    }),
  };
}

/** The clients that the run plays before a dialect. */
function earlierClients(options: RunOptions, dialect: Dialect): Client[] {
  return options.dialects.slice(0, options.dialects.indexOf(dialect)).map((each) => CLIENTS[each]);
}

function secondsSince(started: number): number {
  return Math.round(performance.now() - started) / 1000;
}
