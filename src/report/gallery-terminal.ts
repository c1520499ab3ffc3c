import { defectsOf } from '../event/defects.js';
import type { GalleryRequirementEvent, GalleryTestEvent, RunEvent } from '../event/event.js';
import { GALLERY_TESTS } from '../event/gallery-tests.js';
import { galleryTestsIn, galleryVerdictOf, resultOf } from '../event/gallery-verdict.js';
import { cleanCommand } from './clean-advice.js';
import { markOf, styleOf } from './defect-words.js';
import { galleryCounts, galleryNotes } from './gallery-words.js';
import { BLANK, type Line, pad, type Style, shorten, span, wrap } from './layout.js';
import { newRecord, type RunRecord, record } from './record.js';
import type { Report, Reporter, ReportOutput } from './reporter.js';
import { abortedLines, cleanupLines } from './terminal/closing.js';
import { headerLines } from './terminal/header.js';
import { screenOn } from './terminal/screen.js';
import { noticeLines } from './terminal/summary.js';

/** The columns of mark and name. */
const NAME = Math.max(...GALLERY_TESTS.map(({ name }) => name.length)) + 2;
const INDENT = '    ';

/** Longest text of the target's that is shown of a test, in characters. */
const LONGEST = 600;

/** For people: a line for each test as soon as it is done, then what is stricter than the template, and the result by its rules. */
export const galleryTerminal: Reporter = {
  name: 'terminal',
  description: 'for people: a line per test, and the result by the rules of the template',
  live: true,
  create: (out) => createReport(out),
};

function createReport(out: ReportOutput): Report {
  const run = newRecord();
  const { width, print } = screenOn(out);
  return {
    event(event: RunEvent) {
      record(run, event, false);
      if (event.type === 'run-started') print([...headerLines({ ...event, clients: [] }, width), ...INTRODUCTION(width)]);
      if (event.type === 'gallery-test') print(testLines(event, width));
      if (event.type === 'gallery-requirement') print(requirementLines(event, run, width));
    },
    end() {
      print(endLines(run, width));
    },
  };
}

const INTRODUCTION = (width: number): Line[] => [
  ...wrap(
    "The 25 tests of Microsoft's validation template, rehearsed: this is no verdict of Microsoft's. Where its files disagree, the workflow counts.",
    width,
  ).map((text): Line => [span(text, 'dim')]),
  BLANK,
];

/** The mark, the name and what it tries; what went wrong below. */
function testLines(test: GalleryTestEvent, width: number): Line[] {
  const { mark, style } = marks(test);
  const lines: Line[] = [[span(`${mark} `, style), span(pad(test.name, NAME)), span(test.title, 'dim')]];
  const below = (text: string, look: Style = 'plain'): Line[] =>
    wrap(shorten(text, LONGEST), width - INDENT.length).map((part): Line => [span(INDENT), span(part, look)]);
  if (test.overallResult !== 'PASSED') lines.push(...below(resultOf(test), test.overallResult === 'FAILED' ? style : 'dim'));
  for (const note of galleryNotes(test)) lines.push(...below(note));
  for (const more of test.stricter ?? []) lines.push(...below(`stricter than the template: ${more}`, 'warn'));
  return lines;
}

function marks({ overallResult, category }: GalleryTestEvent): { readonly mark: string; readonly style: Style } {
  if (overallResult === 'PASSED') return { mark: '✓', style: 'good' };
  if (overallResult === 'SKIPPED') return { mark: '-', style: 'dim' };
  return category === 'optional' ? { mark: '!', style: 'warn' } : { mark: '✗', style: 'bad' };
}

function endLines(run: RunRecord, width: number): Line[] {
  const tests = galleryTestsIn(run.events);
  return [
    ...(tests.length === 0 ? [] : [BLANK]),
    ...findingLines(run, width),
    ...noticeLines(run, width),
    ...(run.cleanup === undefined ? [] : cleanupLines(run.cleanup, cleanCommand(run), width)),
    ...abortedLines(run.finished, width),
    ...(run.finished?.aborted === undefined || tests.length > 0 ? resultLines(run, tests, width) : []),
  ];
}

const STATUS = {
  proven: { mark: '✓', style: 'good' },
  failed: { mark: '✗', style: 'bad' },
  'not-tested': { mark: '-', style: 'dim' },
  person: { mark: '☐', style: 'plain' },
} as const satisfies Readonly<Record<GalleryRequirementEvent['status'], { readonly mark: string; readonly style: Style }>>;

/** A line for a requirement, and its evidence; what a person has to show is a box to tick. */
function requirementLines(event: GalleryRequirementEvent, run: RunRecord, width: number): Line[] {
  const isFirst = run.events.filter(({ type }) => type === 'gallery-requirement').length === 1;
  const isMinor = event.status === 'failed' && event.need === 'recommended';
  const { mark, style } = isMinor ? { mark: '!', style: 'warn' as const } : STATUS[event.status];
  const heading: Line[] = isFirst ? [BLANK, [span("The gallery's requirements", 'strong')]] : [];
  const need = event.need === 'recommended' ? ' (recommended)' : '';
  const evidence = event.evidence === '' ? [] : wrap(shorten(event.evidence, LONGEST), width - INDENT.length);
  return [
    ...heading,
    [span(`${mark} `, style), span(`${event.title}${need}`)],
    ...evidence.map((part): Line => [span(INDENT), span(part, 'dim')]),
  ];
}

/** Requirements that were shown not to be met stand in the last lines as well. */
function unmet(run: RunRecord): string[] {
  const names = run.events.flatMap((event) =>
    event.type === 'gallery-requirement' && event.status === 'failed' && event.need === 'required' ? [event.title] : [],
  );
  return names.length === 0 ? [] : [`Not met: ${names.join('; ')}`];
}

/** What a run of the scenarios would tell in full. */
function findingLines(run: RunRecord, width: number): Line[] {
  const defects = defectsOf(run.findings);
  if (defects.length === 0) return [];
  const lines = defects.map(
    ({ check, severity, title }): Line => [
      span(`${markOf(severity)} `, styleOf(severity)),
      span(`${check} `, 'strong'),
      span(shorten(title, width - 12)),
    ],
  );
  return [
    [span("What Entra's client met besides, which the template does not look at", 'strong')],
    ...lines,
    [span('  scim-check run tells each with its request and its fix; scim-check explain ID explains it.', 'dim')],
    BLANK,
  ];
}

function resultLines(run: RunRecord, tests: readonly GalleryTestEvent[], width: number): Line[] {
  const verdict = galleryVerdictOf(tests);
  const isReady = verdict.overallResult === 'Succeeded' && run.finished?.aborted === undefined;
  const advice =
    verdict.authenticationModelResult === 'FAILED'
      ? [
          'The gallery wants OAuth client credentials or a federated identity: a run with a token alone cannot succeed. Try them with --oauth-token-url and --oauth-client-id.',
        ]
      : [];
  return [
    [
      span(isReady ? '✓ ' : '✗ ', isReady ? 'good' : 'bad'),
      span(`By the rules of the template: ${verdict.overallResult}`, 'strong'),
      span(`   ${galleryCounts(tests)}`),
    ],
    ...advice.flatMap((text) => wrap(text, width - 2).map((part): Line => [span('  '), span(part)])),
    ...unmet(run).flatMap((text) => wrap(text, width - 2).map((part): Line => [span('  '), span(part)])),
    ...(verdict.failed.length === 0
      ? []
      : wrap(`Fix: ${verdict.failed.join(', ')}`, width - 2).map((part): Line => [span('  '), span(part)])),
  ];
}
