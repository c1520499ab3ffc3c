import { type Defect, defectsOf } from '../event/defects.js';
import type { FindingEvent, RunEvent } from '../event/event.js';
import { cleanCommand } from './clean-advice.js';
import { replayCommand } from './command.js';
import { defectLines } from './finding-text.js';
import { isKnown } from './known.js';
import { BLANK, type Line, span } from './layout.js';
import { newRecord, type RunRecord, record } from './record.js';
import type { Detail, Report, Reporter, ReportOutput } from './reporter.js';
import { baselineLines, knownLines } from './terminal/baseline.js';
import { abortedLines, cleanupLines, removingLines, toFixLines, verdictLines } from './terminal/closing.js';
import { defectTable } from './terminal/defects.js';
import { headerLines } from './terminal/header.js';
import { type Progress, progressOf, progressText, scenarioLines } from './terminal/progress.js';
import { screenOn } from './terminal/screen.js';
import { clientLines, noticeLines, notPlayedLines } from './terminal/summary.js';
import { defectCounts } from './words.js';

/** A progress line is drawn at most this often, in milliseconds. */
const REDRAW = 50;
/** So many defects are told at length where nobody says how many. */
const SHOWN = 3;

/** For people: progress while the run goes on, then the defects by their weight, and last what to do and the verdicts. */
export const terminal: Reporter = {
  name: 'terminal',
  description: 'for people: progress, defects by weight, what to fix first, verdict per client',
  live: true,
  create: (out) => createTerminal(out),
};

function createTerminal(out: ReportOutput): Report {
  const run = newRecord();
  const screen = screenOn(out, REDRAW);
  const { width, print } = screen;
  const { detail = {} } = out;
  const quiet = detail.quiet === true;
  const now = out.now ?? Date.now;
  const begun = now();
  let progress: Progress | undefined;

  const draw = (event: RunEvent): void => {
    const next = progressOf(event);
    progress = next ?? progress;
    if (!out.interactive || quiet || progress === undefined || event.type === 'run-finished') return;
    if (next !== undefined || screen.isDue()) screen.draw(progressText(run, progress, (now() - begun) / 1000, out.columns));
  };

  return {
    event(event) {
      record(run, event, false);
      if (!quiet && event.type === 'run-started') print(headerLines(event, width));
      if (detail.verbose === true && event.type === 'scenario-finished') print(scenarioLines(run, event, width));
      if (!quiet && event.type === 'cleanup-progress' && event.done === 0 && !out.interactive) print(removingLines(event.of, width));
      if (!quiet && event.type === 'client-finished') print(clientBlock(run, event.dialect, width));
      draw(event);
    },
    end() {
      print(run.started === undefined ? [[span('The run ended before it began.', 'bad')]] : endLines(run, width, detail));
    },
  };
}

/** The summary of a client as soon as it is done. */
function clientBlock(run: RunRecord, dialect: string, width: number): Line[] {
  const client = [...run.clients.values()].find((each) => each.dialect === dialect);
  return client === undefined ? [] : clientLines(run, client, width);
}

/** The whole first, then what to mend first at length; the last screen says what to do, what is left, and who is ready. */
function endLines(run: RunRecord, width: number, detail: Detail): Line[] {
  const all = defectsOf(run.findings);
  const known = all.filter((defect) => isKnown(run, defect));
  const defects = all.filter((defect) => !known.includes(defect));
  const unfinished = [...run.clients.values()].filter((each) => each.seconds === undefined);
  const details: Line[] = [
    ...unfinished.flatMap((client) => clientLines(run, client, width)),
    BLANK,
    ...noticeLines(run, width),
    ...defectSection(run, defects, width, detail),
    ...knownLines(run, known, width),
    ...notPlayedLines(run, width, detail.verbose === true),
  ];
  return [
    ...(detail.quiet === true ? [] : details),
    ...toFixLines(defects, width),
    ...(run.cleanup === undefined ? [] : cleanupLines(run.cleanup, cleanCommand(run), width)),
    ...abortedLines(run.finished, width),
    ...baselineLines(run.baseline, known.length, width),
    ...verdictLines(run, width),
  ];
}

/** The table of all defects, where there are several, and those at length that matter most. */
function defectSection(run: RunRecord, defects: readonly Defect[], width: number, detail: Detail): Line[] {
  if (defects.length === 0) return [];
  const shown = detail.full === true ? defects : defects.slice(0, detail.maxFindings ?? SHOWN);
  const isWhole = shown.length === defects.length;
  const layout = { width, curl: detail.full === true, replay: (finding: FindingEvent) => replayCommand(run.started, finding) };
  const table: Line[] =
    defects.length === 1 ? [[span(defectCounts(defects), 'strong')], BLANK] : defectTable(run, defects, !isWhole, width);
  const heading: Line[] = isWhole || shown.length === 0 ? [] : [[span('Fix first', 'strong')], BLANK];
  return [...table, ...heading, ...shown.flatMap((defect) => [...defectLines(defect, layout), BLANK])];
}
