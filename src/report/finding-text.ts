import { widthOf } from '../base/text-width.js';
import type { Defect } from '../event/defects.js';
import type { FindingEvent } from '../event/event.js';
import { markOf, otherAnswers, seenOf, styleOf } from './defect-words.js';
import { escapeTerminal } from './escape.js';
import { clip, type Line, type Style, shorten, span, wrap } from './layout.js';
import { authorityOf, listOf, placeOf, stepRanges } from './words.js';

/** Longest piece of what was sent, expected or received, in characters. */
const LONGEST = 400;
/** Longest text of any other kind. */
const LONGEST_TEXT = 1200;
/** Longest command that is still worth pasting. */
const LONGEST_COMMAND = 4000;
const INDENT = 2;
const LABEL = 10;

/** How much is told of a defect. */
export interface DefectLayout {
  /** In columns; only a command may be longer, so that it can be copied as one line. */
  readonly width: number;
  /** Plays again what has shown a finding. */
  readonly replay: (finding: FindingEvent) => string | undefined;
  /** The command that repeats the request alone is shown, too. */
  readonly curl: boolean;
}

/**
 * A defect as a block of lines, in the manner of a compiler's message: what, where, who demands it, what was sent, expected and
 * received, what it does in the real world, how to fix it, how to see it again. Its evidence is the smallest request.
 *
 * @param defect the defect
 * @param layout how it is shown
 */
export function defectLines(defect: Defect, { width, replay, curl }: DefectLayout): Line[] {
  const { evidence } = defect;
  const steps = stepRanges(defect.blocks);
  return [
    ...titleLines(defect, width),
    ...placeLines(evidence, width),
    ...field('rule', [...new Set(evidence.authorities.map(authorityOf))].join(' · '), width),
    ...field('sent', evidence.sent, width, 'code'),
    ...field('expected', evidence.expected, width, 'good'),
    ...field('received', evidence.received, width, defect.severity === 'error' ? 'bad' : 'warn'),
    ...otherAnswers(defect).flatMap((text) => field('also', text, width)),
    ...field('effect', evidence.effect, width),
    ...fixLines(evidence.fix, defect.check, width),
    ...field('blocks', steps.length === 0 ? undefined : listOf(steps, 8), width),
    ...field('seen', seenOf(defect), width),
    ...commandLines('replay', replay(evidence), evidence.id, width),
    ...(curl ? commandLines('repeat', evidence.repeat, evidence.id, width) : []),
  ];
}

/** `✗ SC2104  Title        dialects`, the dialects at the right edge where there is room, else below. */
function titleLines({ check, title, severity, findings }: Defect, width: number): Line[] {
  const head = `${markOf(severity)} ${clip(escapeTerminal(check), 20)}  `;
  const dialects = [...new Set(findings.map((each) => each.dialect))].join(', ');
  const [start = '', ...rest] = wrap(shorten(title, LONGEST), Math.max(10, width - widthOf(head)));
  const gap = width - widthOf(head) - widthOf(start) - widthOf(dialects);
  const first: Line = [span(head, styleOf(severity)), span(start, 'strong')];
  const more = rest.map((text): Line => [span(' '.repeat(widthOf(head))), span(text, 'strong')]);
  if (rest.length === 0 && gap >= 2) return [[...first, span(' '.repeat(gap)), span(dialects, 'dim')]];
  return [first, ...more, ...indented(dialects, width, 'dim')];
}

/** Scenario file and step on one line where they fit. */
function placeLines({ source, label, scenario, step }: FindingEvent, width: number): Line[] {
  const where = source === undefined ? scenario : placeOf(source);
  const what = label ?? (step === undefined ? undefined : `step ${step}`);
  if (where === undefined) return indented(what ?? 'outside the scenarios', width, 'dim');
  const joined = escapeTerminal(what === undefined ? where : `${where}   ${shorten(what, LONGEST)}`);
  if (INDENT + widthOf(joined) <= width || what === undefined) return indented(joined, width, 'dim');
  return [...indented(where, width, 'dim'), ...indented(shorten(what, LONGEST), width, 'dim')];
}

function fixLines(fix: string, check: string, width: number): Line[] {
  const lines = field('fix', fix, width);
  const explain = escapeTerminal(`scim-check explain ${check}`);
  const last = lines.at(-1);
  const used = widthOf((last ?? []).map((each) => each.text).join(''));
  if (last !== undefined && used + 3 + widthOf(explain) <= width) return [...lines.slice(0, -1), [...last, span(`   ${explain}`, 'dim')]];
  return [...lines, ...indented(explain, width, 'dim', INDENT + LABEL)];
}

/** A command that does not fit stands alone on its line, from the first column on, so that it can be selected whole. */
function commandLines(label: string, command: string | undefined, id: string, width: number): Line[] {
  if (command === undefined) return [];
  if (command.length > LONGEST_COMMAND)
    return field(label, `a command of ${command.length} characters, in the JSON report at ${id}`, width);
  const head = span(`${' '.repeat(INDENT)}${label.padEnd(LABEL)}`, 'dim');
  const text = span(command, 'code');
  return INDENT + LABEL + widthOf(text.text) <= width ? [[head, text]] : [[head], [text]];
}

/**
 * A labelled text, wrapped under itself: `  rule      RFC 7644 …`. Where the width is small the text is narrow but never gone.
 *
 * @param label up to eight characters
 * @param text any text; undefined: no lines
 * @param width in columns
 * @param style of the text
 */
export function field(label: string, text: string | undefined, width: number, style: Style = 'plain'): Line[] {
  if (text === undefined) return [];
  const room = Math.max(10, width - INDENT - LABEL);
  return wrap(shorten(text, LONGEST), room).map((line, at) => [
    span(' '.repeat(INDENT) + (at === 0 ? label : '').padEnd(LABEL), 'dim'),
    span(line, style),
  ]);
}

/**
 * Text below a heading, or one that begins at the edge.
 *
 * @param text any text
 * @param width in columns
 * @param style of the text
 * @param indent of every line, in columns
 */
export function indented(text: string, width: number, style: Style = 'plain', indent = INDENT): Line[] {
  return wrap(shorten(text, LONGEST_TEXT), Math.max(10, width - indent)).map((line) => [span(' '.repeat(indent)), span(line, style)]);
}
