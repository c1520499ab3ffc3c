import { type Defect, defectsOf } from '../../event/defects.js';
import { galleryTestsIn, resultOf } from '../../event/gallery-verdict.js';
import { verdictsOf } from '../../event/verdict.js';
import { cleanCommand } from '../clean-advice.js';
import { familiesOf, markOf, metBy } from '../defect-words.js';
import { escapeMarkdown, markdownBlock, markdownCode } from '../escape.js';
import { galleryNotes, galleryResult } from '../gallery-words.js';
import { noticesOf, notPlayedOf, onlyFor } from '../groups.js';
import { isKnown } from '../known.js';
import { shorten } from '../layout.js';
import type { RunRecord } from '../record.js';
import { ABORTED, BASELINE_PROBLEMS, countsOf, familyCost, verdictWords } from '../verdict-words.js';
import { countOf, defectCounts, placeOf, STAKES } from '../words.js';
import { defectSection } from './defect.js';

/** An issue of GitHub holds 65,536 characters. */
const LONGEST = 60_000;
/** Longest text of a table or a list. */
const LONGEST_TEXT = 300;
const MOST_ROWS = 100;
const MOST_NOTES = 10;

/**
 * A run as Markdown (GitHub's flavour), short enough for an issue: where there are more defects, the last ones stand in the table only.
 *
 * @param run the run
 */
export function markdownOf(run: RunRecord): string {
  const defects = defectsOf(run.findings);
  const head = [
    ...headLines(run),
    ...abortedLines(run),
    ...galleryLines(run),
    ...verdictTable(run),
    ...leftLines(run),
    ...baselineLines(run),
    ...defectTable(run, defects),
  ];
  const foot = [...notes(run), ''];
  let room = LONGEST - [...head, ...foot].join('\n').length;
  const sections = defects.map((defect) => ['', ...defectSection(run, defect)].join('\n'));
  const shown = sections.filter((section) => {
    room -= section.length + 1;
    return room > 0;
  });
  const more =
    sections.length > shown.length ? ['', `And ${countOf(sections.length - shown.length, 'more defect')}, as in the table.`] : [];
  return [...head, ...shown, ...more, ...foot].join('\n');
}

function headLines({ started }: RunRecord): string[] {
  if (started === undefined) return ['# scim-check', '', 'The run ended before it began.'];
  const { target, mapping, seed, version } = started;
  const facts = `mapping ${escapeMarkdown(shorten(mapping.name, 100))}, seed ${seed}, scim-check ${escapeMarkdown(shorten(version, 50))}`;
  return ['# scim-check', '', `${markdownCode(shorten(target, LONGEST_TEXT))}, ${facts}`];
}

function abortedLines({ finished }: RunRecord): string[] {
  if (finished === undefined) return ['', '**✗ The run broke off: its last event is missing.**'];
  if (finished.aborted === undefined) return [];
  return ['', `**✗ ${ABORTED[finished.aborted.kind]}:** ${escapeMarkdown(shorten(finished.aborted.message, 1000))}`];
}

/** Of a rehearsal: the gallery's tests, by the rules of the template. */
function galleryLines(run: RunRecord): string[] {
  const tests = galleryTestsIn(run.events);
  if (tests.length === 0) return [];
  const rows = tests.map((test) => {
    const what = test.overallResult === 'PASSED' ? test.title : [`${test.title}: ${resultOf(test)}`, ...galleryNotes(test)].join('; ');
    return `| ${escapeMarkdown(shorten(test.name, 100))} | ${test.overallResult} | ${escapeMarkdown(shorten(what, LONGEST_TEXT))} |`;
  });
  return ['', `**${galleryResult(run, tests)}**`, '', '| test | result | what it tries |', '| --- | --- | --- |', ...rows];
}

