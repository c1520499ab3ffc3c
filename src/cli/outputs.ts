import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { makeFolder } from '../base/make-folder.js';
import { reasonOf, UsageError } from '../config/usage-error.js';

/** A file that a report goes to. It was opened before anything was sent, so a wrong path costs no run. */
export interface ReportFile {
  write(text: string): void;
  /** Puts the finished report in its place. */
  close(): void;
  /** Leaves the place as it was. */
  discard(): void;
}

/**
 * Opens the file of a report. A live report is written in place, for those who follow it. Any other is written beside
 * its place and then moved there: nobody reads half a report, and an earlier one stays until the new one is complete.
 *
 * @param cwd working directory
 * @param path where the report goes; missing folders are made
 * @param live written while the run goes on
 * @throws UsageError when nothing can be written there
 */
export function openReportFile(cwd: string, path: string, live: boolean): ReportFile {
  const place = resolve(cwd, path);
  try {
    makeFolder(dirname(place));
    const special = existsSync(place) && !statSync(place).isFile();
    if (!live && !special) return beside(place);
    const descriptor = openSync(place, 'w');
    return inBlocks(descriptor);
  } catch (error) {
    throw new UsageError(`the report file ${path} cannot be written: ${reasonOf(error)}`);
  }
}

/** How much text of a live report is kept back, in UTF-16 units, and for how long, in milliseconds. */
const BLOCK = 64 * 1024;
const DELAY_MS = 100;

/** Thousands of events are not written one by one; who follows the file sees them a moment later. */
function inBlocks(descriptor: number): ReportFile {
  let kept = '';
  let timer: NodeJS.Timeout | undefined;
  let failure: unknown;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const text = kept;
    kept = '';
    if (text !== '') writeAll(descriptor, text);
  };
  const close = (): void => {
    try {
      flush();
    } finally {
      closeSync(descriptor);
    }
  };
  // Nobody catches what a timer throws: whoever writes next is told.
  const later = (): void => {
    try {
      flush();
    } catch (error) {
      failure = error;
    }
  };
  return {
    write(text) {
      if (failure !== undefined) throw failure;
      kept += text;
      if (kept.length >= BLOCK) flush();
      else timer ??= setTimeout(later, DELAY_MS).unref();
    },
    close,
    discard: close,
  };
}

function beside(place: string): ReportFile {
  if (existsSync(place)) closeSync(openSync(place, 'r+'));
  const draft = join(dirname(place), `.${basename(place)}.${Date.now().toString(36)}.tmp`);
  const descriptor = openSync(draft, 'wx');
  return {
    write: (text) => writeAll(descriptor, text),
    close: () => {
      closeSync(descriptor);
      renameSync(draft, place);
    },
    discard: () => {
      closeSync(descriptor);
      rmSync(draft, { force: true });
    },
  };
}

/** A pipe or a full device may take less than all at once. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}
