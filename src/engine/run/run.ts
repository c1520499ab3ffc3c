import { timeLimit, timeOf } from '../../base/clock.js';
import { defined } from '../../base/defined.js';
import type { CheckId } from '../../check/check-id.js';
import type { Dialect } from '../../client/family.js';
import { CLIENTS } from '../../client/registry.js';
import { guid, seededRandom } from '../../client/values/random.js';
import type { RunFinished, Sink } from '../../event/event.js';
import { cleanUp, DOUBTFUL_ENTRY_MS } from '../cleanup/cleanup.js';
import { Patience } from '../compare/patience.js';
import { factsFor, neverReturned } from '../compare/visibility.js';
import { Wire } from '../exchange/wire.js';
import { findingsOf } from '../judge/findings.js';
import { LookUps } from '../judge/look-ups.js';
import { RunLog } from '../judge/run-log.js';
import { Trials } from '../judge/trials.js';
import type { Ledger } from '../ledger/ledger.js';
import type { LedgerEntry } from '../ledger/ledger-entry.js';
import { effectiveMappings, type Mappings, mappingOf } from '../mapping/effective-mapping.js';
import { isAboutOffer } from '../mapping/mapped-rows.js';
import { type Preflight, preflight, withStandardAttributes } from '../preflight/preflight.js';
import { keptUnadvertised } from '../preflight/trial.js';
import { askedOnce } from '../scenario/credential-test.js';
import type { RunContext } from '../scenario/run-context.js';
import { playsUntil, type RunOptions } from '../scenario/run-options.js';
import { OwnedResources } from '../state/owned-resources.js';
import { runDialect } from './dialect-run.js';
import { ledgerFor } from './own-ledger.js';
import { runStarted } from './run-started.js';

const LOST = 'The target has stopped answering: requests had no answer, nor had a last question whether it is there.';

type Aborted = NonNullable<RunFinished['aborted']>;

/** What a run leaves behind besides its events. */
export interface RunResult {
  /** The checks that were exercised and held, under any client. */
  readonly held: ReadonlySet<CheckId>;
}

/**
 * Plays the scenarios with each client against the target and emits everything as events. It prints nothing, and what the
 * target does never makes it throw.
 *
 * @param options what to play, and against whom
 * @param sink receives the events in order
 * @param signal aborts the run; what it created is removed all the same
 * @param play plays one client; default: the scenarios
 * @throws LedgerError when the ledger cannot be begun, or a run with the same seed is under way: then nothing has been sent, and there are no events
 */
export async function run(options: RunOptions, sink: Sink, signal?: AbortSignal, play = runDialect): Promise<RunResult> {
  const ledger = await ledgerFor(options);
  try {
    return await runWith(ledger, options, sink, signal, play);
  } finally {
    await ledger.close();
  }
}

