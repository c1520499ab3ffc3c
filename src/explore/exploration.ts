import { defined } from '../base/defined.js';
import type { CheckId } from '../check/check-id.js';
import { diagnose } from '../check/diagnose.js';
import type { Symptom } from '../check/symptom.js';
import type { Client, Session } from '../client/client.js';
import type { Random } from '../client/values/random.js';
import { Patience } from '../engine/compare/patience.js';
import type { DialectRun } from '../engine/run/dialect-run.js';
import { BUILT_IN } from '../scenario/scenario.js';
import { Coverage } from './coverage.js';
import { drawHistory } from './draw.js';
import { enoughOf } from './enough.js';
import { faultEvent } from './fault-event.js';
import { Faults, isLateness, isSame, type Trace, traceOf } from './faults.js';
import { type Head, scenarioOf } from './history.js';
import type { History } from './history-step.js';
import { type Found, investigate } from './investigate.js';
import { type Material, materialOf } from './material.js';
import { type Manner, type Play, Player } from './play.js';
import { printScenario } from './print.js';
import { sentencesOf } from './sentences.js';
import type { ExploreSettings } from './settings.js';
import { LEAVING, themeOf } from './themes.js';

/** What an exploration under one client needs. */
export interface ExplorationSetup {
  readonly dialectRun: DialectRun;
  readonly client: Client;
  readonly session: Session;
  readonly settings: ExploreSettings;
  /** The run ends, or the time of this client is up. */
  readonly isUp: () => boolean;
}

/** The first histories are short: what fails at once is found at once. */
const SHORT = 4;

/** Things that the directory does in one history, at most. */
const LONGEST = 9;

/** A list of so many requests costs more than it shows. */
const LONG_LIST = 12;

/** What cannot be reproduced is looked into so often; then it is expected. */
const MOST_DOUBTS = 3;

interface Doubt {
  readonly times: number;
  readonly failed: number;
  readonly plays: number;
  readonly history: History;
}

/** Random histories under one client, what they have found, and what they have visited. */
export class Exploration {
  readonly #setup: ExplorationSetup;
  readonly #material: Material;
  readonly #coverage: Coverage;
  readonly #player: Player;
  readonly #faults = new Faults();
  /** The checks that explain what was found. */
  readonly #causes = new Set<CheckId>();
  /** Waits as often as it takes: a target that shows all else at once is not waited for long. */
  readonly #patience: Patience;
  /** Traces of what could not be reproduced → how often it failed. */
  readonly #doubts = new Map<string, Doubt>();
  #histories = 0;
  #cut = 0;
  #cutInARow = 0;
  #reason: string | undefined;
  #replays = 0;
  #isLate = false;
  #lists = true;

  constructor(setup: ExplorationSetup) {
    const { dialectRun, client, session, isUp } = setup;
    this.#setup = setup;
    this.#material = materialOf(dialectRun.run, client, dialectRun.options);
    this.#coverage = new Coverage(this.#material);
    this.#patience = new Patience(dialectRun.run.clock, Number.POSITIVE_INFINITY);
    this.#player = new Player(dialectRun, client, session, isUp);
  }

