import { widthOf } from '../../base/text-width.js';
import type { StepStatus } from '../../event/event.js';
import { playsOf } from '../../event/plays.js';
import { field, indented } from '../finding-text.js';
import { noticesOf, notPlayedOf, onlyFor } from '../groups.js';
import { BLANK, type Line, pad, type Style, shorten, span } from '../layout.js';
import { type ClientRecord, casesOf, isOnlyWarned, type RunRecord } from '../record.js';
import { costOf } from '../verdict-words.js';
import { countOf, listOf } from '../words.js';

const STATUSES: readonly StepStatus[] = ['passed', 'failed', 'blocked', 'skipped'];

/**
 * How a client's scenarios went: `✓ okta-oin    28 passed · 3 skipped    129 requests + 69 reads, 7.0 s`.
 *
 * @param run the run so far
 * @param client one of its clients
 * @param width in columns
 */
export function clientLines(run: RunRecord, client: ClientRecord, width: number): Line[] {
  const cases = casesOf(run, client.dialect);
  const statuses = cases.map((each) => each.finished?.status);
  const counts = STATUSES.map((status): [StepStatus, number] => [status, statuses.filter((each) => each === status).length]);
  // Scenarios that do not concern a client are none of those that were planned for it.
  const planned = run.started?.clients.find((each) => each.dialect === client.dialect);
  const broken = planned === undefined ? 0 : playsOf(run.events, planned).counts.unfinished;
  const parts = counts.filter(([, count]) => count > 0).map(([status, count]) => `${count} ${status}`);
  if (broken > 0) parts.push(`${broken} not played`);
  const failed = cases.filter((each) => each.finished?.status === 'failed');
  const played = failed.length > 0 || statuses.includes('passed');
  const [mark, style]: [string, Style] = failed.some((each) => !isOnlyWarned(each))
    ? ['✗', 'bad']
    : failed.length > 0
      ? ['!', 'warn']
      : played && broken === 0
        ? ['✓', 'good']
        : ['-', 'dim'];
  const scenarios = parts.length === 0 ? 'no scenarios' : parts.join(' · ');
  const cost = costOf(client, client.seconds);
  return markedLines(run, client, { mark, style, words: scenarios, cost }, width);
}

/** What a line says of a client. */
interface Marked {
  readonly mark: string;
  readonly style: Style;
  readonly words: string;
  readonly cost: string;
}

/**
 * `✓ okta-oin  35 passed        264 requests`, what it cost at the right edge; on lines of their own where there is no room.
 *
 * @param run the run, whose other clients begin at the same columns
 * @param client the client
 * @param marked what is said of it
 * @param width of the report, in columns
 */
export function markedLines(run: RunRecord, client: ClientRecord, { mark, style, words, cost }: Marked, width: number): Line[] {
  const name = pad(client.dialect, Math.max(...[...run.clients.keys()].map(widthOf)));
  const gap = width - 2 - widthOf(name) - 2 - widthOf(words) - widthOf(cost);
  if (gap >= 2) return [[span(`${mark} `, style), span(name, 'strong'), span(`  ${words}`), span(' '.repeat(gap)), span(cost, 'dim')]];
  const rest = width - 2 - widthOf(words) - widthOf(cost);
  const below: Line[] =
    rest >= 2 ? [[span(`  ${words}${' '.repeat(rest)}`), span(cost, 'dim')]] : [...indented(words, width), ...indented(cost, width, 'dim')];
  return [[span(`${mark} `, style), span(name, 'strong')], ...below];
}

/** So many reasons are told where not all are asked for. */
const REASONS = 3;

/**
 * What was not judged, and why: scenarios that were skipped or blocked, grouped by reason over all clients.
 *
 * @param run the run
 * @param width in columns
 * @param all whether every reason is told, with its scenarios
 */
export function notPlayedLines(run: RunRecord, width: number, all: boolean): Line[] {
  const groups = notPlayedOf(run);
  const shown = all ? groups : groups.slice(0, REASONS);
  const lines = shown.flatMap(({ status, reason, scenarios, dialects }): Line[] => {
    const text = `${countOf(scenarios.size, 'scenario')} ${status}: ${shorten(reason, all ? 400 : 150)}${onlyFor(run, dialects)}`;
    return [...indented(text, width, 'plain', 0), ...(all ? indented(listOf([...scenarios], 6), width, 'dim') : [])];
  });
  const rest = groups.length - shown.length;
  const more = rest === 0 ? [] : indented(`and for ${countOf(rest, 'other reason')}: --verbose tells all`, width, 'dim', 0);
  return lines.length === 0 ? [] : [...lines, ...more, BLANK];
}

/**
 * What the reader should know and that is no finding. The same words for several clients are said once.
 *
 * @param run the run
 * @param width in columns
 */
export function noticeLines(run: RunRecord, width: number): Line[] {
  const lines = noticesOf(run).flatMap(({ message, isWarning, dialects }) =>
    field(isWarning ? 'warning' : 'note', `${message}${onlyFor(run, dialects)}`, width, isWarning ? 'warn' : 'plain'),
  );
  return lines.length === 0 ? [] : [...lines, BLANK];
}