async function runWith(
  ledger: Ledger,
  options: RunOptions,
  sink: Sink,
  signal: AbortSignal | undefined,
  play: typeof runDialect,
): Promise<RunResult> {
  const { clock } = options;
  const started = clock.now();
  const deadline = timeLimit(clock, options.deadlineMs);
  // What is under way then is given up: the rest of the time belongs to the clean-up.
  const timeUp = options.until === undefined ? undefined : timeLimit(clock, playsUntil(started, options.until) - started);
  const signals = AbortSignal.any([deadline, ...[timeUp, signal].filter((each) => each !== undefined)]);
  // The mapping may depend on what the target advertises, so the first events wait until it is known.
  const waiting: Parameters<Sink>[0][] = [];
  let emit: Sink = (event) => waiting.push(event);
  const wire = new Wire({
    target: options.target,
    transport: options.transport,
    sink: (event) => emit(event),
    clock,
    hide: options.redact ?? ((text) => text),
    milliseconds: options.deadlineMs,
    signal: signals,
  });
  const random = seededRandom([options.seed, 'probe'].join('|'));
  const found = await preflight(wire, options.dialects[0] ?? 'rfc', guid(random), options.credentialAdvice, options.otherBase);
  const randomGuid = guid(random);
  const families = [...new Set(options.dialects.map((dialect) => CLIENTS[dialect].family))];
  const log = new RunLog();
  const shared: Shared = {
    wire,
    clock,
    startedAt: started,
    ended: signals,
    resources: new OwnedResources(),
    log,
    facts: { ...found.facts, host: new URL(options.target.base).host, hasQuery: options.target.query !== '' },
    ledger,
    madeUpIds: new Set(),
    onSecret: options.onSecret ?? (() => undefined),
    patience: new Patience(clock),
    lookUps: new LookUps(),
    trials: new Trials(),
  };
  const kept = await keptUnadvertised({ options, found, shared, randomGuid, stopped: () => signals.aborted }, families);
  if ([...kept.values()].some(({ size }) => size > 0)) shared.facts = withStandardAttributes(found.facts);
  const { mappings, notices } = effectiveMappings(options.mapping, found, families, kept);
  sink(runStarted(options, mappings, shared.facts));
  for (const event of waiting) sink(event);
  emit = sink;
  // Of a target that cannot be used nobody wants to know what would have been sent to it.
  const told = found.unusable === undefined && found.throttled === undefined ? [...notices, ...hiddenNotice(found, mappings)] : [];
  for (const message of told) sink({ type: 'notice', level: 'info', message });

  const aborted = (): Aborted | undefined => {
    if (signal?.aborted === true) return { kind: 'interrupted', message: 'It was stopped from outside, as by Ctrl-C.' };
    if (found.throttled !== undefined) return { kind: 'throttled', message: found.throttled };
    if (found.unusable !== undefined) return { kind: 'unusable', message: found.unusable };
    const unwritten = ledger.failure();
    if (unwritten !== undefined) return { kind: 'ledger', message: unwritten };
    if (wire.lost.aborted) return { kind: 'lost', message: LOST };
    if (deadline.aborted)
      return { kind: 'deadline', message: `The run took longer than its deadline of ${Math.round(options.deadlineMs / 1000)} s.` };
    return undefined;
  };
  const stopped = (): boolean => timeUp?.aborted === true || aborted() !== undefined;
  const finish = (reason: Aborted | undefined): void =>
    sink({
      type: 'run-finished',
      time: timeOf(clock),
      seconds: Math.round(clock.now() - started) / 1000,
      requests: wire.count(),
      ownRequests: wire.ownCount(),
      ...defined({ aborted: reason }),
    });
  try {
    // What was created by then is removed all the same.
    if (!stopped() || ledger.open().length > 0) await runDialects({ options, sink, shared, found, mappings, randomGuid, stopped, play });
  } catch (error) {
    // Whoever reads no more than the report must not take it for a whole run.
    finish({ kind: 'internal', message: 'an error of its own ended the run.' });
    throw error;
  }
  finish(aborted());
  return { held: new Set(options.dialects.flatMap((dialect) => [...log.held(dialect)])) };
}

/** What the clients of a run have in common. */
type Shared = Omit<RunContext, 'mapping' | 'facts'> & { facts: RunContext['facts'] };

interface Prepared {
  readonly options: RunOptions;
  readonly sink: Sink;
  readonly shared: Shared;
  readonly found: Preflight;
  readonly mappings: Mappings;
  readonly randomGuid: string;
  readonly stopped: () => boolean;
  readonly play: typeof runDialect;
}

/** One client after the other; then, whatever happened, the clean-up and the findings. */
async function runDialects({ options, sink, shared, found, mappings, randomGuid, stopped, play }: Prepared): Promise<void> {
  const { wire, ledger, log } = shared;
  const credentialTest = askedOnce();
  try {
    for (const dialect of options.dialects) {
      if (stopped()) break;
      const { family } = CLIENTS[dialect];
      const run = { ...shared, mapping: mappingOf(mappings, family), facts: factsFor(shared.facts, family) };
      await play({ options, sink, run, found, randomGuid, stopped, credentialTest }, dialect);
    }
  } finally {
    for (const message of [wire.throttling(), options.transport.remark?.()])
      if (message !== undefined) sink({ type: 'notice', level: 'info', message });
    const isKnown = ({ resourceType, id }: LedgerEntry): boolean => id !== undefined && shared.resources.owns(resourceType, id);
    const created = shared.resources.all().length + ledger.open().filter((entry) => isCreated(entry) && !isKnown(entry)).length;
    wire.beginCleanUp();
    const cleanup = await cleanUp(wire, ledger, created, options.clock, {
      jobs: options.jobs,
      sink,
      ...(options.until === undefined ? {} : { signal: timeLimit(options.clock, options.until - options.clock.now()) }),
      ...(wire.hasMissed ? { entryMs: DOUBTFUL_ENTRY_MS } : {}),
    });
    const isOffered = (dialect: Dialect, id: string): boolean => {
      const scenario = options.scenarios.find((each) => each.id === id);
      return scenario !== undefined && isAboutOffer(mappingOf(mappings, CLIENTS[dialect].family), scenario);
    };
    for (const finding of findingsOf(log, options.dialects, wire, isOffered)) sink(finding);
    sink(cleanup);
  }
}

function hiddenNotice({ facts }: Preflight, mappings: Mappings): string[] {
  const hidden = [...new Set([...mappings.values()].flatMap((mapping) => neverReturned(facts.schemas, mapping)))];
  if (hidden.length === 0) return [];
  return [`The target says in /Schemas that it never shows ${hidden.join(', ')}: whether it keeps what is sent there cannot be verified.`];
}

/** Created, as its answer said. */
function isCreated(entry: LedgerEntry): boolean {
  return entry.answered === true || entry.id !== undefined;
}
