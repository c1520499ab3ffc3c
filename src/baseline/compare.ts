import { defined } from '../base/defined.js';
import type { Capability } from '../event/capability.js';
import { type Proof, playedBy, proofsOf } from '../event/coverage.js';
import type { BaselineEvent, BaselineProblem, FindingEvent, KnownFinding, RunEvent, RunStarted, SeenIn } from '../event/event.js';
import type { Baseline, BaselineEntry } from './baseline.js';
import { dayOf } from './day.js';
import { covers, isExpired, isNeverAccepted, placesOf, wasLookedAt } from './match.js';

/** So many places are named. */
const NAMED = 3;

/**
 * Compares what a run has found and shown with what is accepted: a pure function of both.
 *
 * @param baseline what is accepted
 * @param file the baseline's file, as the user knows it
 * @param events all events of a run, in order; exchanges may be missing
 */
export function compare(baseline: Baseline, file: string, events: readonly RunEvent[]): BaselineEvent {
  const started = events.find((event) => event.type === 'run-started');
  const day = dayOf(started?.time ?? '');
  const findings = events.filter((event) => event.type === 'finding');
  const live = baseline.entries.filter((entry) => !isExpired(entry, day));
  return {
    type: 'baseline',
    file,
    known: findings.flatMap((finding) => knownOf(finding, live)),
    unproven: unprovenOf(baseline, started, events),
    problems: [
      ...findings.flatMap((finding) => newOf(finding, live, baseline.entries)),
      ...baseline.entries.filter((entry) => isExpired(entry, day)).flatMap((entry) => expiredOf(entry, findings)),
      ...staleEntries(baseline.entries, events).map(staleOf),
      ...lostOf(baseline, started, events),
    ],
  };
}

/**
 * The entries of what a run did not see, although it looked.
 *
 * @param entries all entries
 * @param events all events of the run
 */
export function staleEntries(entries: readonly BaselineEntry[], events: readonly RunEvent[]): BaselineEntry[] {
  const findings = events.filter((event) => event.type === 'finding');
  if (events.some((event) => event.type === 'run-finished' && event.aborted !== undefined)) return [];
  return entries.filter((entry) => !isSeen(entry, findings) && wasLookedAt(entry, events));
}

/**
 * Where a finding was seen and no entry accepts it.
 *
 * @param finding the finding
 * @param entries those that count
 */
export function unacceptedPlaces(finding: FindingEvent, entries: readonly BaselineEntry[]): readonly SeenIn[] {
  if (isNeverAccepted(finding.check)) return placesOf(finding);
  return placesOf(finding).filter((place) => !entries.some((entry) => covers(entry, finding, place)));
}

function isSeen(entry: BaselineEntry, findings: readonly FindingEvent[]): boolean {
  return findings.some((finding) => placesOf(finding).some((place) => covers(entry, finding, place)));
}

/** Accepted everywhere where it was seen: the first of its entries to end says until when. */
function knownOf(finding: FindingEvent, live: readonly BaselineEntry[]): KnownFinding[] {
  if (unacceptedPlaces(finding, live).length > 0) return [];
  const entries = live.filter((entry) => placesOf(finding).some((place) => covers(entry, finding, place)));
  const [entry] = entries.toSorted((a, b) => (a.expires ?? '9999').localeCompare(b.expires ?? '9999'));
  if (entry === undefined) return [];
  const { reason, expires, link, source } = entry;
  return [{ finding: finding.id, reason, source, ...defined({ expires, link }) }];
}

/** Warnings fail no run, accepted or not. */
function newOf(finding: FindingEvent, live: readonly BaselineEntry[], all: readonly BaselineEntry[]): BaselineProblem[] {
  const places = unacceptedPlaces(finding, live);
  // What an entry accepted whose time is over is told with the entry.
  const isOver = places.every((place) => all.some((entry) => covers(entry, finding, place)));
  const isSafety = isNeverAccepted(finding.check);
  if (finding.severity !== 'error' || places.length === 0 || (isOver && !isSafety)) return [];
  const where = placesIn(places.slice(0, NAMED));
  const more = places.length > NAMED ? ` and in ${places.length - NAMED} more places` : '';
  const also = places.length < placesOf(finding).length ? ', which is accepted elsewhere,' : '';
  const never = isSafety ? `; no baseline accepts it: ${finding.effect}` : '';
  return [
    { kind: 'new', finding: finding.id, message: `${finding.check} under ${finding.dialect}${also} was seen ${where}${more}${never}` },
  ];
}

function placesIn(places: readonly SeenIn[]): string {
  return places
    .map(({ scenario, attribute }) => `${scenario === undefined ? 'outside the scenarios' : `in ${scenario}`}${ofAttribute(attribute)}`)
    .join(', ');
}

function ofAttribute(attribute: string | undefined): string {
  return attribute === undefined ? '' : ` (${attribute})`;
}

function nameOf({ check, client, scenarios, attribute }: BaselineEntry): string {
  const more = scenarios.length > NAMED ? ` and ${scenarios.length - NAMED} more` : '';
  const where = scenarios.length === 0 ? 'outside the scenarios' : `in ${scenarios.slice(0, NAMED).join(', ')}${more}`;
  return `${check} under ${client} ${where}${ofAttribute(attribute)}`;
}

function expiredOf(entry: BaselineEntry, findings: readonly FindingEvent[]): BaselineProblem[] {
  if (!isSeen(entry, findings)) return [];
  const { expires = '', source } = entry;
  return [{ kind: 'expired', source, message: `${nameOf(entry)} was accepted until ${expires}, and is still there` }];
}

function staleOf(entry: BaselineEntry): BaselineProblem {
  return { kind: 'stale', source: entry.source, message: `${nameOf(entry)} was not seen any more` };
}

/** Of a baseline that says nothing of a dialect's coverage it is taken that what it accepts is why something does not work. */
function unprovenOf(baseline: Baseline, started: RunStarted | undefined, events: readonly RunEvent[]): BaselineEvent['unproven'] {
  return (started?.clients ?? []).flatMap((client) => {
    const { dialect } = client;
    const known = baseline.coverage.get(dialect);
    const isAccepted = ([name, proof]: [Capability, Proof]): boolean =>
      known === undefined ? proof === 'disproven' : proof !== 'proven' && !known.proven.includes(name);
    const open = [...proofsOf(events, client)].filter(isAccepted);
    return open.length === 0 ? [] : [{ dialect, capabilities: open.map(([name]) => name) }];
  });
}

/** Of a run that plays some scenarios only, less is expected. */
function lostOf(baseline: Baseline, started: RunStarted | undefined, events: readonly RunEvent[]): BaselineProblem[] {
  if (started === undefined || started.selected === true) return [];
  return started.clients.flatMap((client): BaselineProblem[] => {
    const known = baseline.coverage.get(client.dialect);
    if (known === undefined) return [];
    const shown = proofsOf(events, client);
    const lost = known.proven.filter((name) => shown.get(name) !== 'proven');
    const scenarios = playedBy(events, client);
    return [
      ...lost.map((name): BaselineProblem => ({ kind: 'lost', message: `${client.dialect}: "${name}" was proven before, and is not now` })),
      ...(scenarios >= known.scenarios
        ? []
        : [
            {
              kind: 'lost' as const,
              message: `${client.dialect}: ${known.scenarios} scenarios were played before, and ${scenarios} are now`,
            },
          ]),
    ];
  });
}
