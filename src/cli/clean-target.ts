import { existsSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { connect } from '../app/connect.js';
import { systemClock } from '../base/clock.js';
import type { Reach } from '../config/plan.js';
import { clean } from '../engine/cleanup/resume-cleanup.js';
import type { CleanupFinished, CleanupProgress, RunEvent } from '../event/event.js';
import { escapeTerminal } from '../report/escape.js';
import { countOf } from '../report/words.js';
import type { Io } from './io.js';

/**
 * Removes what the ledgers of a target list, and tells it.
 *
 * @param io the process
 * @param reach how the target is reached
 * @returns exit code: 0 nothing is left, 1 something is, 3 the target gave no usable answer
 */
export async function cleanTarget(io: Io, reach: Reach): Promise<0 | 1 | 3> {
  const clock = systemClock();
  const oddities: string[] = [];
  const { transport, secrets } = await connect(reach, clock, { notify: (message) => oddities.push(message) });
  const cleanups: CleanupFinished[] = [];
  const print = (text: string): void => io.out.write(`${escapeTerminal(text)}\n`);
  const sink = (event: RunEvent): void => {
    if (event.type === 'cleanup') cleanups.push(event);
    if (event.type === 'cleanup-progress') printProgress(event, io, print);
  };
  try {
    const redactedSink = (event: RunEvent): void => sink(secrets.event(event));
    for (const [name, value] of Object.entries(reach.setup)) print(`${name}: ${String(value)}`);
    for (const notice of reach.notices) print(`Note: ${notice}`);
    const result = await clean(
      { target: reach.target, transport, clock, ledgerDirectory: reach.ledgerDirectory, redact: secrets.text },
      redactedSink,
    );
    for (const oddity of oddities) print(`Note: ${oddity}`);
    for (const problem of result.problems) print(`Not read: ${problem}`);
    for (const other of result.others) print(`Left alone: ${other.file} is about another target, ${other.target}`);
    for (const { file, pid } of result.underWay) {
      const which = pid === undefined ? '' : ` (process ${pid})`;
      print(`Left alone: the run of ${file} is still under way${which}; it removes what it creates by itself.`);
    }
    if (result.unusable !== undefined) print(`Nothing was removed: ${result.unusable}`);
    if (result.ledgers + result.underWay.length + result.problems.length === 0) {
      // A name that is not even that of a folder may be anything, and is not repeated.
      const place = existsSync(reach.ledgerDirectory) ? ` in ${reach.ledgerDirectory}` : ': there is no such folder';
      print(`There is no ledger of ${reach.target.display}${place}: nothing to remove.`);
    }
    for (const cleanup of cleanups) printResult(cleanup, print);
    const left = cleanups.some((cleanup) => cleanup.left.length > 0);
    if (result.unusable !== undefined) return 3;
    return left || result.problems.length + result.underWay.length > 0 ? 1 : 0;
  } finally {
    await transport.close();
    await rmdir(reach.ledgerDirectory).catch(() => undefined);
  }
}

/** In logs it says once what is to come; a person sees the numbers go by. */
function printProgress({ done, of }: CleanupProgress, io: Io, print: (text: string) => void): void {
  if (io.out.interactive) io.out.write(`\r\u001b[2K${done < of ? `Removing ${countOf(of, 'resource')}: ${done} done` : ''}`);
  else if (done === 0) print(`Removing ${countOf(of, 'resource')} …`);
}

function printResult(cleanup: CleanupFinished, print: (text: string) => void): void {
  print(
    `${countOf(cleanup.deleted, 'resource')} removed, ${cleanup.left.length === 0 ? 'nothing left behind' : `${cleanup.left.length} left`}.`,
  );
  for (const { resourceType, name, id, reason } of cleanup.left)
    print(`  ${resourceType} ${name}${id === '' ? '' : ` (${id})`}: ${reason}`);
  if (cleanup.ledger !== undefined) print(`  They stay in ${cleanup.ledger}.`);
}
