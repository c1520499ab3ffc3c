import { widthOf } from '../base/text-width.js';
import { escapeTerminal } from './escape.js';
import { type FindingGroup, seenOf } from './grouping.js';
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

/**
 * A finding as a block of lines, in the manner of a compiler's message: what, where, who demands it, what was sent, expected and
 * received, what it does in the real world, how to fix it, how to repeat it.
 *
 * @param group the finding, with its likes in other dialects of the client
 * @param width in columns; only the command to repeat may be longer, so that it can be copied as one line
 */
export function findingLines(group: FindingGroup, width: number): Line[] {
  const { first } = group;
  const steps = stepRanges(group.all.flatMap((each) => each.blocks));
  const seen = seenOf(group);
  return [
    ...titleLines(group, width),
    ...placeLines(group, width),
    ...field('rule', [...new Set(first.authorities.map(authorityOf))].join(' · '), width),
    ...field('sent', first.sent, width, 'code'),
    ...field('expected', first.expected, width, 'good'),
    ...field('received', first.received, width, first.severity === 'error' ? 'bad' : 'warn'),
    ...field('effect', first.effect, width),
    ...fixLines(first.fix, first.check, width),
    ...field('blocks', steps.length === 0 ? undefined : listOf(steps, 8), width),
    ...field('seen', seen, width),
    ...repeatLines(first.repeat, first.id, width),
  ];
}

/** `✗ SC2104  Title        dialects`, the dialects at the right edge where there is room, else below. */
function titleLines(group: FindingGroup, width: number): Line[] {
  const { check, title, severity } = group.first;
  const [mark, style]: [string, Style] = severity === 'error' ? ['✗', 'bad'] : ['!', 'warn'];
  const head = `${mark} ${clip(escapeTerminal(check), 20)}  `;
  const dialects = group.all.map((each) => each.dialect).join(', ');
  const [start = '', ...rest] = wrap(shorten(title, LONGEST), Math.max(10, width - widthOf(head)));
  const gap = width - widthOf(head) - widthOf(start) - widthOf(dialects);
  const first: Line = [span(head, style), span(start, 'strong')];
  const more = rest.map((text): Line => [span(' '.repeat(widthOf(head))), span(text, 'strong')]);
  if (rest.length === 0 && gap >= 2) return [[...first, span(' '.repeat(gap)), span(dialects, 'dim')]];
  return [first, ...more, ...indented(dialects, width, 'dim')];
}

/** Scenario file and step on one line where they fit. */
function placeLines(group: FindingGroup, width: number): Line[] {
  const { source, label, scenario, step } = group.first;
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
function repeatLines(repeat: string | undefined, id: string, width: number): Line[] {
  if (repeat === undefined) return [];
  if (repeat.length > LONGEST_COMMAND)
    return field('repeat', `a command of ${repeat.length} characters, in the JSON report at ${id}`, width);
  const label = span(`${' '.repeat(INDENT)}${'repeat'.padEnd(LABEL)}`, 'dim');
  const command = span(repeat, 'code');
  return INDENT + LABEL + widthOf(command.text) <= width ? [[label, command]] : [[label], [command]];
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
