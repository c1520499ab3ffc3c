import type { RunEvent } from '../event/event.js';

/** Where a report goes, and what that place can do. The command line decides all of it. */
export interface ReportOutput {
  /** Takes text as it is; may be called any number of times. */
  write(text: string): void;
  /** Width of the terminal in columns. */
  readonly columns: number;
  /** The level that chalk understands: 0 none, 1 sixteen colours, 2 256 colours, 3 true colour. */
  readonly colour: 0 | 1 | 2 | 3;
  /** Whether a line may be drawn again: a terminal in front of a person. */
  readonly interactive: boolean;
  /** How much is told; default: what matters most. */
  readonly detail?: Detail;
  /** Where the user's files stand, for reports that point to them; default: the working directory is their root. */
  readonly repository?: Repository;
  /** Takes Markdown for the page of a CI job, where there is one. */
  readonly summary?: (markdown: string) => void;
  /** Milliseconds since any fixed moment, for the time shown while the run goes on. Default: the system clock. */
  readonly now?: () => number;
}

/** The repository that a run is made from. */
export interface Repository {
  /** Absolute path. */
  readonly root: string;
  /** The working directory, an absolute path in it. */
  readonly cwd: string;
  /** The file that made the run, such as the workflow of a CI system, as a path from the root. */
  readonly workflow?: string;
}

/** How much a report for people tells. */
export interface Detail {
  /** Verdicts, what to mend and what is left, and nothing else. */
  readonly quiet?: boolean;
  /** Each scenario as it ends, and each one that was not played. */
  readonly verbose?: boolean;
  /** Every defect at length, with the command that repeats its request. */
  readonly full?: boolean;
  /** As many defects are told at length. */
  readonly maxFindings?: number;
}

/** One report being written: takes the events of a run in order, then the end. */
export interface Report {
  event(event: RunEvent): void;
  /** No event follows. Called once, also when the run broke off. A report that loads what it needs only then is written later. */
  end(): void | Promise<void>;
}

/** A view of a run: one file each under src/report/. */
export interface Reporter {
  /** As `--report` names it. */
  readonly name: string;
  /** One line for `--help`. */
  readonly description: string;
  /** Whether it writes while the run goes on; otherwise at the end. */
  readonly live: boolean;
  create(out: ReportOutput): Report;
}
