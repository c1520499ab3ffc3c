import { beforeAll, describe, type TestContext, test } from 'vitest';
import type { Dialect } from '../client/client.js';
import { newRecord, record } from '../report/record.js';
import { clientCases, type TestCaseParts } from '../report/test-cases.js';
import { countsOf, verdictWords } from '../report/verdict-words.js';
import { wholeRunCases } from '../report/whole-run-cases.js';
import type { Scenario } from '../scenario/scenario.js';
import { type CheckOptions, refuseUnknown } from './options.js';
import { planned, type RunResult, run } from './run.js';

/** A value, or what gives it once the tests begin: the URL of a server that a hook starts. */
export type OrLater<T> = T | (() => T | Promise<T>);

/** What `describeScim` plays: the options of `run`; the target and its token may be known only when the tests begin. */
export interface ScimOptions extends Omit<CheckOptions, 'target' | 'token' | 'signal'> {
  readonly target: OrLater<string>;
  readonly token?: OrLater<string>;
}

/**
 * Describes a SCIM endpoint in Vitest: one test for each scenario and dialect, one for what belongs to no scenario, and one for the
 * verdict. The run is made once, before the first of them; hooks that start the server stand above.
 *
 * @param options what to play, and against whom
 * @throws UsageError when an option is not right
 */
export function describeScim(options: ScimOptions): void {
  refuseUnknown(options);
  const { target } = options;
  describe(typeof target === 'string' ? `SCIM at ${target}` : 'SCIM', async () => {
    const { dialects, scenarios } = await playedBy(options);
    let recorded: RecordedRun | undefined;
    beforeAll(async () => {
      recorded = recordedRun(await run(await ready(options)));
    }, NO_LIMIT);
    for (const dialect of dialects) {
      describe(dialect, () => {
        for (const scenario of scenarios.filter((each) => isFor(each, dialect)))
          test(`${scenario.title} (${scenario.id})`, (context) => report(context, recorded?.cases.get(`${dialect} ${scenario.id}`)));
        test('what belongs to no scenario', () => fail(recorded?.others.filter(({ suite }) => suite === dialect) ?? []));
      });
    }
    test('the verdict', () => {
      if (recorded === undefined || recorded.result.exitCode === 0) return;
      throw failure([...recorded.verdicts, ...recorded.whole.map(textOf)].join('\n'));
    });
  });
}

/** The run has a deadline of its own. */
const NO_LIMIT = 0;

/** A run as tests report it. */
interface RecordedRun {
  readonly result: RunResult;
  readonly verdicts: readonly string[];
  /** By dialect and scenario. */
  readonly cases: ReadonlyMap<string, TestCaseParts>;
  readonly others: readonly TestCaseParts[];
  readonly whole: readonly TestCaseParts[];
}

function recordedRun(result: RunResult): RecordedRun {
  const kept = newRecord();
  for (const event of result.events) record(kept, event, true);
  const all = [...kept.clients.values()].flatMap((client) => clientCases(kept, client, undefined));
  const isScenario = ({ isFinding }: TestCaseParts): boolean => isFinding !== true;
  return {
    result,
    verdicts: result.verdicts.map((verdict) => `${verdict.client}  ${verdictWords(verdict)}   ${countsOf(verdict)}`.trimEnd()),
    cases: new Map(all.filter(isScenario).map((each) => [`${each.suite} ${each.scenario}`, each])),
    others: all.filter((each) => !isScenario(each)),
    whole: wholeRunCases(kept),
  };
}

/** What will be played, as far as that is known before the target is: the sample stands in for one that comes later. */
async function playedBy(options: ScimOptions): Promise<{ readonly dialects: readonly Dialect[]; readonly scenarios: readonly Scenario[] }> {
  const { target, token, ...rest } = options;
  const isKnown = typeof target === 'string' && typeof token !== 'function';
  const { plan } = await planned(isKnown ? { ...rest, target, ...(token === undefined ? {} : { token }) } : { ...rest, target: 'sample' });
  return plan;
}

async function ready(options: ScimOptions): Promise<CheckOptions> {
  const { target, token, ...rest } = options;
  const known = { ...rest, target: typeof target === 'function' ? await target() : target };
  return token === undefined ? known : { ...known, token: typeof token === 'function' ? await token() : token };
}

function isFor({ clients }: Scenario, dialect: Dialect): boolean {
  return clients === undefined || clients.some((name) => dialect === name || dialect.startsWith(`${name}-`));
}

function report(context: TestContext, part: TestCaseParts | undefined): void {
  if (part === undefined) context.skip('it was not played');
  else if (part.outcome === 'skipped') context.skip(part.message ?? 'skipped');
  else fail([part]);
}

function fail(parts: readonly TestCaseParts[]): void {
  const failed = parts.filter(({ outcome }) => outcome === 'failed' || outcome === 'broken');
  if (failed.length > 0) throw failure(failed.map(textOf).join('\n\n'));
}

function textOf({ name, text, message }: TestCaseParts): string {
  return text ?? `${name}: ${message ?? 'failed'}`;
}

/** What is wrong stands in another program: the lines of this one help nobody. */
function failure(text: string): Error {
  const error = new Error(text);
  error.name = 'ScimError';
  error.stack = `ScimError: ${text}`;
  return error;
}
