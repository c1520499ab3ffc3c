import type { Family } from '../client/client.js';
import { adviceFor } from './advice.js';
import { type Coverage, coverageOf } from './coverage.js';
import { defectsOf } from './defects.js';
import type { FindingEvent, RunEvent, RunFinished, RunStarted } from './event.js';

/** `incomplete`: nothing that was played speaks against the client, and something that it needs was not played to its end. */
export type VerdictKind = 'ready' | 'ready-with-warnings' | 'not-ready' | 'incomplete' | 'not-tested';

/** Whether a client can be let near the target. */
export interface Verdict {
  readonly client: Family;
  readonly verdict: VerdictKind;
  /** Why it was not tested, or not to the end; also where findings speak against the client. */
  readonly reason?: string;
  /** What to do about that. */
  readonly advice?: string;
  /** Ids of the findings that block. */
  readonly blocking: readonly string[];
  readonly findings: number;
  /** How many defects of the target speak against the client: what several dialects have found is one. */
  readonly errors: number;
  /** How many others it has to live with. */
  readonly warnings: number;
  readonly coverage: Coverage;
}

type Aborted = NonNullable<RunFinished['aborted']>;

/** Nobody knows what would have followed: without its end a run proves nothing. */
const BROKEN_OFF: Aborted = { kind: 'internal', message: 'the run broke off: its last event is missing' };

/**
 * The verdict per client family: a pure function of the events. A client is ready only when everything that it needs was shown
 * to work, and no scenario was cut short.
 *
 * @param events all events of a run, in order; exchanges may be missing
 * @returns one verdict per family that the run was asked to play, in the order of `run-started`
 */
export function verdictsOf(events: readonly RunEvent[]): Verdict[] {
  const started = events.find((event) => event.type === 'run-started');
  const finished = events.find((event) => event.type === 'run-finished');
  const aborted = finished === undefined ? BROKEN_OFF : finished.aborted;
  const families = [...new Set(started?.clients.map((client) => client.family) ?? [])];
  return families.map((client) => {
    const findings = events.filter((event): event is FindingEvent => event.type === 'finding' && event.client === client);
    const blocking = findings.filter((finding) => finding.severity === 'error').map((finding) => finding.id);
    const coverage = coverageOf(events, client);
    const defects = defectsOf(findings);
    const errors = defects.filter((defect) => defect.severity === 'error').length;
    const base = { client, blocking, findings: findings.length, errors, warnings: defects.length - errors, coverage };
    const short = cutReason(coverage, aborted);
    const told = (reason: string): Pick<Verdict, 'reason' | 'advice'> => ({
      reason,
      advice: adviceFor(coverage, aborted, findings, started),
    });
    if (blocking.length > 0) return { ...base, ...(short === undefined ? {} : told(short)), verdict: 'not-ready' };
    const untested = untestedReason(coverage, aborted);
    if (untested !== undefined) return { ...base, reason: untested, verdict: 'not-tested' };
    const lacking = short ?? unsentReason(started?.mapping.unsent) ?? gapOf(coverage, started?.selected === true);
    if (lacking !== undefined) return { ...base, ...told(lacking), verdict: 'incomplete' };
    const warned = findings.some((finding) => finding.severity === 'warning');
    return { ...base, verdict: warned ? 'ready-with-warnings' : 'ready' };
  });
}

/** A client counts as tested when something was to be played, and the run came to play. */
function untestedReason({ scenarios, unplayed }: Coverage, aborted: Aborted | undefined): string | undefined {
  if (aborted?.kind === 'unusable') return aborted.message;
  if (scenarios.passed + scenarios.failed + scenarios.blocked > 0) return undefined;
  if (aborted?.kind === 'throttled') return undefined;
  return aborted?.message ?? unplayed[0]?.reason ?? 'no scenario was played to its end';
}

/** What kept scenarios from being played to their end without being a finding, in one sentence. */
function cutReason({ cut }: Coverage, aborted: Aborted | undefined): string | undefined {
  if (aborted !== undefined) return aborted.message;
  const [first] = cut;
  if (first === undefined) return undefined;
  const count = new Set(cut.flatMap((each) => each.scenarios)).size;
  if (count === 0) return first.reason;
  return `${count === 1 ? `${first.scenarios[0]} was` : `${count} scenarios were`} cut short: ${first.reason}`;
}

/** What the client needs and nobody has seen working, in one sentence. */
function gapOf({ capabilities }: Coverage, selected: boolean): string | undefined {
  const open = capabilities.filter((each) => each.status === 'not-tested');
  if (open.length > 0 && selected) return `scenarios were selected: ${open.length} of ${capabilities.length} capabilities were not tested`;
  if (open.length > 0) return `not tested: ${open.map((each) => each.capability).join(', ')} (${open[0]?.reason ?? ''})`;
  const wrong = capabilities.filter((each) => each.status === 'disproven');
  return wrong.length === 0 ? undefined : `shown not to work: ${wrong.map((each) => each.capability).join(', ')}`;
}

/** A client whose attributes are never sent was not played as it is. */
function unsentReason(unsent: RunStarted['mapping']['unsent'] = []): string | undefined {
  const [first] = unsent;
  if (first === undefined) return undefined;
  const more = unsent.length === 1 ? '' : `, and ${unsent.length - 1} more`;
  return `mapped, but never sent: ${first.name}, because ${first.reason}${more}`;
}

/**
 * The process exit code of a finished run: 0 conformant, 1 findings or less tested than the verdict needs, 2 the ledger could not be
 * written any more, 3 target unusable, 70 internal error, 130 interrupted. What scenarios that were not selected would have shown is not missed.
 *
 * @param events all events of a run; exchanges may be missing
 * @param allowIncomplete less may have been tested than the verdict needs
 */
export function exitCodeOf(events: readonly RunEvent[], allowIncomplete = false): 0 | 1 | 2 | 3 | 70 | 130 {
  const finished = events.find((event) => event.type === 'run-finished');
  const kind = finished?.aborted?.kind;
  if (finished === undefined || kind === 'internal') return 70;
  if (kind === 'interrupted') return 130;
  if (kind === 'unusable') return 3;
  const failed = events.some((event) => event.type === 'finding' && event.severity === 'error');
  // Okta never deletes users: a target that does not offer DELETE at all is not worse for it.
  const unclean = events.some((event) => event.type === 'cleanup' && event.left.some((each) => each.unsupported !== true));
  if (failed || unclean) return 1;
  if (kind === 'ledger') return 2;
  return !allowIncomplete && (kind === 'deadline' || kind === 'lost' || incompleteOf(events).length > 0) ? 1 : 0;
}

/**
 * The verdicts that are incomplete for more than that only some scenarios were selected: they make the exit code 1.
 *
 * @param events all events of a run
 */
export function incompleteOf(events: readonly RunEvent[]): Verdict[] {
  const selected = events.some((event) => event.type === 'run-started' && event.selected === true);
  return verdictsOf(events).filter(({ verdict, coverage }) => verdict === 'incomplete' && (!selected || coverage.cut.length > 0));
}