function verdictTable(run: RunRecord): string[] {
  const rows = verdictsOf(run.events).map((verdict) => {
    const { client, reason, advice } = verdict;
    const why = [countsOf(verdict), reason, advice].filter((text) => text !== undefined && text !== '');
    const shown = why.map((text) => escapeMarkdown(shorten(text ?? '', LONGEST_TEXT))).join('; ');
    return `| ${client} | ${verdictWords(verdict)} | ${shown} | ${familyCost(run, verdict)} |`;
  });
  return rows.length === 0 ? [] : ['', '| client | verdict | why | cost |', '| --- | --- | --- | --- |', ...rows];
}

function leftLines(run: RunRecord): string[] {
  const left = run.cleanup?.left ?? [];
  if (left.length === 0) return [];
  const named = left.slice(0, 5).map(({ resourceType, id, reason }) => {
    const why = escapeMarkdown(shorten(reason, LONGEST_TEXT));
    return `- ${resourceType} ${markdownCode(shorten(id, 100))}: ${why}`;
  });
  const heading = `**! ${countOf(left.length, 'resource')} of this run ${left.length === 1 ? 'is' : 'are'} still in the target.** To delete them, run:`;
  return ['', heading, '', markdownBlock(cleanCommand(run), 'sh'), '', ...named];
}

/** Where the run and its baseline do not agree. */
function baselineLines({ baseline }: RunRecord): string[] {
  const problems = baseline?.problems ?? [];
  if (baseline === undefined || problems.length === 0) return [];
  const lines = problems.slice(0, MOST_NOTES).map(({ kind, message, source }) => {
    const where = source === undefined ? '' : `${markdownCode(placeOf(source))} `;
    return `- ${BASELINE_PROBLEMS[kind]}: ${where}${escapeMarkdown(shorten(message, LONGEST_TEXT))}`;
  });
  const more = problems.length > MOST_NOTES ? [`- and ${problems.length - MOST_NOTES} more`] : [];
  return ['', `**✗ The run and the baseline ${markdownCode(shorten(baseline.file, 100))} do not agree:**`, '', ...lines, ...more];
}

function defectTable(run: RunRecord, defects: readonly Defect[]): string[] {
  if (defects.length === 0) return ['', 'No defect was found.'];
  const families = familiesOf(run);
  const rows = defects.slice(0, MOST_ROWS).map((defect) => {
    const { check, title, severity, impact, blocks } = defect;
    const cells = families.map((family) => {
      const { severity: met, only } = metBy(run, defect, family);
      return met === undefined ? '·' : [markOf(met), ...only].join(' ');
    });
    const mark = isKnown(run, defect) ? 'known' : markOf(severity);
    const head = [mark, escapeMarkdown(shorten(check, 20)), escapeMarkdown(shorten(title, LONGEST_TEXT)), STAKES[impact]];
    return `| ${[...head, ...cells, blocks.length === 0 ? '' : countOf(blocks.length, 'step')].join(' | ')} |`;
  });
  const columns = ['', 'check', 'what a correct server does', 'at stake', ...families, 'blocks'];
  return [
    '',
    `## ${defectCounts(defects)}`,
    '',
    `| ${columns.join(' | ')} |`,
    `| ${columns.map(() => '---').join(' | ')} |`,
    ...rows,
    ...(defects.length > MOST_ROWS ? ['', `And ${defects.length - MOST_ROWS} more.`] : []),
  ];
}

function notes(run: RunRecord): string[] {
  const lines = [
    ...notPlayedOf(run).map(
      ({ status, reason, scenarios, dialects }) =>
        `${countOf(scenarios.size, 'scenario')} ${status}: ${escapeMarkdown(shorten(reason, LONGEST_TEXT))}${escapeMarkdown(onlyFor(run, dialects))}`,
    ),
    ...noticesOf(run).map(
      ({ message, dialects }) => `${escapeMarkdown(shorten(message, LONGEST_TEXT))}${escapeMarkdown(onlyFor(run, dialects))}`,
    ),
  ];
  const more = lines.length > MOST_NOTES ? [`- and ${lines.length - MOST_NOTES} more`] : [];
  return lines.length === 0 ? [] : ['', '## Not judged, and notes', '', ...lines.slice(0, MOST_NOTES).map((line) => `- ${line}`), ...more];
}
