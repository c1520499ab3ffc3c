import { type Defect, defectsOf } from '../event/defects.js';
import type { RunEvent, RunStarted } from '../event/event.js';
import type { ExploreFault, ExploreFinished, ExploreProgress } from '../event/exploration.js';
import { cleanCommand } from './clean-advice.js';
import { quoted, replayCommand } from './command.js';
import { markOf, styleOf } from './defect-words.js';
import { defectLines, field, indented } from './finding-text.js';
import { BLANK, clip, type Line, type Style, span } from './layout.js';
import { newRecord, type RunRecord, record } from './record.js';
import type { Report, Reporter, ReportOutput } from './reporter.js';
import { abortedLines, cleanupLines } from './terminal/closing.js';
import { screenOn } from './terminal/screen.js';
import { markedLines, noticeLines } from './terminal/summary.js';
import { costOf } from './verdict-words.js';
import { countOf, durationOf } from './words.js';

/** A progress line is drawn at most this often, in milliseconds. */
const REDRAW = 100;

/** For people: what is being looked at, each fault as soon as it is found, with the shortest history that shows it. */
export const exploreTerminal: Reporter = {
  name: 'terminal',
  description: 'for people: progress, each fault with the shortest history that shows it, and how much was visited',
  live: true,
  create: (out) => createReport(out),
};

function createReport(out: ReportOutput): Report {
  const run = newRecord();
  const screen = screenOn(out, REDRAW);
  const { width, print } = screen;
  const now = out.now ?? Date.now;
  let begun = now();
  let sent = 0;
  let progress: ExploreProgress | undefined;

  const draw = (isNew: boolean): void => {
    if (!out.interactive || progress === undefined) return;
    // Histories follow one another too fast to be read; what takes longer is told at once.
    const isUrgent = isNew && !progress.doing.startsWith('history');
    if (isUrgent || screen.isDue()) screen.draw(progressText(progress, sent, (now() - begun) / 1000, out.columns));
  };

  return {
    event(event: RunEvent) {
      record(run, event, false);
      if (event.type === 'exchange') sent += 1;
      if (event.type === 'run-started') print(headerLines(event, width));
      if (event.type === 'client-started') {
        begun = now();
        sent = 0;
      }
      if (event.type === 'explore-fault') print(faultLines(event, run.started, width));
      if (event.type === 'explore-progress') progress = event;
      if (event.type === 'explore-finished') {
        progress = undefined;
        print([]);
      }
      if (event.type === 'client-finished') print(clientLines(run, event.dialect, width));
      draw(event.type === 'explore-progress');
    },
    end() {
      print(endLines(run, width));
    },
  };
}

function headerLines({ version, target, mapping, clients, seed }: RunStarted, width: number): Line[] {
  return [
    ...indented(`scim-check ${version}, exploring`, width, 'strong', 0),
    BLANK,
    ...field('target', target, width, 'strong'),
    ...field('mapping', mapping.app, width),
    ...field('', `from ${mapping.source}`, width, 'dim'),
    ...field('clients', clients.map(({ dialect }) => dialect).join(', '), width),
    ...field('seed', String(seed), width),
    BLANK,
  ];
}

/** `entra-default  history 41  visited 212 of 900  1 fault  620 requests, 310 a second  12 s`. */
function progressText({ dialect, doing, visited, pairs, faults }: ExploreProgress, sent: number, seconds: number, columns: number): string {
  const rate = seconds < 1 ? '' : `, ${Math.round(sent / seconds)} a second`;
  const parts = [
    dialect,
    doing,
    `visited ${visited} of ${pairs}`,
    ...(faults === 0 ? [] : [countOf(faults, 'fault')]),
    `${countOf(sent, 'request')}${rate}`,
    durationOf(seconds),
  ];
  return clip(span(parts.join('  ')).text, columns - 1);
}

/** The check, then the history as a numbered list, then what was expected and what came. */
function faultLines(fault: ExploreFault, started: RunStarted | undefined, width: number): Line[] {
  const { check, title, severity, dialect, steps, expected, received, foundIn, replays, failed, plays } = fault;
  const style = styleOf(severity);
  const shorter =
    steps.length < foundIn
      ? `found in ${countOf(foundIn, 'step')}, ${steps.length} of which it takes (${countOf(replays, 'replay')})`
      : `found in ${countOf(foundIn, 'step')}`;
  const rate = failed < plays ? [`It failed in ${failed} of ${plays} plays.`] : [];
  const lasting =
    fault.lasting === true
      ? ['The last step went well earlier in the run, and has failed each time since: something before it has broken it for good.']
      : [];
  const unfinished = fault.unfinished === true ? ['It may be shorter: the time was up.'] : [];
  return [
    [span(`${markOf(severity)} `, style), span(`${check}  `, style), span(title, 'strong')],
    ...indented(`${dialect}: ${shorter}`, width, 'dim'),
    ...steps.flatMap((step, at) => numbered(at + 1, step, at === steps.length - 1, width)),
    ...field('expected', expected, width, 'good'),
    ...field('received', received, width, style),
    ...[...rate, ...unfinished, ...lasting].flatMap((text) => field('', text, width, 'warn')),
    ...playLines(fault, started, width),
    BLANK,
  ];
}

