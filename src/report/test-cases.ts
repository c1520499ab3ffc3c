import { defined } from '../base/defined.js';
import { type Defect, defectsOf } from '../event/defects.js';
import type { FindingEvent, StepFinished } from '../event/event.js';
import { replayCommand } from './command.js';
import { markOf } from './defect-words.js';
import { defectLines, field, indented } from './finding-text.js';
import { knownOf } from './known.js';
import { type Line, plain, shorten } from './layout.js';
import { type CaseRecord, type ClientRecord, casesOf, isWarned, type RunRecord } from './record.js';
import type { Repository } from './reporter.js';
import { userPlace } from './user-files.js';
import { placeOf } from './words.js';

/** Width of the text in a failure: what a page of test results shows without scrolling. */
const WIDTH = 100;

/** What a test case is made of. */
export interface TestCaseParts {
  readonly suite: string;
  /** The scenario that it stands for; absent: something else. */
  readonly scenario?: string;
  /** It stands for a finding, and not for the scenario in which that was made. */
  readonly isFinding?: true;
  /** Unique in the whole document: GitLab drops what has the same name. */
  readonly name: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly seconds?: number;
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'broken';
  /** Why it failed or was skipped, in one line. */
  readonly message?: string | undefined;
  /** The same at length. GitLab shows the text only and ignores the message. */
  readonly text?: string;
  readonly output?: string | undefined;
}

/**
 * The test cases of one client: one per scenario, and one per finding that belongs to none.
 *
 * @param run the run
 * @param client one of its clients
 * @param repository where the run was made
 */
export function clientCases(run: RunRecord, client: ClientRecord, repository: Repository | undefined): TestCaseParts[] {
  const { dialect } = client;
  const findings = run.findings.filter((each) => each.dialect === dialect);
  const cases = casesOf(run, dialect);
  const known = new Set(cases.map((each) => each.started.scenario));
  return [
    ...cases.map((each) => scenarioCase(run, each, findings, repository)),
    ...findings
      .filter((each) => each.scenario === undefined || !known.has(each.scenario))
      .map((each) => findingCase(run, each, repository)),
  ];
}

function scenarioCase(
  run: RunRecord,
  played: CaseRecord,
  findings: readonly FindingEvent[],
  repository: Repository | undefined,
): TestCaseParts {
  const { dialect, scenario, title, source } = played.started;
  const own = findings.filter((each) => each.scenario === scenario);
  const errors = own.filter((each) => each.severity === 'error');
  const warnings = own.filter((each) => each.severity === 'warning');
  const base = {
    suite: dialect,
    scenario,
    name: `${title} (${scenario}, ${dialect})`,
    ...placeParts(run, errors[0]?.source ?? source, repository),
    seconds: played.steps.reduce((sum, step) => sum + step.milliseconds, 0) / 1000,
    output: warnings.length === 0 ? undefined : blocksOf(run, warnings),
  };
  const known = errors.filter(({ id }) => knownOf(run, id) !== undefined);
  if (errors.length > known.length) return { ...base, outcome: 'failed', message: titlesOf(errors), text: blocksOf(run, errors) };
  // Nothing green: it is broken, and accepted for now.
  if (errors.length > 0) return { ...base, outcome: 'skipped', message: knownText(run, known), text: blocksOf(run, errors) };
  const { finished } = played;
  if (finished === undefined) {
    const why = run.finished?.aborted?.message;
    return {
      ...base,
      outcome: 'skipped',
      message: `the run ended before the scenario did${why === undefined ? '' : `: ${why}`}`,
    };
  }
  if (finished.status === 'skipped') return { ...base, outcome: 'skipped', message: finished.reason ?? 'skipped' };
  if (finished.status === 'blocked') return { ...base, outcome: 'skipped', message: blockedBy(played, findings) };
  if (finished.status === 'passed' || isWarned(played, findings)) return { ...base, outcome: 'passed' };
  // What is told in another scenario was seen here as well.
  const seenHere = findings.filter((each) => each.severity === 'error' && each.seen?.some((place) => place.scenario === scenario));
  if (seenHere.length > 0 && seenHere.every(({ id }) => knownOf(run, id) !== undefined))
    return { ...base, outcome: 'skipped', message: knownText(run, seenHere) };
  return { ...base, outcome: 'failed', message: finished.reason ?? 'failed', text: stepsText(played, findings) };
}

