import { defined } from '../../base/defined.js';
import { checkOf } from '../../check/catalogue.js';
import type { Check } from '../../check/check.js';
import type { CheckId } from '../../check/check-id.js';
import { diagnose, distance } from '../../check/diagnose.js';
import type { Diagnosis } from '../../check/diagnosis.js';
import { effectOn } from '../../check/effect.js';
import { fixOf } from '../../check/fix.js';
import { heldFor } from '../../check/held-types.js';
import { type ShownBy, shownBy } from '../../check/shown-by.js';
import type { Symptom } from '../../check/symptom.js';
import type { Dialect } from '../../client/client.js';
import { CLIENTS } from '../../client/registry.js';
import type { FindingEvent } from '../../event/event.js';
import { BUILT_IN } from '../../scenario/scenario.js';
import type { ResourceType } from '../../scim/message.js';
import type { Wire } from '../exchange/wire.js';
import type { RunLog } from './run-log.js';

/** So many further paths a finding names; the others are counted. */
const MOST_PATHS = 8;

/**
 * Turns what was seen into findings: per dialect one for each root.
 *
 * @param log symptoms and cleared checks of the whole run
 * @param dialects the dialects played, in order
 * @param wire tells what was sent
 * @param isOffered whether a scenario is about what the target offers and the client does not exchange of itself; default: none is
 */
export function findingsOf(
  log: RunLog,
  dialects: readonly Dialect[],
  wire: Wire,
  isOffered: (dialect: Dialect, scenario: string) => boolean = () => false,
): FindingEvent[] {
  const findings: FindingEvent[] = [];
  const all = log.symptoms.map((symptom) => ({ ...symptom, ...defined({ answer: wire.answerOf(symptom.exchange ?? '') }) }));
  const diagnosed = new Map<Dialect, readonly Diagnosis[]>();
  const bySymptoms = dialects.map((dialect) => ({ dialect, seen: all.filter((symptom) => symptom.dialect === dialect) }));
  // What shows most comes first: it tells the others what their few symptoms come of.
  for (const { dialect, seen } of bySymptoms.sort((a, b) => b.seen.length - a.seen.length)) {
    const elsewhere = failingElsewhere(
      log,
      all.filter((symptom) => symptom.dialect !== dialect),
    );
    diagnosed.set(dialect, diagnose(seen, log.held(dialect), log.heldTypes, elsewhere, [...diagnosed.values()].flat()));
  }
  for (const dialect of dialects) {
    const diagnoses = (diagnosed.get(dialect) ?? []).flatMap(eachExpectation).sort((a, b) => firstOrder(a) - firstOrder(b));
    for (const diagnosis of diagnoses) {
      const made = finding(`F${findings.length + 1}`, checkOf(diagnosis.check), diagnosis, dialect, log, wire);
      const isBeside = diagnosis.symptoms.every(({ scenario }) => scenario !== undefined && isOffered(dialect, scenario));
      findings.push(isBeside ? { ...made, severity: 'warning' } : made);
    }
  }
  return findings;
}

/** What a scenario expects in its own words has no cause in common: each expectation that fails is a finding of its own. */
function eachExpectation(diagnosis: Diagnosis): readonly Diagnosis[] {
  if (diagnosis.check !== 'SC9002') return [diagnosis];
  const groups = new Map<string, Symptom[]>();
  for (const symptom of diagnosis.symptoms) {
    const key = JSON.stringify([symptom.scenario, symptom.step, symptom.subject]);
    groups.set(key, [...(groups.get(key) ?? []), symptom]);
  }
  return [...groups.values()].map((symptoms) => ({ check: diagnosis.check, symptoms }));
}

/** Checks that do not depend on who asks, failed under other dialects, and held nowhere for what they failed for. */
function failingElsewhere(log: RunLog, others: readonly Symptom[]): ShownBy {
  const held = log.held();
  // What held for users alone may have failed for groups.
  const isCleared = (check: CheckId): boolean =>
    held.has(check) &&
    others.every(({ candidates, resourceType }) => !candidates.includes(check) || heldFor(check, resourceType, log.heldTypes));
  return new Map([...shownBy(others)].filter(([check]) => !isCleared(check) && checkOf(check).shared === true));
}

function firstOrder(diagnosis: Diagnosis): number {
  return diagnosis.symptoms.reduce((first, { order }) => Math.min(first, order[0] * 1e6 + order[1]), Number.POSITIVE_INFINITY);
}

