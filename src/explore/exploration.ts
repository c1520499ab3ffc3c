import { defined } from '../base/defined.js';
import type { Symptom } from '../check/symptom.js';
import type { Client, Session } from '../client/client.js';
import type { Random } from '../client/values/random.js';
import { Patience } from '../engine/compare/patience.js';
import type { DialectRun } from '../engine/run/dialect-run.js';
import { BUILT_IN } from '../scenario/scenario.js';
import { refusedSign } from './awkward-value.js';
import { Causes, type Explained } from './causes.js';
import { Coverage } from './coverage.js';
import { deniedGroup, withoutGroups } from './denied-groups.js';
import { Doubts, isReproducible } from './doubts.js';
import { drawHistory } from './draw.js';
import { enoughOf, keptReason } from './enough.js';
import { faultEvent } from './fault-event.js';
import { Faults, isLateness, traceOf } from './faults.js';
import type { Head } from './history.js';
import type { History } from './history-step.js';
import { type Found, investigate } from './investigate.js';
import { Beginnings } from './lasting.js';
import { type Material, materialOf, plainValue } from './material.js';
import { type Manner, type Play, Player } from './play.js';
import { savedText } from './saved-text.js';
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

/** So many histories are passed over in which nothing is late for whoever knows nothing of the target. */
const MOST_UNSHARED = 5;

/** A list of so many requests costs more than it shows. */
const LONG_LIST = 12;

/** Random histories under one client, what they have found, and what they have visited. */
export class Exploration {
  readonly #setup: ExplorationSetup;
  #material: Material;
  readonly #coverage: Coverage;
  readonly #player: Player;
  readonly #faults = new Faults();
  readonly #causes: Causes;
  /** Waits as often as it takes: a target that shows all else at once is not waited for long. */
  readonly #patience: Patience;
  readonly #doubts = new Doubts();
  readonly #beginnings = new Beginnings();
  /** What was there before: other clients'. */
  readonly #others: ReadonlySet<number>;
  #histories = 0;
  #cut = 0;
  #cutInARow = 0;
  #reason: string | undefined;
  #replays = 0;
  #named = 0;
  /** Faults that were told: each has a cause of its own. */
  #told = 0;
  #isLate = false;
  /** What was late for those alone who know the target. */
  #unshared = 0;
  #lists = true;

  constructor(setup: ExplorationSetup) {
    const { dialectRun, client, session, isUp } = setup;
    this.#setup = setup;
    this.#material = materialOf(dialectRun.run, client, dialectRun.options);
    this.#coverage = new Coverage(this.#material);
    this.#patience = new Patience(dialectRun.run.clock, Number.POSITIVE_INFINITY);
    this.#causes = new Causes(dialectRun.run.log, client.dialect);
    this.#player = new Player(dialectRun, client, session, isUp);
    this.#others = new Set(dialectRun.run.ledger.open().map(({ n }) => n));
  }

