import { checkOf } from '../check/catalogue.js';
import { isCheckId } from '../check/check-id.js';
import type { FindingEvent, PlannedClient, RunEvent, SeenIn } from '../event/event.js';
import { BYSTANDERS } from '../scenario/bystanders-id.js';
import { selects } from '../scenario/select.js';
import type { BaselineEntry } from './baseline.js';

/**
 * Where a finding was seen; of a run that was saved before this was told, where its evidence stands.
 *
 * @param finding the finding
 */
export function placesOf({ seen, scenario }: FindingEvent): readonly SeenIn[] {
  return seen ?? [scenario === undefined ? {} : { scenario }];
}

/**
 * Whether an entry is about a finding at one of the places where it was seen.
 *
 * @param entry the entry
 * @param finding the finding
 * @param place one of its places
 */
export function covers(entry: BaselineEntry, finding: FindingEvent, place: SeenIn): boolean {
  return (
    entry.check === finding.check &&
    concerns(entry, { dialect: finding.dialect, family: finding.client }) &&
    (entry.attribute ?? '').toLowerCase() === (place.attribute ?? '').toLowerCase() &&
    (place.scenario === undefined ? entry.scenarios.length === 0 : isIn(entry, place.scenario))
  );
}

/** Whether an entry is about a client. */
export function concerns({ client }: BaselineEntry, { dialect, family }: Pick<PlannedClient, 'dialect' | 'family'>): boolean {
  return client === family || client === dialect.toLowerCase();
}

/** Whether an entry is about a scenario. */
function isIn({ scenarios }: BaselineEntry, scenario: string): boolean {
  return scenarios.some((pattern) => selects(pattern, scenario));
}

/**
 * Whether an entry is over.
 *
 * @param entry the entry
 * @param day today: `2027-01-31`
 */
export function isExpired({ expires }: BaselineEntry, day: string): boolean {
  return expires !== undefined && expires < day;
}

/**
 * Whether what an entry accepts would have been seen if it was still there: a run that played less says nothing of the rest.
 *
 * @param entry the entry
 * @param events all events of the run
 */
export function wasLookedAt(entry: BaselineEntry, events: readonly RunEvent[]): boolean {
  const started = events.find((event) => event.type === 'run-started');
  const dialects = started?.clients.filter((client) => concerns(entry, client)).map(({ dialect }) => dialect) ?? [];
  if (dialects.length === 0) return false;
  const whole = new Set(
    events.flatMap((event) =>
      event.type === 'scenario-finished' && dialects.includes(event.dialect) && (event.status === 'passed' || event.status === 'failed')
        ? [event.scenario]
        : [],
    ),
  );
  if (whole.size > 0) whole.add(BYSTANDERS);
  if (entry.scenarios.length === 0) return whole.size > 0;
  const isPattern = entry.scenarios.some((each) => each.includes('*') || each.endsWith('/'));
  if (isPattern && started?.selected === true) return false;
  return entry.scenarios.every((pattern) => [...whole].some((scenario) => selects(pattern, scenario)));
}

/** Whether a check is about people's data lying open, or strangers being changed: no baseline accepts that. */
export function isNeverAccepted(check: string): boolean {
  return isCheckId(check) && checkOf(check).safety === true;
}

/** Whether a check is about access that people keep: it is accepted until a day only. */
export function needsLastDay(check: string): boolean {
  return isCheckId(check) && checkOf(check).impact === 'access-kept';
}
