import type { Symptom } from '../check/symptom.js';
import type { DialectRun } from '../engine/run/dialect-run.js';
import { isLateness, isSame, refusalOf, type Trace, traceOf } from './faults.js';
import type { Head } from './history.js';
import type { History } from './history-step.js';
import type { Manner, Play, Player } from './play.js';
import { reduce } from './reduce.js';
import type { PlainValue } from './simpler.js';

/** A history that fails, as short as it gets. */
export interface Found {
  readonly history: History;
  readonly trace: Trace;
  readonly symptom: Symptom;
  /** The play that shows it. */
  readonly shown: Play;
  readonly replays: number;
  readonly failed: number;
  readonly plays: number;
  readonly unfinished?: boolean;
  /** It was only late. */
  readonly isLate?: boolean;
}

/** What is needed to look into a failure. */
export interface Investigation {
  readonly player: Player;
  readonly dialectRun: DialectRun;
  readonly plain: PlainValue;
  /** Is told of each play: what held in it is not the cause of what fails in others. */
  played(play: Play): void;
  /** The head of each play: another name each time, so that the people are others. */
  head(): Head;
  /** The head of the play that is shown. */
  readonly final: Head;
  /** The time for it is up. */
  readonly stopped: () => boolean;
  /** How replays are played: where the target is not known to be late, nothing is waited for. */
  readonly manner: Manner;
  /** How a play is made that waits for what may be late. */
  patiently(): Manner;
}

/** A history is played so often again before it counts as one that does not fail. */
const MOST_TRIES = 4;

/** So often the shortest history is played in the end; where it does not fail each time, more often, to tell its rate. */
const FINAL_PLAYS = 2;
const MORE_PLAYS = 6;

/** The most replays that making one history shorter may take. */
const MOST_REPLAYS = 150;

/**
 * Looks into a failure: plays it again, makes it as short as it gets, and plays the shortest as it is told.
 *
 * @param history the history that has failed
 * @param symptom what it has shown
 * @param first its play
 * @param setup what is needed for it
 * @returns `failed` is 0 where it did not fail again: then it is no finding
 */
export async function investigate(history: History, symptom: Symptom, first: Play, setup: Investigation): Promise<Found> {
  const trace = traceOf(symptom);
  const { player, stopped } = setup;
  let replays = 0;
  let isLate = false;
  const words = refusalOf(symptom);
  const step = history[(symptom.step ?? 0) - 1];
  /** The same trace; or, of a refusal, the same words for the same kind of step, whatever check that is noted under. */
  const showing = (play: Play, played: History): Symptom | undefined =>
    play.symptoms.find((each) => {
      if (isSame(traceOf(each), trace)) return true;
      const other = played[(each.step ?? 0) - 1];
      return (
        words !== undefined &&
        refusalOf(each) === words &&
        other !== undefined &&
        step !== undefined &&
        other.intent.kind === step.intent.kind
      );
    });
  const fails = async (candidate: History, manner: Manner = setup.manner): Promise<boolean> => {
    replays += 1;
    const play = await player.play(candidate, setup.head(), manner);
    isLate ||= play.symptoms.some(isLateness);
    setup.played(play);
    return showing(play, candidate) !== undefined;
  };
  // What comes after the step that has failed has no part in it.
  const until = symptom.step === undefined ? history : history.slice(0, symptom.step);
  let failing: History | undefined;
  for (let tries = 0; tries < MOST_TRIES && failing === undefined && !stopped(); tries += 1) {
    // Whoever is waited for shows whether it is only late.
    if (await fails(until, setup.patiently())) failing = until;
    if (isLate) break;
  }
  const asFound = { history: until, trace, symptom, shown: first };
  if (failing === undefined) return { ...asFound, replays, failed: 0, plays: replays, isLate };
  const isUp = (): boolean => stopped() || replays >= MOST_REPLAYS;
  const shortest = await reduce(failing, (candidate) => fails(candidate), setup.plain, isUp);
  const unfinished = isUp() ? { unfinished: true } : {};
  let failed = 0;
  let plays = 0;
  let best: { readonly symptom: Symptom; readonly shown: Play } | undefined;
  while (plays < (failed < plays ? MORE_PLAYS : FINAL_PLAYS) && !stopped()) {
    const shown = await player.play(
      shortest,
      plays === 0 ? setup.final : setup.head(),
      plays === 0 ? { ...setup.manner, asksWhy: true, sink: setup.dialectRun.sink } : setup.manner,
    );
    // The end of the run in the middle of a play says nothing.
    if (shown.cut !== undefined && shown.symptoms.length === 0) break;
    plays += 1;
    const seen = showing(shown, shortest) ?? (plays === 1 ? shown.symptoms[0] : undefined);
    if (seen === undefined) continue;
    failed += 1;
    best ??= { symptom: seen, shown };
  }
  // It has failed again and again: where there was no time to show that, its first play is shown.
  if (best === undefined && stopped()) return { ...asFound, replays, failed: 1, plays: 1, unfinished: true };
  if (best === undefined) return { ...asFound, history: shortest, replays, failed: 0, plays };
  return { history: shortest, trace, ...best, replays, failed, plays, ...unfinished };
}
