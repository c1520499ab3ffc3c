/** What a look at one thing has come to. `skipped`: it cannot be looked at here, or what comes before it failed. */
export type LineStatus = 'ok' | 'warning' | 'failed' | 'skipped';

/** One line of a diagnosis. */
export interface DoctorLine {
  /** What was looked at: `DNS`, `credential`. */
  readonly name: string;
  readonly status: LineStatus;
  /** What was seen, one sentence. */
  readonly text: string;
  /** What to do about it; absent where there is nothing to do. */
  readonly advice?: string;
}
