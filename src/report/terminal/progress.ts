import { widthOf } from '../../base/text-width.js';
import type { RunEvent, ScenarioFinished, StepStatus } from '../../event/event.js';
import { clip, type Line, pad, plain, type Style, span } from '../layout.js';
import { casesOf, isOnlyWarned, type RunRecord } from '../record.js';
import { countOf, durationOf } from '../words.js';

const MARKS: Readonly<Record<StepStatus, readonly [mark: string, style: Style]>> = {
  passed: ['✓', 'good'],
  failed: ['✗', 'bad'],
  blocked: ['○', 'warn'],
  skipped: ['-', 'dim'],
};

/**
 * A finished scenario, for logs: `✓ users/leaver   entra-default`. One to which only warnings were given is no failure.
 *
 * @param run the run so far
 * @param event how it ended
 * @param width in columns; where it is small, the client goes below
 */
export function scenarioLines(run: RunRecord, event: ScenarioFinished, width: number): Line[] {
  const played = casesOf(run, event.dialect).find((each) => each.started.scenario === event.scenario);
  const [mark, style] = played !== undefined && isOnlyWarned(played) ? (['!', 'warn'] as const) : MARKS[event.status];
  const words = event.status === 'passed' || event.status === 'failed' ? '' : `  ${event.status}`;
  const name = pad(clip(span(event.scenario).text, width - 2), 28);
  const client: Line = [span(`  ${event.dialect}`, 'dim'), span(words, style)];
  const used = 2 + widthOf(name) + widthOf(plain(client));
  if (used <= width) return [[span(`${mark} `, style), span(name), ...client]];
  return [[span(`${mark} `, style), span(name)], client];
}

/** What the progress line is made of. */
export interface Progress {
  /** Missing where no client is playing. */
  readonly dialect?: string;
  readonly scenario: string;
}

/**
 * What is being played, after an event; undefined when the event changes nothing about it.
 *
 * @param event the event
 */
export function progressOf(event: RunEvent): Progress | undefined {
  if (event.type === 'client-started') return { dialect: event.dialect, scenario: 'starting' };
  if (event.type === 'scenario-started') return { dialect: event.dialect, scenario: event.scenario };
  if (event.type === 'cleanup-progress') return { scenario: `cleaning up ${event.done}/${event.of}` };
  return undefined;
}

/** From so many scenarios on the time that is left can be told. */
const ENOUGH = 5;

/**
 * The line that is drawn again and again: scenarios done and planned over all dialects, what is going on, requests, time, and
 * how much more there may be.
 *
 * @param run what is known so far
 * @param progress what is being played
 * @param seconds since the run started
 * @param columns the width, which the text stays below
 */
export function progressText(run: RunRecord, progress: Progress, seconds: number, columns: number): string {
  const planned = [...run.clients.values()].reduce((sum, each) => sum + each.planned, 0);
  const done = [...run.cases.values()].filter((each) => each.finished !== undefined && each.finished.status !== 'skipped').length;
  const left = done < ENOUGH || done >= planned ? [] : [`about ${durationOf((seconds / done) * (planned - done))} left`];
  const requests = [...run.clients.values()].reduce((sum, each) => sum + each.requests, 0);
  const playing = progress.dialect === undefined ? [] : [`${done}/${planned}`, progress.dialect];
  const parts = [
    ...playing,
    progress.scenario,
    countOf(requests, 'request'),
    durationOf(seconds),
    ...(progress.dialect === undefined ? [] : left),
  ];
  return clip(span(parts.join('  ')).text, columns - 1);
}
