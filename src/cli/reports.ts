import { type ReportRequest, reportRequests } from '../config/reports.js';
import { reasonOf, UsageError } from '../config/usage-error.js';
import type { Sink } from '../event/event.js';
import { REPORTERS } from '../report/registry.js';
import type { Detail, Report, Reporter, ReportOutput } from '../report/reporter.js';
import type { Io, Output } from './io.js';
import { openReportFile, type ReportFile } from './outputs.js';
import { placeOfRun } from './repository.js';

type Reporters = Readonly<Record<string, Reporter>>;

/** All reports of a run, being written. */
export interface OpenReports {
  /** Give it events that the redactor has seen. */
  readonly sink: Sink;
  /**
   * No event follows: puts finished reports in their places.
   *
   * @returns one sentence for each report that could not be written
   * @throws Error of a report that failed for another reason
   */
  end(): Promise<readonly string[]>;
  /** The run did not take place, or is cut off: files stay as they were. */
  discard(): void;
}

/** How reports are opened. */
interface Opening {
  /** How much reports for people tell. */
  readonly detail?: Detail;
  /** Those that there are, by name; default: the registry. */
  readonly reporters?: Reporters;
  /** What cannot be written is told at the end, and the others are. Default: it is refused before anything is sent. */
  readonly isPatient?: boolean;
}

/**
 * Opens all reports before anything is sent.
 *
 * @param io the process, for standard output
 * @param texts values of `--report`
 * @param opening how they are opened
 * @throws UsageError when a report is unknown or a file cannot be written
 */
export function openReports(io: Io, texts: readonly string[], opening: Opening = {}): OpenReports {
  const { reporters = REPORTERS } = opening;
  const opened: Opened[] = [];
  try {
    for (const request of reportRequests(texts, Object.keys(reporters))) opened.push(open(io, request, reporters, opening));
  } catch (error) {
    for (const each of opened) drop(each);
    throw error;
  }
  return {
    sink: (event) => {
      for (const each of opened) give(each, (report) => report.event(event));
    },
    end: async () => {
      for (const each of opened) {
        await finish(each);
        give(each, () => each.file?.close());
        if (each.failure !== undefined) drop(each);
      }
      const failed = opened.filter((each) => each.failure !== undefined);
      const fault = failed.find(({ failure }) => !isOfSystem(failure));
      if (fault !== undefined) throw fault.failure;
      return failed.map(({ name, failure }) =>
        failure instanceof UsageError ? failure.message : `the report ${name} could not be written: ${reasonOf(failure)}`,
      );
    },
    discard: () => {
      for (const each of opened) drop(each);
    },
  };
}

interface Opened {
  /** `json=report.json`. */
  readonly name: string;
  readonly report: Report;
  readonly file: ReportFile | undefined;
  failure?: unknown;
}

function open(io: Io, request: ReportRequest, reporters: Reporters, { detail = {}, isPatient = false }: Opening): Opened {
  const reporter: Reporter | undefined = Object.entries(reporters).find(([name]) => name === request.name)?.[1];
  if (reporter === undefined) throw new Error(`no report ${request.name}`);
  const name = request.path === undefined ? request.name : `${request.name}=${request.path}`;
  let file: ReportFile | undefined;
  try {
    file = request.path === undefined ? undefined : openReportFile(io.cwd, request.path, reporter.live);
  } catch (failure) {
    if (!isPatient) throw failure;
    return { name, report: NOTHING, file: undefined, failure };
  }
  const place = placeOfRun(io);
  const out: ReportOutput =
    file === undefined
      ? standardOutput(io.out, detail, place)
      : { write: file.write, columns: 120, colour: 0, interactive: false, detail, ...place };
  return { name, report: reporter.create(out), file };
}

/** In place of a report that cannot be written. */
const NOTHING: Report = { event: () => undefined, end: () => undefined };

/** A full disk, a device that is gone: no fault of scim-check's. */
function isOfSystem(error: unknown): boolean {
  return error instanceof UsageError || (error instanceof Error && 'syscall' in error);
}

/** The width of a terminal may change while the run goes on. */
function standardOutput(out: Output, detail: Detail, place: Partial<ReportOutput>): ReportOutput {
  const { colour, interactive } = out;
  return {
    write: out.write,
    get columns() {
      return out.columns;
    },
    colour,
    interactive,
    detail,
    ...place,
  };
}

/** A report that fails is dropped and told at the end: the run, its clean-up and the other reports go on. */
function give(opened: Opened, act: (report: Report) => void): void {
  if (opened.failure !== undefined) return;
  try {
    act(opened.report);
  } catch (error) {
    opened.failure = error;
  }
}

/** What cannot even be taken away stays: the other reports matter more. */
function drop({ file }: Opened): void {
  try {
    file?.discard();
  } catch {
    // Told already by the failure that led here.
  }
}

async function finish(opened: Opened): Promise<void> {
  if (opened.failure !== undefined) return;
  try {
    await opened.report.end();
  } catch (error) {
    opened.failure = error;
  }
}
