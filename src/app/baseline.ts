import { writeWhole } from '../base/write-whole.js';
import type { Baseline } from '../baseline/baseline.js';
import { compare } from '../baseline/compare.js';
import { loadBaseline } from '../baseline/load.js';
import { updatedText, whyNoUpdate } from '../baseline/update.js';
import type { PlannedBaseline } from '../config/baseline.js';
import { clientNames } from '../config/clients.js';
import { reasonOf } from '../config/usage-error.js';
import type { BaselineEvent, RunEvent, Sink } from '../event/event.js';

/**
 * Puts in front of the last event of a run what its baseline makes of it, and writes the baseline anew where that was asked for.
 *
 * @param planned the baseline
 * @param redact hides secrets
 * @param sink receives the events, which `redact` has seen
 */
export function withBaseline(planned: PlannedBaseline, redact: (event: RunEvent) => RunEvent, sink: Sink): Sink {
  const events: RunEvent[] = [];
  return (event) => {
    if (event.type !== 'exchange' && event.type !== 'step-started') events.push(event);
    if (event.type === 'run-finished') sink(redact(comparedWith(planned, events)));
    sink(event);
  };
}

function comparedWith(planned: PlannedBaseline, events: readonly RunEvent[]): BaselineEvent {
  const { baseline, file, update } = planned;
  const updated = update ? updatedBaseline(planned, events) : baseline;
  if (typeof updated !== 'string') return compare(updated, file, events);
  const compared = compare(baseline, file, events);
  return { ...compared, problems: [{ kind: 'not-updated', message: `${file} was not written anew: ${updated}` }, ...compared.problems] };
}

/** The baseline as it is written anew, or why it is not. */
function updatedBaseline({ baseline, file, path, text, warnings }: PlannedBaseline, events: readonly RunEvent[]): Baseline | string {
  const why = whyNoUpdate(events);
  if (why !== undefined) return why;
  const written = updatedText(text, baseline, events, warnings);
  const scenarios = [...scenariosIn(events), ...baseline.entries.flatMap((entry) => entry.scenarios)];
  const read = loadBaseline(written, file, { scenarios, clients: clientNames() });
  if (read.baseline === undefined) throw new Error(`the baseline that was made cannot be read: ${read.problems[0]?.message}`);
  try {
    writeWhole(path, written);
  } catch (error) {
    return `it cannot be written: ${reasonOf(error)}`;
  }
  return read.baseline;
}

function scenariosIn(events: readonly RunEvent[]): string[] {
  return [...new Set(events.flatMap((event) => (event.type === 'scenario-finished' ? [event.scenario] : [])))];
}
