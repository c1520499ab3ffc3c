import type { Impact, Severity } from '../check/check.js';
import type { Dialect } from '../client/client.js';
import type { FindingEvent } from '../event/event.js';

/** One defect as it is told: once per client, with the dialects in which it shows. */
export interface FindingGroup {
  /** The one whose details are told. */
  readonly first: FindingEvent;
  readonly all: readonly FindingEvent[];
}

const SEVERITIES: Readonly<Record<Severity, number>> = { error: 0, warning: 1 };
const IMPACTS: Readonly<Record<Impact, number>> = { 'provisioning-lost': 0, 'access-kept': 1, 'data-damaged': 2, noise: 3 };

/**
 * Joins findings of one check that two dialects of one client made at the same step, and puts them in the order in which a
 * reader should take them up: errors before warnings, then by what is at stake; otherwise as they were found.
 *
 * @param findings findings of a run
 */
export function groupFindings(findings: readonly FindingEvent[]): FindingGroup[] {
  const groups: { first: FindingEvent; all: FindingEvent[] }[] = [];
  for (const finding of findings) {
    const group = groups.find((each) => isSame(each.first, finding) && each.all.every((other) => other.dialect !== finding.dialect));
    if (group === undefined) groups.push({ first: finding, all: [finding] });
    else group.all.push(finding);
  }
  return groups.toSorted((a, b) => rankOf(a.first) - rankOf(b.first));
}

function isSame(one: FindingEvent, other: FindingEvent): boolean {
  return (
    one.check === other.check &&
    one.client === other.client &&
    one.severity === other.severity &&
    one.scenario === other.scenario &&
    one.step === other.step
  );
}

function rankOf(finding: FindingEvent): number {
  return SEVERITIES[finding.severity] * 10 + IMPACTS[finding.impact];
}

/**
 * How often a defect was seen: undefined for once, else `3 times`, with the dialects where there are several.
 *
 * @param group a group of findings
 */
export function seenOf(group: FindingGroup): string | undefined {
  const total = group.all.reduce((sum, each) => sum + each.count, 0);
  if (total <= 1) return undefined;
  const parts = group.all.map((each): [Dialect, number] => [each.dialect, each.count]);
  const where = parts.length > 1 ? ` (${parts.map(([dialect, count]) => `${dialect} ${count}`).join(', ')})` : '';
  return `in ${total} exchanges${where}`;
}
