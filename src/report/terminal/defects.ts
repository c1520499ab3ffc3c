import { widthOf } from '../../base/text-width.js';
import type { Family } from '../../client/client.js';
import { type Defect, severityUnder } from '../../event/defects.js';
import { familiesOf, markOf, metBy } from '../defect-words.js';
import { indented } from '../finding-text.js';
import { BLANK, clip, type Line, pad, type Span, span } from '../layout.js';
import type { RunRecord } from '../record.js';
import { countOf, defectCounts, STAKES } from '../words.js';

/** Columns between the title of a defect and the clients. */
const GAP = 2;
/** A title that is cut further says nothing. */
const NARROWEST_TITLE = 20;

/**
 * The table of defects, one line each, by what is at stake; the clients are its columns. Where only one dialect of a client meets
 * a defect, it is named.
 *
 * @param run the run
 * @param defects in the order in which they are to be told
 * @param folded whether warnings are named by their checks alone
 * @param width in columns
 */
export function defectTable(run: RunRecord, defects: readonly Defect[], folded: boolean, width: number): Line[] {
  const rows = folded ? defects.filter(({ severity }) => severity === 'error') : defects;
  const warnings = folded ? defects.filter(({ severity }) => severity === 'warning') : [];
  const checks = Math.min(20, Math.max(0, ...rows.map(({ check }) => widthOf(span(check).text))));
  const roomBeside = (columns: readonly Column[]): number =>
    width - 2 - checks - 2 - columns.reduce((sum, each) => sum + GAP + each.width, 0);
  const wanted = columnsOf(run, rows);
  // Where there is no room for both, the titles say more.
  const columns = roomBeside(wanted) < NARROWEST_TITLE ? [] : wanted;
  const room = Math.max(2, roomBeside(columns));
  const heads = columns.flatMap((each): Span[] => [span(' '.repeat(GAP)), span(pad(each.family, each.width), 'dim')]);
  const counts = pad(defectCounts(defects), 2 + checks + 2 + room);
  let stake: string | undefined;
  const lines = rows.flatMap((defect): Line[] => {
    const words = `${STAKES[defect.impact]}${defect.severity === 'error' ? '' : ', warnings'}`;
    const heading: Line[] = words === stake ? [] : [[span(words, 'dim')]];
    stake = words;
    const head = span(`${markOf(defect.severity)} ${pad(clip(span(defect.check).text, 20), checks)}  `, styleOf(defect.severity));
    const title = span(pad(clip(span(defect.title).text, room), room));
    return [...heading, [head, title, ...columns.flatMap((each) => [span(' '.repeat(GAP)), each.cell(defect)])]];
  });
  const ids = `! ${countOf(warnings.length, 'warning')}: ${warnings.map(({ check }) => check).join(', ')}`;
  return [[span(counts, 'strong'), ...heads], ...lines, ...(warnings.length === 0 ? [] : indented(ids, width, 'warn', 0)), BLANK];
}

interface Column {
  readonly family: Family;
  readonly width: number;
  cell(defect: Defect): Span;
}

function columnsOf(run: RunRecord, defects: readonly Defect[]): Column[] {
  return familiesOf(run).map((family) => {
    const words = (defect: Defect): string => {
      const { severity, only } = metBy(run, defect, family);
      return severity === undefined ? '·' : [markOf(severity), ...only.map((dialect) => clip(dialect, 10))].join(' ');
    };
    const width = Math.max(widthOf(family), ...defects.map((defect) => widthOf(words(defect))));
    return { family, width, cell: (defect) => span(pad(words(defect), width), cellStyle(severityUnder(defect, family))) };
  });
}

function styleOf(severity: Defect['severity']): 'bad' | 'warn' {
  return severity === 'error' ? 'bad' : 'warn';
}

function cellStyle(severity: Defect['severity'] | undefined): 'bad' | 'warn' | 'dim' {
  return severity === undefined ? 'dim' : styleOf(severity);
}