  /** Whether the target shows late what was done. */
  get isLate(): boolean {
    return this.#isLate;
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
    let kept = 0;
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
      // Where the time is up, what is left is for the clean-up of the run.
      if (!isUp()) kept = this.#left();
    }
    // A deletion may have been lost on its way. What does not go now is kept: however few they are, not all is in order.
    // Once the time of the run is up, its own clean-up says what is left.
    if (kept > 0 && !run.ended.aborted) {
      await this.#player.removeAll(this.#others, this.#isLate);
      kept = Math.min(kept, this.#left());
      if (kept > 0) stopped ??= keptReason(kept);
    }
    for (const explained of this.#causes.settle()) this.#report(explained);
    this.#tell('done');
    this.#tellDoubts();
    const status = this.#told > 0 ? 'failed' : this.#histories > 0 ? 'passed' : 'blocked';
    const found = this.#told > 0 ? `${this.#told} of them fail: each is a scenario of its own` : undefined;
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
    if (play.symptoms.some(isLateness)) await this.#becomeLate();
    this.#confirm(play);
    // Each fault is learnt, so that the next one is another.
    this.#beginnings.held(history.slice(0, (play.symptoms[0]?.step ?? history.length + 1) - 1).slice(0, play.played));
    for (const [at, symptom] of play.symptoms.entries()) {
      const known = this.#faults.known(symptom, history, play.symptoms.slice(0, at));
      if (known?.told !== undefined) this.#causes.seen(known.told, symptom);
      if (known !== undefined) continue;
      if (this.#setup.isUp() || !(await this.#lookInto(history, symptom, play))) break;
    }
    this.#beginnings.end(history);
  }

  async #lookInto(history: History, symptom: Symptom, play: Play): Promise<boolean> {
    const { dialectRun } = this.#setup;
    this.#named += 1;
    const { check } = traceOf(symptom);
    this.#tell(`${check}: making the history shorter`);
    const found = await this.#investigate(history, symptom, play);
    if (found === undefined) return true;
    if (found.failed === 0 && found.isLegal !== true && !this.#isLate) {
      // Whoever waits does not see it.
      await this.#becomeLate();
      return false;
    }
    if (found.isLegal === true) {
      this.#faults.expect(found.trace, found.history);
      return true;
    }
    if (!isReproducible(found)) {
      if (this.#doubts.add(found)) this.#faults.expect(found.trace, found.history);
      return false;
    }
    const denied = deniedGroup(found, dialectRun.run.wire);
    if (denied !== undefined) this.#material = withoutGroups(this.#material);
    const named = denied ?? refusedSign(found, (path) => plainValue(path, this.#material), dialectRun.run.wire);
    const explained = this.#causes.add(this.#withLasting(found, history.slice(0, symptom.step)), named);
    this.#faults.learn(traceOf(found.symptom), found.history, explained.told);
    this.#faults.expect(found.trace, found.history, explained.told);
    // What the same history shows of the same attribute elsewhere is an echo of it.
    for (const echo of found.shown.symptoms.map(traceOf).filter(({ path }) => path !== '' && path === found.trace.path))
      this.#faults.expect(echo, found.history);
    if (explained.isNew) this.#report(explained);
    return true;
  }

  /** Looks into a failure. What is shown late is to be so for whoever knows nothing of the target yet: that is how a saved scenario is played. */
  async #investigate(history: History, symptom: Symptom, play: Play): Promise<Found | undefined> {
    const { dialectRun, client, isUp } = this.#setup;
    // Ids of scenarios have small letters.
    const final = { ...this.#head(`${client.dialect.toLowerCase()}-${this.#named}`), clients: [client.dialect] };
    const look = async (manner: () => Manner, patiently: () => Manner): Promise<Found> =>
      await investigate(history, symptom, play, {
        player: this.#player,
        dialectRun,
        plain: (path) => plainValue(path, this.#material),
        head: () => {
          this.#replays += 1;
          return this.#head(`r${this.#replays}`);
        },
        final,
        played: (each) => this.#confirm(each),
        stopped: isUp,
        manner,
        patiently,
      });
    const patiently = (): Manner => ({ patience: this.#patience, isLate: this.#isLate });
    const known = (): Promise<Found> => look(() => this.#manner(), patiently);
    if (!isLateness(symptom)) return await known();
    const fresh = (): Manner => ({ patience: new Patience(dialectRun.run.clock, Number.POSITIVE_INFINITY), isLate: true });
    const found = await look(fresh, fresh);
    if (found.failed > 0) return found;
    // What only whoever knows the target sees makes no file for others: another history may.
    this.#unshared += 1;
    return this.#unshared < MOST_UNSHARED ? undefined : await known();
  }

  /** What fails each time and went well before was broken by what came before: that is its history, as long as it is. */
  #withLasting(found: Found, until: History): Found {
    if (found.failed === 0 || found.failed < found.plays) return found;
    const history = this.#beginnings.leadingTo(found.history, until, this.#material.removes);
    return history === undefined ? found : { ...found, history, isLasting: true };
  }

  /** From now on everything is waited for, and what seemed to stay after its deletion is looked at again. */
  async #becomeLate(): Promise<void> {
    if (!this.#isLate) await this.#player.removeAll(this.#others, true);
    this.#isLate = true;
  }

  /** What held in a play that went well is not the cause of what fails in others; in one that fails it may have held by chance. */
  #confirm({ symptoms, cut, log }: Play): void {
    if (symptoms.length === 0 && cut === undefined) this.#setup.dialectRun.run.log.confirmAll(log, this.#setup.client.dialect);
  }

  #tellDoubts(): void {
    const { dialect } = this.#setup.client;
    for (const message of this.#doubts.messages()) this.#setup.dialectRun.sink({ type: 'notice', level: 'warning', message, dialect });
  }

  #report(explained: Explained): void {
    const { dialectRun, client, settings } = this.#setup;
    const { found, cause } = explained;
    const { final: head, foundIn, events } = found;
    const file = settings.save?.(head.id.replace('/', '-'), savedText(explained, client.dialect, dialectRun.options.seed));
    this.#told += 1;
    for (const event of events) dialectRun.sink(event);
    const steps = sentencesOf(found.history);
    dialectRun.sink({ ...faultEvent(found, client, cause), scenario: head.id, steps, foundIn, ...defined({ file }) });
  }

  /** A target that was late once is waited for; others are not: what differs is looked at again anyway. */
  #manner(): Manner {
    return {
      isLate: this.#isLate,
      patience: this.#isLate ? this.#patience : new Patience(this.#setup.dialectRun.run.clock, 0, this.#patience),
    };
  }

  #head(name: string): Head {
    return { id: `explore/${name}`, title: name };
  }

  /** Resources that could not be removed. What another client had no time for is removed at the end of the run. */
  #left(): number {
    return this.#setup.dialectRun.run.ledger.open().filter(({ n }) => !this.#others.has(n)).length;
  }

  #counts() {
    const { visited, total: pairs } = this.#coverage;
    return { dialect: this.#setup.client.dialect, histories: this.#histories, visited, pairs, faults: this.#told };
  }

  #tell(doing: string): void {
    this.#setup.dialectRun.sink({ type: 'explore-progress', ...this.#counts(), doing });
  }
}
