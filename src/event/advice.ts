import type { Coverage } from './coverage.js';
import type { CutBy, FindingEvent, RunFinished, RunStarted } from './event.js';

const ADVICE: Readonly<Record<Exclude<CutBy, 'other'>, string>> = {
  throttled: 'Let the target take more requests from this client, play one scenario at a time (--jobs 1), or allow more time (--deadline).',
  unanswered: 'See why the target did not answer, or wait longer for each answer (--timeout); then run again.',
  stopped: 'Let the run come to its end, with more time if it needs it (--deadline).',
  endless: 'Use a tenant with fewer users, or allow more time (--deadline).',
  unserved: 'See what the target wants of each request; this client does not send it.',
  unread: 'Use a tenant with less in it, or let the target answer with less: what it sent is more than is read of one answer.',
};

/**
 * What to do so that a verdict becomes complete, in one line.
 *
 * @param coverage what was played
 * @param aborted why the run ended before its plan did
 * @param findings what speaks against the client, and what warns of it
 * @param started what was to be played
 */
export function adviceFor(
  coverage: Coverage,
  aborted: RunFinished['aborted'],
  findings: readonly FindingEvent[],
  started: RunStarted | undefined,
): string {
  if (aborted?.kind === 'deadline') return 'Allow more time: --deadline MINUTES.';
  if (aborted?.kind === 'throttled') return ADVICE.throttled;
  if (aborted?.kind === 'lost') return ADVICE.unanswered;
  if (aborted?.kind === 'ledger') return 'Make room for the ledger, or keep it elsewhere: --ledger DIRECTORY.';
  if (aborted?.kind === 'interrupted') return 'Let the run come to its end.';
  if (aborted !== undefined) return ADVICE.stopped;
  const [cut] = coverage.cut;
  if (cut?.cut !== undefined && cut.cut !== 'other') return ADVICE[cut.cut];
  // What blocks the most is the first to mend.
  const [first] = findings.filter((finding) => finding.blocks.length > 0).toSorted((a, b) => b.blocks.length - a.blocks.length);
  if (first !== undefined)
    return `Fix ${first.check} first: ${first.blocks.length === 1 ? 'a step waits' : `${first.blocks.length} steps wait`} for it.`;
  const isDisproven = findings.length > 0 && coverage.capabilities.some(({ status }) => status === 'disproven');
  if (isDisproven || findings.some((finding) => finding.severity === 'error')) return 'Fix the findings, then run again.';
  if (cut !== undefined) return `See to what kept scenarios from going on (${cut.reason}), then run again.`;
  if (started?.mapping.unsent !== undefined)
    return 'Give these attributes expressions that can be evaluated, or take them out of a copy of the mapping.';
  if (started?.selected === true) return 'Play all scenarios: name none.';
  return 'Give the run a mapping that has the attributes: --mapping entra-default, or a file of your own.';
}
