import type { RunEvent } from '../event/event.js';
import { cleanCommand } from './clean-advice.js';
import { findingLines } from './finding-text.js';
import { groupFindings } from './grouping.js';
import { BLANK, type Line, span } from './layout.js';
import { newRecord, type RunRecord, record } from './record.js';
import type { Report, Reporter, ReportOutput } from './reporter.js';
import { abortedLines, cleanupLines, removingLines, verdictLines } from './terminal/closing.js';
import { headerLines } from './terminal/header.js';
import { painter } from './terminal/paint.js';
import { type Progress, progressOf, progressText, scenarioLines } from './terminal/progress.js';
import { clientLines, noticeLines, notPlayedLines } from './terminal/summary.js';
import { countOf } from './words.js';

/** Wider lines are hard to read, narrower ones hold nothing. */
const WIDEST = 100;
const NARROWEST = 40;
/** A progress line is drawn at most this often, in milliseconds. */
const REDRAW = 50;
const ERASE_LINE = '\r\u001b[2K';

/** For people: progress while the run goes on, then findings in the order of their weight, and the verdict last. */
export const terminal: Reporter = {
  name: 'terminal',
  description: 'for people: progress, findings with rule and fix, verdict per client',
  live: true,
  create: (out) => createTerminal(out),
};

function createTerminal(out: ReportOutput): Report {
  const run = newRecord();
  const width = Math.min(WIDEST, Math.max(NARROWEST, out.columns));
  const paint = painter(out.colour);
  const now = out.now ?? Date.now;
  const begun = now();
  let progress: Progress | undefined;
  let drawn: number | undefined;

  const print = (lines: readonly Line[]): void => {
    if (drawn !== undefined) out.write(ERASE_LINE);
    drawn = undefined;
    if (lines.length > 0) out.write(lines.map((line) => `${paint(line)}\n`).join(''));
  };

  const draw = (event: RunEvent): void => {
    const next = progressOf(event);
    progress = next ?? progress;
    if (!out.interactive || progress === undefined || event.type === 'run-finished') return;
    if (next === undefined && drawn !== undefined && now() - drawn < REDRAW) return;
    out.write(`${ERASE_LINE}${progressText(run, progress, (now() - begun) / 1000, out.columns)}`);
    drawn = now();
  };

  return {
    event(event) {
      record(run, event, false);
      if (event.type === 'run-started') print(headerLines(event, width));
      if (event.type === 'scenario-finished' && !out.interactive) print(scenarioLines(event, width));
      if (event.type === 'cleanup-progress' && event.done === 0 && !out.interactive) print(removingLines(event.of, width));
      if (event.type === 'client-finished') print(clientBlock(run, event.dialect, width, out.interactive));
      draw(event);
    },
    end() {
      print(run.started === undefined ? [[span('The run ended before it began.', 'bad')]] : endLines(run, width, out.interactive));
    },
  };
}

/** The summary of a client as soon as it is done; apart from the scenario lines where those are printed. */
function clientBlock(run: RunRecord, dialect: string, width: number, interactive: boolean): Line[] {
  const client = [...run.clients.values()].find((each) => each.dialect === dialect);
  if (client === undefined) return [];
  const lines = clientLines(run, client, width);
  return interactive ? lines : [...lines, BLANK];
}

function endLines(run: RunRecord, width: number, interactive: boolean): Line[] {
  const unfinished = [...run.clients.values()].filter((each) => each.seconds === undefined);
  return [
    ...unfinished.flatMap((client) => clientLines(run, client, width)),
    ...(interactive || unfinished.length > 0 ? [BLANK] : []),
    ...findingSection(run, width),
    ...notPlayedLines(run, width),
    ...noticeLines(run, width),
    ...(run.cleanup === undefined ? [] : cleanupLines(run.cleanup, cleanCommand(run), width)),
    ...abortedLines(run.finished, width),
    ...verdictLines(run, width),
  ];
}

function findingSection(run: RunRecord, width: number): Line[] {
  const groups = groupFindings(run.findings);
  if (groups.length === 0) return [];
  const errors = groups.filter((group) => group.first.severity === 'error').length;
  const parts = [errors, groups.length - errors].map((count, at) => (count === 0 ? '' : countOf(count, at === 0 ? 'error' : 'warning')));
  const title: Line = [span(parts.filter((part) => part !== '').join(', '), 'strong')];
  return [title, BLANK, ...groups.flatMap((group) => [...findingLines(group, width), BLANK])];
}