/** `   2. In ann, clear title.` */
function numbered(number: number, step: string, isLast: boolean, width: number): Line[] {
  const mark = `${String(number).padStart(4)}. `;
  return indented(step, width, isLast ? 'strong' : 'plain', mark.length).map((line, at) =>
    at === 0 ? [span(mark, 'dim'), ...line.slice(1)] : line,
  );
}

/** How it is played again, where it was saved. */
function playLines({ file, dialect }: ExploreFault, started: RunStarted | undefined, width: number): Line[] {
  if (file === undefined || started === undefined) return [];
  const { command = [], target } = started;
  const words = [
    /^[./\\]/.test(file) ? file : `./${file}`,
    ...(command.includes('--target') ? [] : ['--target', target]),
    ...command,
    '--client',
    dialect,
  ];
  return [...field('saved', file, width), ...field('play', `scim-check run ${words.map(quoted).join(' ')}`, width, 'code')];
}

function clientLines(run: RunRecord, dialect: string, width: number): Line[] {
  const client = [...run.clients.values()].find((each) => each.dialect === dialect);
  const end = run.events.find((event): event is ExploreFinished => event.type === 'explore-finished' && event.dialect === dialect);
  if (client === undefined) return [];
  const cost = costOf(client, client.seconds);
  if (end === undefined) return markedLines(run, client, { mark: '-', style: 'dim', words: 'nothing was played', cost: '' }, width);
  const { histories, visited, pairs, faults, cut, reason, stopped } = end;
  const text = `${countOf(histories, 'history', 'histories')}, visited ${visited} of ${pairs}, ${faults === 0 ? 'nothing found' : countOf(faults, 'fault')}`;
  const hasError = run.events.some((event) => event.type === 'explore-fault' && event.dialect === dialect && event.severity === 'error');
  const severity = hasError ? 'error' : 'warning';
  const [mark, style]: [string, Style] =
    faults > 0 ? [markOf(severity), styleOf(severity)] : histories > 0 && stopped === undefined ? ['✓', 'good'] : ['-', 'dim'];
  const short =
    cut === 0
      ? []
      : indented(
          `${cut} more cut short: ${reason ?? ''}`,
          width,
          'dim',
          Math.max(...[...run.clients.keys()].map((each) => each.length)) + 4,
        );
  return [...markedLines(run, client, { mark, style, words: text, cost }, width), ...short];
}

function endLines(run: RunRecord, width: number): Line[] {
  const defects = defectsOf(run.findings);
  const telling = { width, curl: false, replay: (finding: Parameters<typeof replayCommand>[1]) => replayCommand(run.started, finding) };
  const faults = run.events.filter((event) => event.type === 'explore-fault').length;
  const causes =
    defects.length === 0
      ? []
      : [BLANK, [span(`${countOf(faults, 'fault')}, ${countOf(defects.length, 'cause')}`, 'strong')] as Line, BLANK];
  return [
    ...causes,
    ...defects.flatMap((defect) => [...defectLines(defect, telling), BLANK]),
    ...(defects.length === 0 ? [BLANK] : []),
    ...noticeLines(run, width),
    ...(run.cleanup === undefined ? [] : cleanupLines(run.cleanup, cleanCommand(run), width)),
    ...abortedLines(run.finished, width),
    ...closingLine(run, defects, width),
  ];
}

function closingLine(run: RunRecord, defects: readonly Defect[], width: number): Line[] {
  const causes = defects.length;
  const severity = defects.some((each) => each.severity === 'error') ? 'error' : 'warning';
  if (run.finished?.aborted !== undefined && causes === 0) return [];
  const ends = run.events.filter((event) => event.type === 'explore-finished');
  const histories = ends.reduce((sum, each) => sum + each.histories, 0);
  if (causes > 0)
    return [
      [
        span(`${markOf(severity)} `, styleOf(severity)),
        span(`${countOf(causes, 'cause')} found`, 'strong'),
        span(severity === 'error' ? '   each is a defect by itself' : '   clients can live with it'),
      ],
    ];
  if (histories === 0) return [[span('- nothing was played', 'dim')]];
  const stopped = ends.find((each) => each.stopped !== undefined)?.stopped;
  const isUnclean = run.cleanup?.left.some(({ unsupported }) => unsupported !== true) === true;
  const why = stopped ?? (isUnclean ? 'Not all that was created could be removed' : undefined);
  const played = countOf(histories, 'history', 'histories');
  if (why !== undefined) return indented(`- incomplete: nothing was found in ${played}. ${why}.`, width, 'warn', 0);
  return [
    [span('✓ ', 'good'), span('nothing found', 'strong'), span(`   in ${histories} histories; that is no proof that there is nothing`)],
  ];
}