/** A finding that belongs to no scenario: discovery, the probe, the connection. */
function findingCase(run: RunRecord, finding: FindingEvent, repository: Repository | undefined): TestCaseParts {
  const { id, check, title, dialect, scenario, step, source, severity } = finding;
  // The name is the same in each run. Several findings of a check differ by where they were made.
  const place = scenario === undefined ? dialect : `${scenario}${step === undefined ? '' : `:${step}`}, ${dialect}`;
  const base = {
    suite: dialect,
    isFinding: true as const,
    ...defined({ scenario }),
    name: `${check} ${title} (${place})`,
    ...placeParts(run, source, repository),
  };
  if (severity === 'warning') return { ...base, outcome: 'passed', output: blocksOf(run, [finding]) };
  const outcome = knownOf(run, id) === undefined ? 'failed' : 'skipped';
  const message = outcome === 'failed' ? `${check} ${title}` : knownText(run, [finding]);
  return { ...base, outcome, message, text: blocksOf(run, [finding]) };
}

/** `known: SC2104 …, until 2027-01-31: the reason`. */
function knownText(run: RunRecord, findings: readonly FindingEvent[]): string {
  const texts = findings.map(({ id, check, title }) => {
    const { expires, reason = '' } = knownOf(run, id) ?? {};
    return `${check} ${title}${expires === undefined ? '' : `, until ${expires}`}: ${reason}`;
  });
  return `known: ${texts.join('; ')}`;
}

/** Only files of the user's own are named: a CI system links to them, and those of the package are not there. */
function placeParts(
  run: RunRecord,
  source: FindingEvent['source'],
  repository: Repository | undefined,
): Pick<TestCaseParts, 'file' | 'line'> {
  const place = userPlace(run, source, repository);
  return { file: place?.file, line: place?.line };
}

/** `blocked by SC1301 (F3): The filter …`. */
function blockedBy(played: CaseRecord, findings: readonly FindingEvent[]): string {
  const checks = [...new Set(played.steps.flatMap((step) => step.checks))];
  const causes = checks.map((check) => {
    const cause = findings.find((each) => each.check === check);
    return cause === undefined ? check : `${check} (${cause.id})`;
  });
  const reason = played.finished?.reason ?? 'it could not be judged';
  if (checks.length === 1 && causes[0] === checks[0] && reason.startsWith(`${checks[0]} `)) return `blocked by ${reason}`;
  return causes.length === 0 ? `blocked: ${reason}` : `blocked by ${causes.join(', ')}: ${reason}`;
}

/** The failed steps of a scenario whose defect is told elsewhere. */
function stepsText(played: CaseRecord, findings: readonly FindingEvent[]): string {
  const failed = played.steps.filter((step) => step.status === 'failed');
  const lines = failed.map((step) => {
    const named = findings.filter((each) => step.checks.includes(each.check)).map((each) => `${each.check} (${each.id})`);
    return `${stepText(step)}${named.length === 0 ? '' : `, see ${named.join(', ')}`}`;
  });
  return (lines.length === 0 ? [played.finished?.reason ?? 'failed'] : lines).join('\n');
}

function stepText(step: StepFinished): string {
  return shorten(`${placeOf(step.source)} step ${step.step}, ${step.label}: ${step.reason ?? 'failed'}`, 600);
}

function titlesOf(findings: readonly FindingEvent[]): string {
  return findings.map((each) => `${each.check} ${each.title}`).join('; ');
}

/** A defect is told at length where its smallest request stands; elsewhere what was seen there. */
function blocksOf(run: RunRecord, findings: readonly FindingEvent[]): string {
  const defects = defectsOf(run.findings);
  const layout = { width: WIDTH, curl: true, replay: (finding: FindingEvent) => replayCommand(run.started, finding) };
  const blocks = findings.map((finding) => {
    const defect = defects.find((each) => each.findings.includes(finding));
    if (defect === undefined) return '';
    const lines = defect.evidence === finding ? defectLines(defect, layout) : shortLines(defect, finding);
    return lines.map(plain).join('\n');
  });
  return blocks.filter((block) => block !== '').join('\n\n');
}

function shortLines({ evidence }: Defect, { check, title, severity, expected, received }: FindingEvent): Line[] {
  const place = [evidence.scenario, evidence.dialect].filter((each) => each !== undefined).join(', ');
  return [
    ...indented(`${markOf(severity)} ${check}  ${title}`, WIDTH, 'strong', 0),
    ...field('expected', expected, WIDTH),
    ...field('received', received, WIDTH),
    ...field('told at', place, WIDTH),
  ];
}
