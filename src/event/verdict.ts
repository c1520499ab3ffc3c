import type { Family } from '../client/client.js';
import type { FindingEvent, RunEvent } from './event.js';

export type VerdictKind = 'ready' | 'ready-with-warnings' | 'not-ready' | 'not-tested';

/** Whether a client can be let near the target. */
export interface Verdict {
  readonly client: Family;
  readonly verdict: VerdictKind;
  /** Why it was not tested. */
  readonly reason?: string;
  /** Ids of the findings that block. */
  readonly blocking: readonly string[];
  readonly findings: number;
}

/**
 * The verdict per client family: a pure function of the events.
 *
 * @param events all events of a run, in order
 * @returns one verdict per family that the run was asked to play, in the order of `run-started`
 */
export function verdictsOf(events: readonly RunEvent[]): Verdict[] {
  const started = events.find((event) => event.type === 'run-started');
  const aborted = events.find((event) => event.type === 'run-finished')?.aborted;
  const families = [...new Set(started?.clients.map((client) => client.family) ?? [])];
  return families.map((client) => {
    const findings = events.filter((event): event is FindingEvent => event.type === 'finding' && event.client === client);
    const blocking = findings.filter((finding) => finding.severity === 'error').map((finding) => finding.id);
    const base = { client, blocking, findings: findings.length };
    if (blocking.length > 0) return { ...base, verdict: 'not-ready' };
    const reason = aborted?.message ?? untestedReason(events, client);
    if (reason !== undefined) return { ...base, verdict: 'not-tested', reason };
    const warned = findings.some((finding) => finding.severity === 'warning');
    return { ...base, verdict: warned ? 'ready-with-warnings' : 'ready' };
  });
}

/** A client counts as tested when at least one scenario was played to its end. */
function untestedReason(events: readonly RunEvent[], client: Family): string | undefined {
  const dialects = new Set(
    events
      .flatMap((event) => (event.type === 'run-started' ? event.clients : []))
      .filter((each) => each.family === client)
      .map((each) => each.dialect),
  );
  const finished = events.filter((event) => event.type === 'scenario-finished').filter((event) => dialects.has(event.dialect));
  if (finished.some((event) => event.status === 'passed' || event.status === 'failed')) return undefined;
  return finished.find((event) => event.reason !== undefined)?.reason ?? 'no scenario was played to its end';
}

/**
 * The process exit code of a finished run: 0 conformant, 1 findings, 3 target unusable, 70 internal error, 130 interrupted.
 *
 * @param events all events of a run
 */
export function exitCodeOf(events: readonly RunEvent[]): 0 | 1 | 3 | 70 | 130 {
  const finished = events.find((event) => event.type === 'run-finished');
  const kind = finished?.aborted?.kind;
  if (finished === undefined || kind === 'internal') return 70;
  if (kind === 'interrupted') return 130;
  if (kind === 'unusable') return 3;
  const failed = events.some((event) => event.type === 'finding' && event.severity === 'error');
  // Okta never deletes users: a target that does not offer DELETE at all is not worse for it.
  const unclean = events.some((event) => event.type === 'cleanup' && event.left.some((each) => each.unsupported !== true));
  return failed || unclean || kind === 'deadline' ? 1 : 0;
}
