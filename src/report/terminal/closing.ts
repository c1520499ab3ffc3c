import { widthOf } from '../../base/text-width.js';
import type { Defect } from '../../event/defects.js';
import type { CleanupFinished, RunFinished } from '../../event/event.js';
import { type Verdict, verdictsOf } from '../../event/verdict.js';
import { field, indented } from '../finding-text.js';
import { BLANK, type Line, pad, shorten, span } from '../layout.js';
import type { RunRecord } from '../record.js';
import { ABORTED, countsOf, familyCost, VERDICTS, verdictWords } from '../verdict-words.js';
import { countOf, listOf } from '../words.js';

/** So many checks are named as the ones to mend. */
const TO_FIX = 4;

/**
 * What to mend first, and where to read on: `fix first SC2116, SC2104 and 16 more`.
 *
 * @param defects all of the run, by weight
 * @param width in columns
 */
export function toFixLines(defects: readonly Defect[], width: number): Line[] {
  const [first] = defects;
  if (first === undefined) return [];
  const checks = [...new Set(defects.map(({ check }) => check))];
  const others = checks.length > TO_FIX ? '   all of them: --full' : '';
  return [
    ...field('fix first', listOf(checks, TO_FIX), width, 'strong'),
    ...field('', `scim-check explain ${first.check}${others}`, width, 'dim'),
    BLANK,
  ];
}

/** As many left-over resources are named of each reason; all stand in the ledger. */
const NAMED = 3;
/** As many reasons are told. */
const REASONS = 3;

/**
 * What became of the resources that the run created. What is left is told loudly.
 *
 * @param cleanup the result of the clean-up
 * @param command removes what is left
 * @param width in columns
 */
export function cleanupLines(cleanup: CleanupFinished, command: string, width: number): Line[] {
  const { created, deleted, left, ledger } = cleanup;
  if (left.length === 0) {
    const text =
      created === 0 ? 'Clean-up: nothing was created.' : `Clean-up: ${created} created, ${deleted} deleted, nothing left behind.`;
    return [...indented(text, width, 'dim', 0), BLANK];
  }
  const title = `! Clean-up incomplete: ${countOf(left.length, 'resource')} of this run ${left.length === 1 ? 'is' : 'are'} still in the target`;
  return [
    ...indented(title, width, 'bad', 0),
    ...leftLines(left, width),
    // Without a ledger nobody could say what is to be deleted: such a target was the run's own.
    ...(ledger === undefined ? [] : indented(`They stand in ${ledger}.`, width)),
    ...(ledger === undefined ? [] : indented(`To delete them, run: ${command}`, width, 'strong')),
    BLANK,
  ];
}

/** What has the same reason is told together, so that the last screen has room for the rest. */
function leftLines(left: CleanupFinished['left'], width: number): Line[] {
  const reasons = [...new Set(left.map(({ reason }) => reason))];
  const shown = reasons.slice(0, REASONS).flatMap((reason) => {
    const alike = left.filter((each) => each.reason === reason);
    // Nobody knows the id of what a creation was not answered for.
    const names = alike.map(
      ({ resourceType, id, name }) => `${resourceType} ${shorten(name, 100)}${id === '' ? '' : ` (${shorten(id, 100)})`}`,
    );
    return [...indented(shorten(reason, 200), width, 'plain', 4), ...indented(listOf(names, NAMED), width, 'plain', 6)];
  });
  const more = reasons.length - REASONS;
  return more > 0 ? [...shown, ...indented(`and for ${countOf(more, 'other reason')}`, width, 'plain', 4)] : shown;
}

/**
 * Said when the clean-up begins, in logs: it may take as long as the run.
 *
 * @param count how many resources there are to remove
 * @param width in columns
 */
export function removingLines(count: number, width: number): Line[] {
  return indented(`Removing ${countOf(count, 'resource')} …`, width, 'dim', 0);
}

/**
 * Why the run ended before its plan did; nothing when it did not.
 *
 * @param finished the last event, when there is one
 * @param width in columns
 */
export function abortedLines(finished: RunFinished | undefined, width: number): Line[] {
  if (finished === undefined) return [...indented('✗ The run broke off: its last event is missing.', width, 'bad', 0), BLANK];
  if (finished.aborted === undefined) return [];
  const { kind, message } = finished.aborted;
  return [...indented(`✗ ${ABORTED[kind]}: ${shorten(message, 1000)}`, width, 'bad', 0), BLANK];
}

/**
 * The answer, one line per client: `entra  ✗ not ready   2 blocking findings   301 requests + 123 reads, 16.9 s`.
 *
 * @param run the run
 * @param width in columns
 */
export function verdictLines(run: RunRecord, width: number): Line[] {
  const verdicts = verdictsOf(run.events);
  const name = Math.max(...verdicts.map((each) => widthOf(each.client)));
  const words = Math.max(...verdicts.map((each) => widthOf(verdictWords(each))));
  return verdicts.flatMap((verdict): Line[] => [
    ...verdictLine(run, verdict, name, words, width),
    ...(verdict.advice === undefined ? [] : missingLines(verdict, name, width)),
    ...notProvisionedLines(verdict, name, width),
  ]);
}

/** The rest stands in the reports. */
const LONGEST_REASON = 200;

/** What was not tested, and what to do about it. */
function missingLines({ reason = '', advice = '' }: Verdict, name: number, width: number): Line[] {
  return [...indented(shorten(reason, LONGEST_REASON), width, 'plain', name + 2), ...indented(`→ ${advice}`, width, 'strong', name + 2)];
}

/** What the client does without, said once for each reason. */
function notProvisionedLines({ coverage }: Verdict, name: number, width: number): Line[] {
  const denied = coverage.capabilities.filter(({ status }) => status === 'not-provisioned');
  const reasons = [...new Set(denied.map(({ reason = '' }) => reason))];
  return reasons.flatMap((reason) => {
    const alike = denied.filter((each) => each.reason === reason);
    const text = `not provisioned: ${alike.map(({ capability }) => capability).join(', ')} (${shorten(reason, 200)})`;
    return [...indented(text, width, 'plain', name + 4), ...indented(alike[0]?.advice ?? '', width, 'plain', name + 4)];
  });
}

function verdictLine(run: RunRecord, verdict: Verdict, name: number, words: number, width: number): Line[] {
  const style = VERDICTS[verdict.verdict][1];
  const said = verdictWords(verdict);
  const head: Line = [span(`${pad(verdict.client, name)}  `, 'strong'), span(pad(said, words), style)];
  // Why nothing was tested stands just above, where it is why the run ended.
  const untested = verdict.reason === run.finished?.aborted?.message ? '' : shorten(verdict.reason ?? '', 200);
  const why = span(verdict.verdict === 'not-tested' ? untested : countsOf(verdict)).text;
  const cost = familyCost(run, verdict);
  const used = name + 2 + words;
  const gap = width - used - 3 - widthOf(why) - widthOf(cost);
  if (gap >= 3 || (why === '' && gap >= 0)) return [[...head, span(`   ${why}`), span(' '.repeat(gap)), span(cost, 'dim')]];
  if (used + 3 + widthOf(why) <= width && verdict.verdict === 'not-tested') return [[...head, span(`   ${why}`)]];
  const rest = width - used - widthOf(cost);
  const below = indented(why, width, 'plain', name + 4);
  if (rest >= 3) return [[...head, span(' '.repeat(rest)), span(cost, 'dim')], ...below];
  return [head, ...(why === '' ? [] : below), ...indented(cost, width, 'dim', name + 4)];
}
