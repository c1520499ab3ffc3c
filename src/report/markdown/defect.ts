import type { Authority } from '../../check/check.js';
import type { Defect } from '../../event/defects.js';
import { replayCommand } from '../command.js';
import { markOf, otherAnswers, seenOf } from '../defect-words.js';
import { escapeMarkdown, markdownBlock, markdownCode } from '../escape.js';
import { shorten } from '../layout.js';
import type { RunRecord } from '../record.js';
import { authorityOf, listOf, placeOf, STAKES, stepRanges } from '../words.js';

const LONGEST = 600;
/** Longer commands nobody pastes from a ticket. */
const LONGEST_COMMAND = 3000;

/**
 * A defect as a section.
 *
 * @param run the run
 * @param defect one of its defects
 */
export function defectSection(run: RunRecord, defect: Defect): string[] {
  const { check, title, severity, impact, evidence, findings, blocks } = defect;
  const { sent, expected, received, effect, fix, authorities, source, scenario, label = '' } = evidence;
  const dialects = [...new Set(findings.map((each) => each.dialect))].join(', ');
  const where = source === undefined ? scenario : placeOf(source);
  const replay = replayCommand(run.started, evidence);
  const seen = seenOf(defect);
  return [
    `### ${markOf(severity)} ${escapeMarkdown(shorten(check, 20))} ${escapeMarkdown(shorten(title, 300))}`,
    '',
    `${STAKES[impact]}, ${escapeMarkdown(dialects)}. ${escapeMarkdown(shorten(effect, LONGEST))}`,
    '',
    `**Fix:** ${escapeMarkdown(shorten(fix, LONGEST))}`,
    '',
    ...(sent === undefined ? [] : [`- sent ${markdownCode(shorten(sent, LONGEST))}`]),
    `- expected ${markdownCode(shorten(expected, LONGEST))}`,
    `- received ${markdownCode(shorten(received, LONGEST))}`,
    ...otherAnswers(defect).map((text) => `- also ${markdownCode(shorten(text, LONGEST))}`),
    `- says who: ${authorities.map(linkOf).join(', ')}`,
    ...(where === undefined ? [] : [`- where: ${markdownCode(shorten(where, 200))} ${markdownCode(shorten(label, 200))}`.trimEnd()]),
    ...(blocks.length === 0 ? [] : [`- blocks ${markdownCode(listOf(stepRanges(blocks), 8))}`]),
    ...(seen === undefined ? [] : [`- seen ${escapeMarkdown(seen)}`]),
    ...(replay === undefined || replay.length > LONGEST_COMMAND ? [] : ['', markdownBlock(replay, 'sh')]),
  ];
}

/** Links lead to what the checks name, which is text of this program's own unless a saved run was changed. */
function linkOf(authority: Authority): string {
  const words = escapeMarkdown(authorityOf(authority));
  return /^https:\/\/[\w./#?=&%+-]+$/.test(authority.url ?? '') ? `[${words}](${authority.url})` : words;
}
