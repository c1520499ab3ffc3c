import type { Impact, Severity } from '../check/check.js';
import type { Dialect, Family } from '../client/client.js';
import type { FindingEvent } from './event.js';

/** One defect of the target: what every dialect, step and scenario has shown of it, told once. */
export interface Defect {
  /** Unique within the run: `D1` is the first to mend. */
  readonly id: string;
  readonly check: string;
  readonly title: string;
  /** The worst of its findings. */
  readonly severity: Severity;
  readonly impact: Impact;
  /** The finding with the smallest request: the easiest to repeat. */
  readonly evidence: FindingEvent;
  /** All of them, in the order in which they were found. */
  readonly findings: readonly FindingEvent[];
  /** In how many exchanges it was seen. */
  readonly count: number;
  /** Scenario steps that could not be judged because of it, each once. */
  readonly blocks: readonly string[];
}

const SEVERITIES: Readonly<Record<Severity, number>> = { error: 0, warning: 1 };

/** What is at stake, the worst first. */
export const IMPACTS: readonly Impact[] = ['access-kept', 'data-damaged', 'provisioning-lost', 'noise'];

/** What a scenario expects in its own words has no cause in common with another expectation. */
const OF_ONE_STEP = 'SC9002';

/**
 * Joins the findings of a run into the defects of the target, in the order in which a reader should take them up: errors before
 * warnings, then by what is at stake, then by how much waits for them. The check names the cause: each dialect has one finding
 * for it, and a server is the same for all of them.
 *
 * @param findings findings of a run, in the order in which they were found
 */
export function defectsOf(findings: readonly FindingEvent[]): Defect[] {
  const groups = new Map<string, FindingEvent[]>();
  for (const finding of findings) {
    const key = keyOf(finding, groups);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()]
    .flatMap((group) => defectOf(group) ?? [])
    .toSorted(byWeight)
    .map((defect, index) => ({ ...defect, id: `D${index + 1}` }));
}

/** Of one step several expectations may fail under each dialect: the first of one is the first of the other. */
function keyOf(finding: FindingEvent, groups: ReadonlyMap<string, readonly FindingEvent[]>): string {
  if (finding.check !== OF_ONE_STEP) return finding.check;
  for (let nth = 1; ; nth += 1) {
    const key = JSON.stringify([finding.check, finding.scenario, finding.step, nth]);
    if (groups.get(key)?.some((each) => each.dialect === finding.dialect) !== true) return key;
  }
}

/**
 * The cause of each defect, in words that are the same in every run.
 *
 * @param defects all of a run
 */
export function causesOf(defects: readonly Defect[]): ReadonlyMap<string, Defect> {
  const causes = new Map<string, Defect>();
  for (const defect of defects) {
    const { check, scenario, step } = defect.evidence;
    const place = check === OF_ONE_STEP ? `${check} ${scenario ?? ''}:${step ?? ''}` : check;
    const nth = [...causes.keys()].filter((cause) => cause === place || cause.startsWith(`${place} `)).length;
    causes.set(nth === 0 ? place : `${place} (${nth + 1})`, defect);
  }
  return causes;
}

function defectOf(findings: readonly FindingEvent[]): Defect | undefined {
  const [evidence] = findings.toSorted(
    (a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity] || sizeOf(a) - sizeOf(b) || findings.indexOf(a) - findings.indexOf(b),
  );
  if (evidence === undefined) return undefined;
  const { check, title, severity, impact } = evidence;
  const count = findings.reduce((sum, each) => sum + each.count, 0);
  return {
    id: '',
    check,
    title,
    severity,
    impact,
    evidence,
    findings,
    count,
    blocks: [...new Set(findings.flatMap((each) => each.blocks))],
  };
}

/** What cannot be repeated is the last choice. */
function sizeOf({ sent, scenario }: FindingEvent): number {
  return (sent?.length ?? 1e6) + (scenario === undefined ? 1e6 : 0);
}

function byWeight(a: Defect, b: Defect): number {
  return (
    SEVERITIES[a.severity] - SEVERITIES[b.severity] ||
    IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact) ||
    b.blocks.length - a.blocks.length ||
    b.count - a.count
  );
}

/**
 * The worst that a defect does to one client or dialect; undefined where it was not seen.
 *
 * @param defect the defect
 * @param who a family or a dialect
 */
export function severityUnder({ findings }: Defect, who: Dialect | Family): Severity | undefined {
  const severities = findings.filter((each) => each.dialect === who || each.client === who).map((each) => each.severity);
  return severities.includes('error') ? 'error' : severities[0];
}
