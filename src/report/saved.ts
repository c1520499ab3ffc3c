import type { RunEvent } from '../event/event.js';
import { isObject } from '../scim/json.js';
import { explain } from './ndjson/explain.js';
import { validatorOf } from './ndjson/validators.js';

/** A line of a saved run that cannot be used. Its message may hold text from the file. */
export interface EventProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
  /** The last line is cut off, as when a run is killed while it writes: the lines before it are good all the same. */
  readonly torn: boolean;
}

/** Of a file that is no saved run at all, so many lines are complained of. */
const MOST_PROBLEMS = 20;

/**
 * Reads the events of a saved run. What is not valid is left out and told; the caller decides whether the rest is of use.
 *
 * @param text an ndjson report
 * @returns the valid events in order, and what is wrong with the others
 * @throws Error when the installation is damaged
 */
export function parseEvents(text: string): { readonly events: readonly RunEvent[]; readonly problems: readonly EventProblem[] } {
  const events: RunEvent[] = [];
  const problems: EventProblem[] = [];
  const lines = text.replace(/^\ufeff/, '').split('\n');
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    if (problems.length >= MOST_PROBLEMS) break;
    const report = (message: string, torn = false): void => void problems.push({ line: at + 1, message, torn });
    const value = parseLine(line);
    // Every complete line ends with a line break, so that text after the last one is a line that was being written.
    if (value === undefined && events.length + problems.length === 0 && at < lines.length - 1) {
      // What begins as no run is none, and its further lines are of no interest.
      report(noRun(text));
      break;
    }
    if (value === undefined)
      report(at === lines.length - 1 ? 'the line is cut off' : 'the line is no JSON object', at === lines.length - 1);
    else if (events.length === 0 && value.type !== 'run-started' && problems.length === 0) report('a saved run begins with run-started');
    else if (events.length > 0 && value.type === 'run-started') {
      report('a second run begins here, which is not read: save one run per file');
      break;
    } else if (isEvent(value)) events.push(value);
    else report(whyNot(value));
  }
  if (events.length === 0 && problems.length === 0) problems.push({ line: 1, message: 'there are no events', torn: false });
  return { events, problems };
}

/** Of the file's first line: the JSON report of a run is easily taken for the run. */
function noRun(text: string): string {
  return /^\s*\{\s*"format": 1,\s*"version":/.test(text)
    ? 'this is the JSON report of a run, which has its result and not its events'
    : 'this is no saved run: its first line is no JSON object';
}

function parseLine(line: string): { readonly type: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? { type: undefined, ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isEvent(value: { readonly type: unknown }): value is RunEvent {
  return typeof value.type === 'string' && validatorOf(value.type)?.(value) === true;
}

function whyNot({ type }: { readonly type: unknown }): string {
  const validate = typeof type === 'string' ? validatorOf(type) : undefined;
  if (validate === undefined) return `there is no event of type ${JSON.stringify(type) ?? 'undefined'}`;
  return `${String(type)}: ${explain(validate.errors?.[0])}`;
}
