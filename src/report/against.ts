import type { Defect } from '../event/defects.js';
import type { RunEvent, RunStarted } from '../event/event.js';
import { differenceOf, type OneRunsDefect, type RunDifference } from '../event/run-difference.js';
import { markOf } from './defect-words.js';
import { field, indented } from './finding-text.js';
import { BLANK, type Line, type Style, shorten, span } from './layout.js';

/** What comparing a run with an earlier one gives. */
export interface Comparison {
  readonly lines: readonly Line[];
  /** For programs. */
  readonly json: object;
  /** 0: nothing is worse; 1: there is a new error, or less was shown. */
  readonly exitCode: 0 | 1;
}

/**
 * Compares a saved run with an earlier one.
 *
 * @param now its events
 * @param before events of the earlier one
 * @param width in columns
 */
export function comparisonOf(now: readonly RunEvent[], before: readonly RunEvent[], width: number): Comparison {
  const difference = differenceOf(now, before);
  const isWorse = difference.new.some(({ defect }) => defect.severity === 'error') || difference.coverageLost.length > 0;
  return { lines: linesOf(difference, now, before, width), json: jsonOf(difference), exitCode: isWorse ? 1 : 0 };
}

function linesOf(difference: RunDifference, now: readonly RunEvent[], before: readonly RunEvent[], width: number): Line[] {
  const { fixed, remaining, notLookedAt, coverageGained, coverageLost } = difference;
  const [run, earlier] = [startOf(now), startOf(before)];
  const others = run?.target === earlier?.target ? [] : field('note', 'The two runs had different targets.', width, 'warn');
  const stillThere = remaining.map(({ defect, cause, gained, lost }) => {
    const changes = [...gained.map((dialect) => `now also ${dialect}`), ...lost.map((dialect) => `no longer ${dialect}`)];
    return { defect, cause, more: changes.join(', ') };
  });
  const counts = `${difference.new.length} new, ${fixed.length} fixed, ${remaining.length} still there`;
  const unknown = notLookedAt.length === 0 ? '' : `, ${notLookedAt.length} not looked at`;
  return [
    ...field('run', headOf(run), width),
    ...field('against', headOf(earlier), width),
    ...others,
    BLANK,
    ...section('New', difference.new, 'bad', width),
    ...section('Fixed', fixed, 'good', width),
    ...section('Still there', stillThere, 'plain', width),
    ...section('Not looked at: this run has not played what would show them', notLookedAt, 'dim', width),
    ...coverage('Shown before, and not now', coverageLost, 'bad', width),
    ...coverage('Shown now, and not before', coverageGained, 'good', width),
    ...indented(`${counts}${unknown}`, width, 'strong', 0),
  ];
}

function startOf(events: readonly RunEvent[]): RunStarted | undefined {
  return events.find((event) => event.type === 'run-started');
}

function headOf(started: RunStarted | undefined): string {
  if (started === undefined) return 'nothing';
  return `${started.target}, ${started.time}, seed ${started.seed}, ${started.clients.map(({ dialect }) => dialect).join(', ')}`;
}

function section(title: string, defects: readonly (OneRunsDefect & { readonly more?: string })[], style: Style, width: number): Line[] {
  if (defects.length === 0) return [];
  const lines = defects.flatMap(({ defect, cause, more = '' }) => {
    const text = `${markOf(defect.severity)} ${cause}  ${shorten(defect.title, 300)}  (${dialectsOf(defect)})`;
    return [...indented(text, width, style), ...(more === '' ? [] : indented(more, width, 'dim', 4))];
  });
  return [[span(`${title} (${defects.length})`, 'strong')], ...lines, BLANK];
}

function coverage(title: string, changes: readonly string[], style: Style, width: number): Line[] {
  return changes.length === 0 ? [] : [[span(title, 'strong')], ...changes.flatMap((text) => indented(text, width, style)), BLANK];
}

function dialectsOf({ findings }: Defect): string {
  return [...new Set(findings.map(({ dialect }) => dialect))].join(', ');
}

function jsonOf(difference: RunDifference): object {
  const defects = (list: readonly OneRunsDefect[]): object[] =>
    list.map(({ cause, defect }) => {
      const { check, title, severity, impact, findings } = defect;
      return { cause, check, title, severity, impact, dialects: [...new Set(findings.map(({ dialect }) => dialect))] };
    });
  const remaining = difference.remaining.map(({ gained, lost }, at) => ({ ...defects(difference.remaining)[at], gained, lost }));
  const { coverageGained, coverageLost } = difference;
  return {
    new: defects(difference.new),
    fixed: defects(difference.fixed),
    remaining,
    notLookedAt: defects(difference.notLookedAt),
    coverageGained,
    coverageLost,
  };
}
