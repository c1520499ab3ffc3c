import type { Dialect } from '../client/client.js';
import type { RunRecord } from './record.js';

/** What the reader should know and that is no finding, with the dialects that it was said of. */
export interface NoticeGroup {
  readonly message: string;
  readonly isWarning: boolean;
  /** Empty where it concerns the run as a whole. */
  readonly dialects: ReadonlySet<Dialect>;
}

/**
 * The notices of a run; the same words for several dialects are one.
 *
 * @param run the run
 */
export function noticesOf({ notices }: RunRecord): NoticeGroup[] {
  const said = new Map<string, { isWarning: boolean; dialects: Set<Dialect> }>();
  for (const { message, level, dialect } of notices) {
    const entry = said.get(message) ?? { isWarning: false, dialects: new Set<Dialect>() };
    said.set(message, entry);
    entry.isWarning ||= level === 'warning';
    if (dialect !== undefined) entry.dialects.add(dialect);
  }
  return [...said].map(([message, entry]) => ({ message, ...entry }));
}

/** Scenarios that were not judged, and why. */
export interface NotPlayedGroup {
  readonly status: 'skipped' | 'blocked';
  readonly reason: string;
  readonly scenarios: ReadonlySet<string>;
  readonly dialects: ReadonlySet<Dialect>;
}

/**
 * What was not judged, by reason over all dialects; what concerns the most scenarios comes first.
 *
 * @param run the run
 */
export function notPlayedOf({ cases }: RunRecord): NotPlayedGroup[] {
  const groups = new Map<string, NotPlayedGroup & { readonly scenarios: Set<string>; readonly dialects: Set<Dialect> }>();
  for (const { finished } of cases.values()) {
    if (finished?.status !== 'skipped' && finished?.status !== 'blocked') continue;
    const { status, reason = 'no reason given', scenario, dialect } = finished;
    const key = `${status} ${reason}`;
    const group = groups.get(key) ?? { status, reason, scenarios: new Set<string>(), dialects: new Set<Dialect>() };
    groups.set(key, group);
    group.scenarios.add(scenario);
    group.dialects.add(dialect);
  }
  return [...groups.values()].toSorted((a, b) => b.scenarios.size - a.scenarios.size);
}

/**
 * The dialects that something concerns, in brackets; nothing where it concerns all of them or the run as a whole.
 *
 * @param run the run
 * @param dialects whom it concerns
 */
export function onlyFor({ clients }: RunRecord, dialects: ReadonlySet<Dialect>): string {
  return dialects.size === 0 || dialects.size === clients.size ? '' : ` (${[...dialects].join(', ')})`;
}