/** What was received, with the other paths of the same exchange that went the same way. */
function receivedWith(first: Symptom | undefined, symptoms: readonly Symptom[]): string {
  if (first === undefined) return '';
  const kind = (symptom: Symptom): string => symptom.subject.split(' ')[0] ?? '';
  const alike = symptoms.filter((each) => each.exchange === first.exchange && kind(each) === kind(first));
  const paths = [
    ...new Set(alike.flatMap(({ path }) => (path === undefined || path === first.path || path.startsWith('members[') ? [] : path))),
  ];
  if (paths.length === 0) return first.received;
  const more = paths.length > MOST_PATHS ? ` and ${paths.length - MOST_PATHS} more` : '';
  return `${first.received} (likewise ${paths.slice(0, MOST_PATHS).join(', ')}${more})`;
}

/** Requests count as equally long within so many letters: of those the first one tells most. */
const ABOUT_EQUAL = 16;

/** Of the symptoms that show the defect most plainly the one with the smallest request: it is the easiest to understand. */
function smallest({ check, symptoms }: Diagnosis, wire: Wire): Symptom | undefined {
  const [plainest] = symptoms;
  if (plainest === undefined) return undefined;
  const sizeOf = ({ exchange, scenario }: Symptom): number =>
    Math.ceil((wire.describe(exchange ?? '')?.length ?? 1e6) / ABOUT_EQUAL) + (scenario === undefined ? 1e6 : 0);
  const plain = symptoms.filter((each) => distance(check, each) === distance(check, plainest));
  return plain.reduce((least, each) => (sizeOf(each) < sizeOf(least) ? each : least), plainest);
}

/** What all symptoms are about, where it is one type. */
function typeOf(symptoms: readonly Symptom[]): ResourceType | undefined {
  const types = new Set(symptoms.map(({ resourceType }) => resourceType));
  return types.size === 1 ? symptoms[0]?.resourceType : undefined;
}

/** Whether the check held for other requests of the client about this type. */
function isPartly(check: CheckId, type: ResourceType | undefined, log: RunLog, dialect: Dialect): boolean {
  return type !== undefined && log.heldFor(check, type, dialect);
}

/** Whether the target refused, or broke down at, all that shows the defect. */
function isRefused(symptoms: readonly Symptom[]): boolean {
  return symptoms.every(({ answer }) => answer !== undefined && answer.status >= 400);
}

/** The status with which the target refused all that shows the defect, where it is one. */
function statusOf(symptoms: readonly Symptom[]): number | undefined {
  const [status, ...others] = new Set(symptoms.map(({ answer }) => answer?.status));
  return others.length > 0 || status === undefined || status < 400 ? undefined : status;
}

function finding(id: string, check: Check, diagnosis: Diagnosis, dialect: Dialect, log: RunLog, wire: Wire): FindingEvent {
  const family = CLIENTS[dialect].family;
  const type = typeOf(diagnosis.symptoms);
  const first = smallest(diagnosis, wire);
  const sent = first?.exchange === undefined ? undefined : wire.describe(first.exchange);
  const repeat = first?.exchange === undefined ? undefined : wire.repeat(first.exchange);
  const causes = new Set(diagnosis.symptoms.map((symptom) => symptom.id));
  const blocks = log.blocked.filter((each) => causes.has(each.cause));
  return {
    type: 'finding',
    id,
    check: check.id,
    title: check.title,
    severity: check.severityFor?.[family] ?? check.severity,
    impact: check.impact,
    authorities: check.authorities,
    client: family,
    dialect,
    ...(first?.scenario === undefined ? {} : { scenario: first.scenario }),
    ...(first?.step === undefined ? {} : { step: first.step }),
    ...(first?.label === undefined ? {} : { label: first.label }),
    ...(first?.source === undefined || first.source.file === BUILT_IN.file ? {} : { source: first.source }),
    ...(first?.exchange === undefined ? {} : { exchange: first.exchange }),
    ...defined({ sent }),
    expected: first?.expected ?? '',
    received: receivedWith(first, diagnosis.symptoms),
    effect: effectOn(check, family, type, { partly: isPartly(check.id, type, log, dialect), refused: isRefused(diagnosis.symptoms) }),
    fix: check.kind === 'response' ? check.fix : fixOf(check, statusOf(diagnosis.symptoms), first?.accepted !== undefined),
    ...defined({ repeat }),
    count: new Set(diagnosis.symptoms.map((symptom) => symptom.exchange ?? symptom.order.join())).size,
    blocks: [...new Set(blocks.map((each) => `${each.scenario}:${each.step}`))],
    seen: seenIn(diagnosis.symptoms),
  };
}

/** Where it was seen, each place once, in words that are the same in every run: without ids, numbers and made-up names. */
function seenIn(symptoms: readonly Symptom[]): NonNullable<FindingEvent['seen']> {
  const places = symptoms.map(({ scenario, path }) => defined({ scenario, attribute: path === undefined ? undefined : attributeOf(path) }));
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

/**
 * The attribute of a path, in words that are the same in every run: a member is named by the id that the target gave it.
 *
 * @param path a target path, or `members[ID]`
 */
export function attributeOf(path: string): string {
  return path.replace(/^members\[.*$/s, 'members');
}
