/** A mistake in what the user gave: flags, environment, files. The command line answers with exit code 2. */
export class UsageError extends Error {
  /** What to do about it, in one or two sentences. */
  readonly hint: string | undefined;

  /**
   * @param message what is wrong, one sentence; never a secret
   * @param hint what to do about it
   */
  constructor(message: string, hint?: string | undefined) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/**
 * Names the option of a value that is not right.
 *
 * @param option as it is typed: `--budget`
 * @param parse reads the value
 * @throws UsageError what `parse` throws, with the option's name before it
 */
export function flagged<T>(option: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`flag ${option}: ${error.message}`, error.hint) : error;
  }
}

/**
 * A system error's code and meaning without the path, which the caller names itself.
 *
 * @param error what a file operation threw
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? error.message;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'it is a directory',
  EEXIST: 'a file stands there',
  ENOTDIR: 'a part of the path is not a directory',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
};
