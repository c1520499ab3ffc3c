import { defined } from '../base/defined.js';
import type { Family } from '../client/client.js';
import { adviceFor } from './advice.js';
import type { Capability } from './capability.js';
import { type Coverage, coverageOf } from './coverage.js';
import { defectsOf } from './defects.js';
import type { BaselineEvent, FindingEvent, RunEvent, RunFinished, RunStarted } from './event.js';

/**
 * `incomplete`: nothing that was played speaks against the client, and something that it needs was not played to its end.
 * `ready-except-known`: nothing speaks against it but what a baseline accepts; what that breaks is broken all the same.
 */
export type VerdictKind = 'ready' | 'ready-with-warnings' | 'ready-except-known' | 'not-ready' | 'incomplete' | 'not-tested';

/** Whether a client can be let near the target. */
export interface Verdict {
  readonly client: Family;
  readonly verdict: VerdictKind;
  /** Why it was not tested, or not to the end; also where findings speak against the client. */
  readonly reason?: string;
  /** What to do about that. */
  readonly advice?: string;
  /** Ids of the findings that block, but for those that a baseline accepts. */
  readonly blocking: readonly string[];
  readonly findings: number;
  /** How many defects of the target speak against the client: what several dialects have found is one. Without those that are known. */
  readonly errors: number;
  /** How many others it has to live with. */
  readonly warnings: number;
  /** What a baseline accepts of it. */
  readonly known?: Known;
  readonly coverage: Coverage;
}

/** What speaks against a client, and is accepted for now. */
export interface Known {
  /** How many defects. */
  readonly defects: number;
  /** The last day on which all of them are accepted. */
  readonly until?: string;
  /** What was not proven when the baseline was written, and still is not. */
  readonly unproven: readonly Capability[];
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
  const baseline = events.find((event) => event.type === 'baseline');
  const accepted = knownIds(events);
  return families.map((client) => {
    const findings = events.filter((event): event is FindingEvent => event.type === 'finding' && event.client === client);
    const blocking = findings.filter(({ id, severity }) => severity === 'error' && !accepted.has(id)).map((finding) => finding.id);
    const coverage = coverageOf(events, client);
    const defects = defectsOf(findings);
    const errors = defects.filter((defect) => defect.findings.some(({ id }) => blocking.includes(id))).length;
    const warnings = defects.filter((defect) => defect.severity === 'warning').length;
    const known = knownOf(baseline, findings, defects.length - warnings - errors, coverage);
    const base = { client, blocking, findings: findings.length, errors, warnings, ...defined({ known }), coverage };
    const short = cutReason(coverage, aborted);
    const because = (reason: string): Pick<Verdict, 'reason' | 'advice'> => ({
      reason,
      advice: adviceFor(coverage, aborted, findings, started),
    });
    if (blocking.length > 0) return { ...base, ...(short === undefined ? {} : because(short)), verdict: 'not-ready' };
    const untested = untestedReason(coverage, aborted) ?? rehearsalReason(events, client);
    if (untested !== undefined) return { ...base, reason: untested, verdict: 'not-tested' };
    const missing = short ?? unsentReason(started?.mapping.unsent) ?? gapOf(coverage, known?.unproven ?? [], started?.selected === true);
    if (missing !== undefined) return { ...base, ...because(missing), verdict: 'incomplete' };
    if (known !== undefined) return { ...base, verdict: 'ready-except-known' };
    const warned = findings.some((finding) => finding.severity === 'warning');
    return { ...base, verdict: warned ? 'ready-with-warnings' : 'ready' };
  });
}

/**
 * Ids of the findings that a baseline accepts.
 *
 * @param events all events of a run; exchanges may be missing
 */
export function knownIds(events: readonly RunEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap((event) => (event.type === 'baseline' ? event.known.map(({ finding }) => finding) : [])));
}

function knownOf(
  baseline: BaselineEvent | undefined,
  findings: readonly FindingEvent[],
  defects: number,
  { capabilities }: Coverage,
): Known | undefined {
  if (baseline === undefined) return undefined;
  const open = capabilities.filter(({ status }) => status === 'not-tested' || status === 'disproven');
  const unproven = open.filter(({ capability, dialects }) => {
    const missing = Object.entries(dialects).filter(([, proof]) => proof !== 'proven');
    return missing.every(([dialect]) =>
      baseline.unproven.some((each) => each.dialect === dialect && each.capabilities.includes(capability)),
    );
  });
  if (defects === 0 && unproven.length === 0) return undefined;
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ id }) => id);
  const days = baseline.known.flatMap(({ finding, expires }) => (errors.includes(finding) ? (expires ?? []) : [])).toSorted();
  const [until] = days;
  return { defects, unproven: unproven.map(({ capability }) => capability), ...defined({ until }) };
}

/** A client counts as tested when something was to be played, and the run came to play. */
function untestedReason({ scenarios, unplayed }: Coverage, aborted: Aborted | undefined): string | undefined {
  if (aborted?.kind === 'unusable') return aborted.message;
  if (scenarios.passed + scenarios.failed + scenarios.blocked > 0) return undefined;
  if (aborted?.kind === 'throttled') return undefined;
  return aborted?.message ?? unplayed[0]?.reason ?? 'no scenario was played to its end';
}

/** The gallery's tests look at less than a client needs, and pass what it does not. */
function rehearsalReason(events: readonly RunEvent[], client: Family): string | undefined {
  const dialects = new Set(
    events
      .flatMap((event) => (event.type === 'run-started' ? event.clients : []))
      .flatMap(({ dialect, family }) => (family === client ? [dialect] : [])),
  );
  const played = events.flatMap((event) => (event.type === 'scenario-started' && dialects.has(event.dialect) ? [event.scenario] : []));
  const isRehearsal = played.length > 0 && played.every((scenario) => scenario.startsWith('gallery/'));
  return isRehearsal
    ? "only the gallery's tests were rehearsed, which look at less than the client needs: scim-check run plays all"
    : undefined;
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
function gapOf({ capabilities: all }: Coverage, accepted: readonly Capability[], selected: boolean): string | undefined {
  const capabilities = all.filter(({ capability }) => !accepted.includes(capability));
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
 * The process exit code of a finished run: 0 conformant, 1 findings, a baseline that does not fit, or less tested than the verdict needs, 2 the ledger could not be
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
  const known = knownIds(events);
  const failed = events.some((event) => event.type === 'finding' && event.severity === 'error' && !known.has(event.id));
  const differs = events.some((event) => event.type === 'baseline' && event.problems.length > 0);
  // Okta never deletes users: a target that does not offer DELETE at all is not worse for it.
  const unclean = events.some((event) => event.type === 'cleanup' && event.left.some((each) => each.unsupported !== true));
  if (failed || differs || unclean) return 1;
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
