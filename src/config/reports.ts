import { didYouMean } from '../yaml/nearest.js';
import { UsageError } from './usage-error.js';

/** A report that was asked for. */
export interface ReportRequest {
  readonly name: string;
  /** Path to write to; absent: standard output. */
  readonly path?: string;
}

/** Reports that can share standard output: lines for people, and lines that a CI system picks out of the log. */
const LINES = ['terminal', 'github'];

/**
 * The reports to write. The terminal report is shown unless another one goes to standard output.
 *
 * @param texts values of `--report`: NAME or NAME=FILE
 * @param known names of the reports that there are
 * @throws UsageError for an unknown report, a file named twice, or reports that would be mixed on standard output
 */
export function reportRequests(texts: readonly string[], known: readonly string[]): ReportRequest[] {
  const parsed = texts.map((text) => parseRequest(text, known));
  const requests = parsed.filter(
    (each, index) => parsed.findIndex((other) => other.name === each.name && other.path === each.path) === index,
  );
  const onStdout = requests.filter((each) => each.path === undefined).map((each) => each.name);
  if (onStdout.length > 1 && onStdout.some((name) => !LINES.includes(name)))
    throw new UsageError(
      `the reports ${onStdout.join(' and ')} would be mixed on standard output`,
      'Give all but one a file: --report NAME=FILE.',
    );
  const paths = requests.flatMap((each) => each.path ?? []);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) throw new UsageError(`two reports would be written to ${twice}`);
  const shown = onStdout.length > 0 || requests.some((each) => each.name === 'terminal');
  return shown ? requests : [{ name: 'terminal' }, ...requests];
}

function parseRequest(text: string, known: readonly string[]): ReportRequest {
  const cut = text.indexOf('=');
  const name = cut === -1 ? text : text.slice(0, cut);
  if (!known.includes(name)) throw new UsageError(`there is no report "${name}"`, didYouMean(name, known));
  const path = cut === -1 ? '-' : text.slice(cut + 1);
  if (path === '') throw new UsageError(`a file name is missing after "${name}="`);
  return path === '-' ? { name } : { name, path };
}