  /**
   * Draws and plays histories until the time is up, or enough were played.
   *
   * @param random all that is drawn follows from it
   */
  async run(random: Random): Promise<void> {
    const { settings, isUp, dialectRun } = this.#setup;
    const { run, sink } = dialectRun;
    const started = run.clock.now();
    const { dialect } = this.#setup.client;
    const ref = { dialect, scenario: `explore/${dialect}` } as const;
    const title = 'Random histories of a directory';
    sink({ type: 'scenario-started', ...ref, title, source: BUILT_IN, steps: 1 });
    let stopped: string | undefined;
    for (let number = 1; !isUp() && number <= (settings.histories ?? Number.POSITIVE_INFINITY); number += 1) {
      const enough = enoughOf({ left: this.#left(), cutInARow: this.#cutInARow, requests: run.wire.count() });
      if (enough !== undefined) {
        sink({ type: 'notice', level: 'warning', message: `${enough.reason}: no more histories were played.`, dialect });
        stopped = enough.isEarly ? enough.reason : undefined;
        if (!enough.keeps || !LEAVING.fits(this.#material)) break;
      }
      this.#tell(`history ${number}`);
      const steering = {
        theme: enough === undefined ? themeOf(number, this.#material) : LEAVING,
        material: this.#material,
        coverage: this.#coverage,
        isKnown: this.#faults.isTriggeredBy.bind(this.#faults),
        lists: this.#lists && this.#left() === 0,
      };
      const most = Math.min(LONGEST, SHORT + Math.floor(number / 4));
      const length = enough === undefined ? 2 + Math.floor(random() * (most - 1)) : 0;
      await this.#playOne(drawHistory(steering, length, random), number);
      if (enough !== undefined) break;
    }
    this.#tell('done');
    this.#tellDoubts();
    const status = this.#faults.count > 0 ? 'failed' : this.#histories > 0 ? 'passed' : 'blocked';
    const found = this.#faults.count > 0 ? `${this.#faults.count} of them fail: each is a scenario of its own` : undefined;
    sink({ type: 'scenario-finished', ...ref, title, source: BUILT_IN, status, ...defined({ reason: found ?? this.#reason }) });
    sink({
      type: 'explore-finished',
      ...this.#counts(),
      cut: this.#cut,
      seconds: Math.round(run.clock.now() - started) / 1000,
      ...defined({ reason: this.#reason, stopped }),
    });
  }

  async #playOne(history: History, number: number): Promise<void> {
    const { run } = this.#setup.dialectRun;
    const before = run.wire.count();
    const play = await this.#player.play(history, this.#head(`h${number}`), this.#manner());
    this.#cutInARow = play.cut === undefined ? 0 : this.#cutInARow + 1;
    if (play.cut === undefined) this.#histories += 1;
    else if (!this.#setup.isUp()) {
      this.#cut += 1;
      this.#reason ??= play.cut;
    }
    const hasList = history.some(({ intent }) => intent.kind === 'list');
    if (hasList && run.wire.count() - before > LONG_LIST * history.length) this.#lists = false;
    this.#isLate ||= play.symptoms.some(isLateness);
    this.#confirm(play);
    // Each fault is learnt, so that the next one is another.
    for (const symptom of play.symptoms) {
      if (this.#faults.isKnown(symptom, history)) continue;
      if (this.#setup.isUp() || !(await this.#lookInto(history, symptom, play))) break;
    }
  }

  async #lookInto(history: History, symptom: Symptom, play: Play): Promise<boolean> {
    const { dialectRun, client, isUp } = this.#setup;
    const number = this.#faults.count + 1;
    const name = `${client.dialect}-${number}`;
    const { check } = traceOf(symptom);
    this.#tell(`${check}: making the history shorter`);
    const final: Head = {
      id: `explore/${name}`,
      title: 'Found by explore',
      clients: [client.dialect],
    };
    const found = await investigate(history, symptom, play, {
      player: this.#player,
      dialectRun,
      plain: (path) => this.#material.attributes.find((each) => each.path === path)?.plain,
      head: () => {
        this.#replays += 1;
        return this.#head(`r${this.#replays}`);
      },
      final,
      played: (each) => this.#confirm(each),
      stopped: isUp,
      manner: this.#manner(),
      patiently: () => ({ patience: this.#patience }),
    });
    if (found.failed === 0 && found.isLate === true) {
      // From now on everything is waited for.
      this.#isLate = true;
      return false;
    }
    if (!isReproducible(found)) {
      this.#doubt(found);
      return false;
    }
    const { cause, noted } = this.#keep(found.shown, traceOf(found.symptom));
    if (this.#causes.has(cause) && this.#faults.isDoneBy(found.history)) {
      // The same write has done it, and for the same reason: this is another effect of what is told already.
      this.#setup.dialectRun.run.log.withdraw(noted);
      this.#faults.expect(traceOf(found.symptom), found.history);
      return true;
    }
    this.#causes.add(cause);
    this.#faults.learn(traceOf(found.symptom), found.history, found.symptom);
    this.#faults.expect(found.trace, found.history);
    // What the same history shows of the same attribute elsewhere is an echo of it.
    for (const echo of found.shown.symptoms.map(traceOf).filter(({ path }) => path !== '' && path === found.trace.path))
      this.#faults.expect(echo, found.history);
    this.#report(found, final, cause, history.length);
    return true;
  }

  /** What held in a play that went well is not the cause of what fails in others; in one that fails it may have held by chance. */
  #confirm({ symptoms, cut, log }: Play): void {
    if (symptoms.length === 0 && cut === undefined) this.#setup.dialectRun.run.log.confirmAll(log, this.#setup.client.dialect);
  }

  /** What fails with some people only, or at times: it is looked into a few times, and told in the end. */
  #doubt({ trace, failed, plays, history }: Found): void {
    const about = trace.path === '' ? trace.check : `${trace.check} at ${trace.path}`;
    const earlier = this.#doubts.get(about) ?? { times: 0, failed: 0, plays: 0, history };
    // The play in which it was found has failed, too.
    const now = { times: earlier.times + 1, failed: earlier.failed + failed + 1, plays: earlier.plays + plays + 1, history };
    this.#doubts.set(about, now);
    if (now.times >= MOST_DOUBTS) this.#faults.expect(trace, history);
  }

  #tellDoubts(): void {
    const { dialect } = this.#setup.client;
    for (const [about, { failed, plays, history }] of this.#doubts) {
      const steps = sentencesOf(history).join(' ');
      const message =
        plays === failed
          ? `There was no time to play again what failed with ${about}: ${steps}`
          : `Not reproducible, and no finding: ${about} failed in ${failed} of ${plays} plays, the last of which were of: ${steps}`;
      this.#setup.dialectRun.sink({ type: 'notice', level: 'warning', message, dialect });
    }
  }

  /**
   * Notes what has shown a fault. What else its play has shown is told elsewhere.
   *
   * @returns the check that explains it, with all that is known by now
   */
  #keep({ log }: Play, trace: Trace): { readonly cause: CheckId; readonly noted: readonly Symptom[] } {
    const { run } = this.#setup.dialectRun;
    const { dialect } = this.#setup.client;
    const symptoms = log.symptoms.filter((each) => isSame(traceOf(each), trace));
    const noted = symptoms.map(({ id: _id, ...symptom }) => run.log.note(symptom));
    const ids = new Set(noted.map(({ id }) => id));
    const all = run.log.symptoms.filter((symptom) => symptom.dialect === dialect);
    const diagnoses = diagnose(all, run.log.held(dialect), run.log.heldTypes);
    const cause = diagnoses.find((each) => each.symptoms.some(({ id }) => ids.has(id)))?.check ?? trace.check;
    return { cause, noted };
  }

  #report(found: Found, head: Head, cause: CheckId, foundIn: number): void {
    const { dialectRun, client, settings } = this.#setup;
    const steps = sentencesOf(found.history);
    const { dialect } = client;
    const comments = [
      `scim-check explore, client ${dialect}, seed ${dialectRun.options.seed}`,
      ...steps.map((each, at) => `${at + 1}. ${each}`),
    ];
    const named = { ...head, title: `Found by explore: ${cause} under ${dialect}` };
    const file = settings.save?.(head.id.replace('/', '-'), printScenario(scenarioOf(found.history, named), comments));
    dialectRun.sink({ ...faultEvent(found, client, cause), scenario: head.id, steps, foundIn, ...defined({ file }) });
  }

  /** A target that was late once is waited for; others are not: what differs is looked at again anyway. */
  #manner(): Manner {
    return { patience: this.#isLate ? this.#patience : new Patience(this.#setup.dialectRun.run.clock, 0, this.#patience) };
  }

  #head(name: string): Head {
    return { id: `explore/${name}`, title: name };
  }

  /** Resources that could not be removed. */
  #left(): number {
    return this.#setup.dialectRun.run.ledger.open().length;
  }

  #counts() {
    const { visited, total: pairs } = this.#coverage;
    return { dialect: this.#setup.client.dialect, histories: this.#histories, visited, pairs, faults: this.#faults.count };
  }

  #tell(doing: string): void {
    this.#setup.dialectRun.sink({ type: 'explore-progress', ...this.#counts(), doing });
  }
}

/** Half of the plays at least: each had other people. */
function isReproducible({ failed, plays }: Found): boolean {
  return failed > 0 && failed * 2 >= plays;
}
