import type { CheckId } from '../check/check-id.js';
import { provisionalCheck } from '../check/diagnose.js';
import type { Symptom } from '../check/symptom.js';
import type { Client, Session } from '../client/client.js';
import { cleanUp, DOUBTFUL_ENTRY_MS } from '../engine/cleanup/cleanup.js';
import type { Patience } from '../engine/compare/patience.js';
import { LookUps } from '../engine/judge/look-ups.js';
import { RunLog } from '../engine/judge/run-log.js';
import { Trials } from '../engine/judge/trials.js';
import type { DialectRun } from '../engine/run/dialect-run.js';
import { readAllAgain } from '../engine/run/last-look.js';
import { runScenario } from '../engine/scenario/scenario-runner.js';
import { ScenarioSession } from '../engine/scenario/scenario-session.js';
import type { OwnedResource } from '../engine/state/owned-resource.js';
import type { RunEvent, Sink } from '../event/event.js';
import { elementsIn } from './elements.js';
import { isOfNetwork } from './faults.js';
import { checkOfMembers, type Head, scenarioOf } from './history.js';
import type { History } from './history-step.js';
import { judgeable } from './judgeable.js';
import { populationAfter } from './population.js';

/** How one play of a history went. */
export interface Play {
  /** What it noted of the target, in the order in which it was seen. */
  readonly symptoms: readonly Symptom[];
  readonly log: RunLog;
  /** Why it was not played to its end, where that is no fault of the target's data. */
  readonly cut?: string;
  /** Steps that were played. */
  readonly played: number;
}

/** How a history is played. */
export interface Manner {
  /** Receives the events of the scenario; absent: nobody is told of it. */
  readonly sink?: Sink;
  /** How long it waits for what is late. */
  readonly patience: Patience;
  /** Whether scim-check asks why a write was refused. */
  readonly asksWhy?: boolean;
  /** The target shows late what was done: what was deleted is waited for, too. */
  readonly isLate?: boolean;
}

/** So often what a history has created is removed where answers get lost. */
const MOST_REMOVALS = 3;

/** Plays histories with resources of their own, and removes these afterwards. */
export class Player {
  readonly #dialectRun: DialectRun;
  readonly #client: Client;
  readonly #session: Session;
  readonly #stopped: () => boolean;
  #order = 0;

  /**
   * @param dialectRun the run
   * @param client who plays
   * @param session what its conversations need to know
   * @param stopped says that the time is up
   */
  constructor(dialectRun: DialectRun, client: Client, session: Session, stopped: () => boolean) {
    this.#dialectRun = dialectRun;
    this.#client = client;
    this.#session = session;
    this.#stopped = stopped;
  }

  /**
   * Plays a history once.
   *
   * @param history what happens
   * @param head its name: another name makes other people
   * @param manner how
   */
  async play(history: History, head: Head, { sink = () => undefined, patience, asksWhy = false, isLate = false }: Manner): Promise<Play> {
    const { options, run: shared, credentialTest } = this.#dialectRun;
    this.#order += 1;
    shared.wire.forgiveLosses();
    const log = new RunLog();
    const run = {
      ...shared,
      log,
      lookUps: new LookUps(),
      trials: new Trials(asksWhy ? undefined : 0),
      patience,
      ownWordsHold: true as const,
    };
    const session = new ScenarioSession(run, this.#client, this.#session, this.#order);
    for (const path of elementsIn(history)) session.step({}).comparedPaths.add('User', path);
    const before = new Set(run.resources.all());
    const earlier = new Set(run.ledger.open().map(({ n }) => n));
    let cut: string | undefined;
    let played = 0;
    const follow = (event: RunEvent): void => {
      if (event.type === 'step-finished') {
        // What comes after a request that was not served, or had no answer, cannot be judged.
        if (event.cut !== undefined || event.checks.some(isOfNetwork)) cut ??= event.reason ?? event.cut ?? 'a request had no answer';
        else played += 1;
      }
      sink(event);
    };
    const stopped = (): boolean => cut !== undefined || this.#stopped();
    await runScenario(scenarioOf(history, head, this.#client.family), session, {
      identity: options,
      sink: follow,
      credentialTest,
      stopped,
    });
    const made = run.resources.all().filter((owned) => !before.has(owned));
    if (!stopped()) await readAllAgain(session, made, options.jobs, stopped, this.#lastCheck(history));
    const seen = log.symptoms.filter(
      (symptom) => !isOfNetwork(provisionalCheck(symptom)) && (cut === undefined || (symptom.step ?? 0) <= played),
    );
    const symptoms = judgeable(seen, history);
    if (cut === undefined && this.#stopped()) cut = 'the time was up';
    await this.removeAll(earlier, isLate);
    return { symptoms, log, played, ...(cut === undefined ? {} : { cut }) };
  }

  /** The last look says of a group what a step that reads it would say. */
  #lastCheck(history: History): (owned: OwnedResource, path: string) => CheckId | undefined {
    const population = populationAfter(history);
    return ({ type, key }, path) => {
      // A resource goes by the step that has created it: "create group team".
      const figure = type === 'Group' && /^members\b/.test(path) ? population.get(key.slice(key.lastIndexOf(' ') + 1)) : undefined;
      return figure === undefined ? undefined : checkOfMembers(figure, population, this.#client.family);
    };
  }

  /**
   * Removes what a history has created: the next one meets nobody. What an earlier one has left behind is not tried again each time;
   * what was lost with a connection is.
   *
   * @param earlier entries of the ledger that are left alone
   * @param isLate the target shows deletions late
   */
  async removeAll(earlier: ReadonlySet<number>, isLate: boolean): Promise<void> {
    const { options, run } = this.#dialectRun;
    const { ledger, resources } = run;
    // The lists are looked at once, when all is over.
    const ofHistory = { ...ledger, open: () => ledger.open().filter(({ n }) => !earlier.has(n)), made: () => [] };
    for (let tries = 0; tries < (run.wire.hasMissed ? MOST_REMOVALS : 1) && ofHistory.open().length > 0; tries += 1) {
      // Once the run is to end, its own clean-up removes what is there.
      // Of a target that is lost that asks once.
      if (run.wire.lost.aborted || run.ended.aborted) return;
      await cleanUp(run.wire, ofHistory, 0, options.clock, {
        jobs: options.jobs,
        patient: isLate,
        signal: run.ended,
        ...(run.wire.hasMissed ? { entryMs: DOUBTFUL_ENTRY_MS } : {}),
      });
    }
    const left = new Set(ledger.open().map(({ n }) => n));
    for (const owned of resources.all()) if (!owned.deleted && !left.has(owned.entry)) owned.markDeleted();
  }
}
