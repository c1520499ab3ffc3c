import type { Defect } from '../../event/defects.js';
import type { BaselineEvent, BaselineProblem, KnownFinding } from '../../event/event.js';
import { indented } from '../finding-text.js';
import { knownOf } from '../known.js';
import { BLANK, type Line, shorten, span } from '../layout.js';
import type { RunRecord } from '../record.js';
import { BASELINE_PROBLEMS } from '../verdict-words.js';
import { countOf, placeOf } from '../words.js';

/** So many entries of a kind are named. */
const NAMED = 5;

/**
 * The defects that are accepted for now, with the reasons: they are broken all the same.
 *
 * @param run the run
 * @param defects those that a baseline accepts
 * @param width in columns
 */
export function knownLines(run: RunRecord, defects: readonly Defect[], width: number): Line[] {
  if (run.baseline === undefined || defects.length === 0) return [];
  const lines = defects.flatMap(({ check, title, findings }): Line[] => {
    const entries = findings.flatMap(({ id }) => knownOf(run, id) ?? []);
    return [
      ...indented(`! ${check}  ${title}`, width, 'warn', 0),
      ...[...new Set(entries.map(wordsOf))].flatMap((words) => indented(words, width, 'dim', 4)),
    ];
  });
  return [[span(`Known, and accepted by ${run.baseline.file}`, 'strong')], ...lines, BLANK];
}

function wordsOf({ reason, expires, link }: KnownFinding): string {
  return `${expires === undefined ? '' : `until ${expires}: `}${shorten(reason, 300)}${link === undefined ? '' : `  ${link}`}`;
}

const ADVICE: Readonly<Record<BaselineProblem['kind'], string>> = {
  new: 'Mend them, or accept them for now: --update-baseline.',
  expired: 'Mend them, or give the entries another day and say why.',
  stale: 'Take the entries out: --update-baseline does.',
  lost: 'See with --verbose what was not played, and why.',
  'not-updated': 'Run again with --update-baseline.',
};

/**
 * Where a run and its baseline do not agree, each kind with what to do.
 *
 * @param baseline what the baseline makes of the run, where there is one
 * @param known how many defects it accepts
 * @param width in columns
 */
export function baselineLines(baseline: BaselineEvent | undefined, known: number, width: number): Line[] {
  if (baseline === undefined) return [];
  const kinds = [...new Set(baseline.problems.map(({ kind }) => kind))];
  if (kinds.length === 0)
    return [...indented(`Baseline ${baseline.file}: ${countOf(known, 'known defect')}, nothing new.`, width, 'dim', 0), BLANK];
  return [
    ...kinds.flatMap((kind) => {
      const problems = baseline.problems.filter((each) => each.kind === kind);
      const rest = problems.length - NAMED;
      return [
        ...indented(`✗ Baseline ${baseline.file}: ${problems.length} ${BASELINE_PROBLEMS[kind]}`, width, 'bad', 0),
        ...problems.slice(0, NAMED).flatMap(({ message, source }) => {
          return indented(`${source === undefined ? '' : `${placeOf(source)}  `}${message}`, width, 'plain', 4);
        }),
        ...(rest > 0 ? indented(`and ${rest} more`, width, 'plain', 4) : []),
        ...indented(`→ ${ADVICE[kind]}`, width, 'strong'),
      ];
    }),
    BLANK,
  ];
}
