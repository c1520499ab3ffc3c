import { type Defect, defectsOf } from '../../event/defects.js';
import { incompleteOf, verdictsOf } from '../../event/verdict.js';
import { cleanCommand } from '../clean-advice.js';
import { replayCommand } from '../command.js';
import { escapeCommandData, escapeCommandProperty } from '../escape.js';
import { isKnown } from '../known.js';
import { shorten } from '../layout.js';
import type { RunRecord } from '../record.js';
import type { Repository } from '../reporter.js';
import { type UserPlace, userPlace } from '../user-files.js';
import { ABORTED, BASELINE_PROBLEMS, verdictWords } from '../verdict-words.js';
import { countOf, placeOf } from '../words.js';

/** GitHub shows so many annotations of each level in a step, and forgets the others. */
const MOST = 10;
const LONGEST = 600;

interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly place?: UserPlace | undefined;
}

/**
 * A run as workflow commands of GitHub Actions, one a line, no more than it shows. Files are named where they stand in the user's
 * repository: what points to a missing file is shown nowhere.
 *
 * @param run the run
 * @param repository where the run was made
 */
export function annotationsOf(run: RunRecord, repository: Repository | undefined): string[] {
  const defects = defectsOf(run.findings).map((defect) => defectAnnotation(run, defect, repository));
  const all = [...wholeRun(run), ...defects];
  const levels = [limited(all, 'error'), limited(all, 'warning')].flat();
  return (levels.length === 0 ? [nothingFound(run)] : levels).map(commandOf);
}

function nothingFound({ events }: RunRecord): Annotation {
  const verdicts = verdictsOf(events).map((verdict) => `${verdict.client}: ${verdictWords(verdict)}`);
  return { level: 'notice', title: 'scim-check', message: `No defect was found. ${verdicts.join(', ')}` };
}

/** The last place says how many more there are. */
function limited(all: readonly Annotation[], level: 'error' | 'warning'): Annotation[] {
  const own = all.filter((each) => each.level === level);
  if (own.length <= MOST) return own;
  const more = own.slice(MOST - 1);
  const message = `${more.map(({ title }) => title).join('\n')}\n\nAll of them stand in the summary of the job, and in the reports.`;
  return [
    ...own.slice(0, MOST - 1),
    { level, title: `scim-check: ${countOf(more.length, `more ${level}`)}`, message: shorten(message, 3000) },
  ];
}

function defectAnnotation(run: RunRecord, defect: Defect, repository: Repository | undefined): Annotation {
  const { check, title, severity, evidence, findings } = defect;
  const { expected, received, effect, fix, source } = evidence;
  const dialects = [...new Set(findings.map((each) => each.dialect))].join(', ');
  const replay = replayCommand(run.started, evidence);
  const lines = [
    `${effect} (${dialects})`,
    `expected: ${shorten(expected, LONGEST)}`,
    `received: ${shorten(received, LONGEST)}`,
    `fix: ${fix}`,
    ...(replay === undefined ? [] : [`replay: ${shorten(replay, 2 * LONGEST)}`]),
  ];
  const place = userPlace(run, source, repository);
  const head = `${shorten(check, 20)} ${shorten(title, 200)}`;
  const message = shorten(lines.join('\n'), 4000);
  return isKnown(run, defect)
    ? { level: 'warning', title: `known: ${head}`, message, place }
    : { level: severity, title: head, message, place };
}

/** What fails a job without being a defect. */
function wholeRun(run: RunRecord): Annotation[] {
  const { finished, cleanup, events, baseline } = run;
  const aborted = finished === undefined ? 'The run broke off: its last event is missing.' : abortedText(finished.aborted);
  const left = (cleanup?.left ?? []).filter((each) => each.unsupported !== true);
  return [
    ...(aborted === undefined ? [] : [{ level: 'error', title: 'scim-check', message: aborted } as const]),
    ...incompleteOf(events).map(
      ({ client, reason = '', advice = '' }) =>
        ({
          level: 'error',
          title: `${client}: less was tested than the verdict needs`,
          message: shorten(`${reason}\n${advice}`, LONGEST),
        }) as const,
    ),
    ...(left.length === 0
      ? []
      : [
          {
            level: 'error',
            title: `${countOf(left.length, 'resource')} left in the target`,
            message: `To delete: ${cleanCommand(run)}`,
          } as const,
        ]),
    ...(baseline?.problems ?? [])
      .filter(({ kind }) => kind !== 'new')
      .map(({ kind, message, source }) => {
        const title = `${shorten(baseline?.file ?? '', 100)}: ${BASELINE_PROBLEMS[kind]}`;
        const where = source === undefined ? '' : `${placeOf(source)}  `;
        return { level: 'error', title, message: shorten(`${where}${message}`, LONGEST) } as const;
      }),
  ];
}

function abortedText(aborted: NonNullable<RunRecord['finished']>['aborted']): string | undefined {
  return aborted === undefined ? undefined : `${ABORTED[aborted.kind]}: ${shorten(aborted.message, LONGEST)}`;
}

function commandOf({ level, title, message, place }: Annotation): string {
  const where = place === undefined ? [] : [`file=${escapeCommandProperty(place.file)}`, `line=${place.line}`, `col=${place.column}`];
  return `::${level} ${[...where, `title=${escapeCommandProperty(title)}`].join(',')}::${escapeCommandData(message)}`;
}
