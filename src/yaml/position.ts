/** A place in a file, counted from 1. Columns count UTF-16 code units, as editors do. */
export interface Position {
  /** Path as shown to the user, relative to the working directory where possible. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
