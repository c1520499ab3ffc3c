import type { CheckId } from '../check/check-id.js';
import type { Symptom } from '../check/symptom.js';
import type { DialectRun } from '../engine/run/dialect-run.js';
import type { RunEvent } from '../event/event.js';
import { isLateness, isSame, lossesBefore, refusalOf, type Trace, traceOf } from './faults.js';
import { type Head, OF_MEMBERS } from './history.js';
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
  /** It went well before, and has failed each time since: the history is what came before, and the target stays as it is. */
  readonly isLasting?: boolean;
  /** Whoever asks the target why gets a good reason: a default took the place of what was taken away. */
  readonly isLegal?: boolean;
  /** As what else it was seen while the history became shorter. */
  readonly seen: readonly Symptom[];
  /** The head of the play that is shown, its events, and how many steps the history had at first. */
  readonly final: Head;
  readonly events: readonly RunEvent[];
  readonly foundIn: number;
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
  /** How a replay is played: where the target is not known to be late, nothing is waited for. */
  manner(): Manner;
  /** How a play is made that waits for what may be late. */
  patiently(): Manner;
}

/**
 * Whether two failures may be one: of the same value, by a check that may explain the other as well. What may explain a failure in some
 * state, of somebody who is disabled, has no part in it where the same value fails in any state.
 */
function isAlike(one: Symptom, other: Symptom, losses: readonly CheckId[]): boolean {
  const [{ check, path }, shown] = [traceOf(one), traceOf(other)];
  // What the last look at all shows of a group says less than the step that reads it: that one knows what came before.
  const isToldByStep = other.step !== undefined || one.step === undefined;
  // What is refused in the same words while a history becomes shorter is refused for the same reason, whatever check is named for it.
  const [words, otherWords] = [refusalOf(one), refusalOf(other)];
  const isShown = words === undefined && otherWords === undefined;
  if (isShown && isOfMembers(one) && isOfMembers(other)) return isToldByStep;
  // What a write to a group shows may have been so before it: the last look shows it without that write.
  if (isShown && path === 'members' && isOfMembers(other) && losses.includes(shown.check)) return true;
  if (words !== undefined && words === otherWords) return true;
  if (isMissed(one) && isMissed(other)) return lookUpOf(one) === lookUpOf(other);
  if (path === '' || path !== shown.path) return false;
  return one.candidates.includes(shown.check) || other.candidates.includes(check);
}

/** Whether a look-up has found nobody: with fewer signs in the name it may be that none of its kind finds anybody. */
function isMissed({ expected, received }: Symptom): boolean {
  return received === 'no resource' && /^the \w+ with /.test(expected);
}

/** What is looked up by what, without the value. */
function lookUpOf({ expected }: Symptom): string {
  return expected.split('"')[0] ?? '';
}

/** Whether a group was seen to have other members than it should. */
function isOfMembers(symptom: Symptom): boolean {
  const { check, path } = traceOf(symptom);
  return OF_MEMBERS.has(check) && (path === '' || (path === 'members' && symptom.step === undefined));
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
  const losses = lossesBefore(symptom, history);
  const { player, stopped } = setup;
  let replays = 0;
  let isLate = false;
  const showing = (play: Play): Symptom | undefined =>
    play.symptoms.find((each) => isSame(traceOf(each), trace)) ?? play.symptoms.find((each) => isAlike(symptom, each, losses));
  const seen = [symptom];
  const fails = async (candidate: History, manner: Manner = setup.manner()): Promise<boolean> => {
    replays += 1;
    const play = await player.play(candidate, setup.head(), manner);
    isLate ||= play.symptoms.some(isLateness);
    setup.played(play);
    const shown = showing(play);
    if (shown !== undefined) seen.push(shown);
    return shown !== undefined;
  };
  // What comes after the step that has failed has no part in it.
  const until = symptom.step === undefined ? history : history.slice(0, symptom.step);
  let failing: History | undefined;
  for (let tries = 0; tries < MOST_TRIES && failing === undefined && !stopped(); tries += 1) {
    // Whoever is waited for shows whether it is only late.
    if (await fails(until, setup.patiently())) failing = until;
    if (isLate) break;
  }
  const events: RunEvent[] = [];
  const ofAll = { trace, seen, final: setup.final, events, foundIn: history.length };
  const asFound = { ...ofAll, history: until, symptom, shown: first };
  if (failing === undefined) return { ...asFound, replays, failed: 0, plays: replays };
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
      plays === 0 ? { ...setup.manner(), asksWhy: true, sink: (event) => events.push(event) } : setup.manner(),
    );
    // The end of the run in the middle of a play says nothing.
    if (shown.cut !== undefined && shown.symptoms.length === 0) break;
    plays += 1;
    const again = showing(shown) ?? (plays === 1 ? shown.symptoms[0] : undefined);
    // Asked why, the target has shown a good reason.
    if (plays === 1 && again === undefined && shown.cut === undefined) {
      const asked = await player.play(shortest, setup.head(), { ...setup.manner(), asksWhy: true });
      if (showing(asked) === undefined) return { ...asFound, history: shortest, replays, failed: 0, plays, isLegal: true };
    }
    if (again === undefined) continue;
    failed += 1;
    best ??= { symptom: again, shown };
  }
  // It has failed again and again: where there was no time to show that, its first play is shown.
  if (best === undefined && stopped()) return { ...asFound, replays, failed: 1, plays: 1, unfinished: true };
  if (best === undefined) return { ...asFound, history: shortest, replays, failed: 0, plays };
  return { ...ofAll, history: shortest, ...best, replays, failed, plays, ...unfinished };
}
