import { isMap, isSeq, parseDocument, YAMLSeq } from 'yaml';
import { defined } from '../base/defined.js';
import { isCheckId } from '../check/check-id.js';
import type { Family } from '../client/client.js';
import { coverageOf, playedBy, proofsOf } from '../event/coverage.js';
import type { FindingEvent, RunEvent, RunStarted, SeenIn } from '../event/event.js';
import type { Baseline } from './baseline.js';
import { staleEntries, unacceptedPlaces } from './compare.js';
import { dayOf } from './day.js';
import { isNeverAccepted, needsLastDay } from './match.js';

/** Seen in more scenarios than these, a defect is about no scenario. */
const FEW = 3;
/** For so many days is accepted what lets people keep access. */
const DAYS = 90;

const HEAD = `# What scim-check finds and the team accepts for now (scim-check run --baseline FILE). Say why, and until when.
# yaml-language-server: $schema=./node_modules/scim-check/schemas/baseline.schema.json
`;

/** An entry as it is written. */
interface NewEntry {
  readonly check: string;
  readonly client: string;
  readonly scenario?: string | readonly string[];
  readonly attribute?: string;
  readonly reason: string;
  readonly expires?: string;
}

/**
 * Why a run cannot say what to accept; undefined where it can.
 *
 * @param events all events of the run
 */
export function whyNoUpdate(events: readonly RunEvent[]): string | undefined {
  const finished = events.find((event) => event.type === 'run-finished');
  if (finished === undefined || finished.aborted !== undefined) return finished?.aborted?.message ?? 'the run broke off';
  const started = events.find((event) => event.type === 'run-started');
  const families = new Set<Family>(started?.clients.map(({ family }) => family));
  const [cut] = [...families].flatMap((family) => coverageOf(events, family).cut);
  return cut === undefined ? undefined : `scenarios were cut short: ${cut.reason}`;
}

/**
 * The text of a baseline that accepts what a run has found, and is otherwise as it was, with its comments and reasons. What was
 * not seen any more is gone; what has expired stays as it is.
 *
 * @param text the text so far; empty: there is none
 * @param baseline what it says
 * @param events all events of a run that has come to its end
 * @param warnings whether warnings fail the run, and are accepted as well
 */
export function updatedText(text: string, baseline: Baseline, events: readonly RunEvent[], warnings = false): string {
  const document = parseDocument(text.trim() === '' ? `${HEAD}coverage: {}\nfindings: []\n` : text);
  const stale = new Set(staleEntries(baseline.entries, events));
  const found = document.get('findings');
  const list = isSeq(found) ? found : new YAMLSeq();
  if (list !== found) document.set('findings', list);
  list.items = list.items.filter((_item, at) => {
    const entry = baseline.entries[at];
    return entry === undefined || !stale.has(entry);
  });
  for (const entry of newEntries(baseline, events, warnings)) list.items.push(document.createNode(entry));
  list.flow = list.items.length === 0;
  const started = events.find((event) => event.type === 'run-started');
  for (const client of started?.selected === true ? [] : (started?.clients ?? [])) {
    const shown = [...proofsOf(events, client)].flatMap(([name, proof]) => (proof === 'proven' ? [name] : []));
    const proven = document.createNode(shown, { flow: true });
    document.setIn(['coverage', client.dialect], document.createNode({ scenarios: playedBy(events, client) }));
    document.setIn(['coverage', client.dialect, 'proven'], proven);
  }
  const coverage = document.get('coverage');
  if (isMap(coverage)) coverage.flow = coverage.items.length === 0;
  return document.toString({ lineWidth: 0 });
}

function newEntries(baseline: Baseline, events: readonly RunEvent[], warnings: boolean): NewEntry[] {
  const started = events.find((event) => event.type === 'run-started');
  const time = started?.time ?? '';
  const groups = new Map<string, { finding: FindingEvent; place: SeenIn; dialects: Set<string>; scenarios: Set<string> }>();
  for (const finding of events.filter((event) => event.type === 'finding')) {
    if ((finding.severity !== 'error' && !warnings) || !isCheckId(finding.check) || isNeverAccepted(finding.check)) continue;
    for (const place of unacceptedPlaces(finding, baseline.entries)) {
      const key = JSON.stringify([finding.check, finding.client, place.attribute, place.scenario === undefined]);
      const group = groups.get(key) ?? { finding, place, dialects: new Set(), scenarios: new Set() };
      groups.set(key, group);
      group.dialects.add(finding.dialect);
      if (place.scenario !== undefined) group.scenarios.add(place.scenario);
    }
  }
  return [...groups.values()].flatMap(({ finding, place, dialects, scenarios }) => {
    const names = [...scenarios].toSorted();
    const where = names.length > FEW ? '*' : names.length === 1 ? names[0] : names;
    const expires = needsLastDay(finding.check) ? dayOf(time, DAYS) : undefined;
    return clientsOf(started, finding.client, dialects).map((client) => ({
      check: finding.check,
      client,
      ...(names.length === 0 || where === undefined ? {} : { scenario: where }),
      ...defined({ attribute: place.attribute }),
      reason: `accepted on ${dayOf(time)}, not yet explained`,
      ...defined({ expires }),
    }));
  });
}

/** The client where several of its dialects were played, and all of them show it. */
function clientsOf(started: RunStarted | undefined, family: Family, dialects: ReadonlySet<string>): string[] {
  const played = started?.clients.filter((client) => client.family === family) ?? [];
  return played.length > 1 && played.every(({ dialect }) => dialects.has(dialect)) ? [family] : [...dialects];
}
