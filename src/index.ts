import { resolve } from 'node:path';
import { type ExitCode, exitCodeFor } from './app/exit-code.js';
import { newRunId, runPlan } from './app/run-plan.js';
import type { Dialect, Family } from './client/client.js';
import { planOf } from './config/plan.js';
import { resolveConfig } from './config/resolve.js';
import type { SettingName } from './config/settings.js';
import { CLIENT_SECRET_VARIABLE, TOKEN_VARIABLE } from './config/token.js';
import type { FindingEvent, RunEvent } from './event/event.js';
import { type Verdict, verdictsOf } from './event/verdict.js';
import { type JsonReport, reportOf } from './report/json/report.js';
import { newRecord, record } from './report/record.js';

export type { ExitCode } from './app/exit-code.js';
export type { Authority, Impact, Severity } from './check/check.js';
export { UsageError } from './config/usage-error.js';
export type { Capability } from './event/capability.js';
export type { CapabilityCoverage, Coverage, Proof, ScenarioCounts, Unplayed } from './event/coverage.js';
export type * from './event/event.js';
export type * from './event/exploration.js';
export type { Verdict, VerdictKind } from './event/verdict.js';
export type { JsonReport } from './report/json/report.js';
export type { Dialect, Family };

/** What a run is to do. The members mean what the options of `scim-check run` mean; nothing is read from the environment. */
export interface CheckOptions {
  /** Base URL of the SCIM endpoint, or `sample`: the built-in server. */
  readonly target: string;
  /** Needed for every target but the sample. */
  readonly token?: string;
  readonly authScheme?: 'bearer' | 'raw' | 'basic';
  /** Instead of a token: access tokens are asked for by the client credentials grant. */
  readonly oauth?: {
    readonly tokenUrl: string;
    readonly clientId: string;
    /** Or one of `key` and `assertionFile`. */
    readonly clientSecret?: string;
    readonly auth?: 'basic' | 'post';
    readonly scope?: string;
    /** Further parameters of the token request. */
    readonly parameters?: Readonly<Record<string, string>>;
    /** Path of a private key (PEM or JWK) that signs assertions, and claims of theirs. */
    readonly key?: string;
    readonly claims?: Readonly<Record<string, string>>;
    readonly assertionFile?: string;
  };
  /** Default: entra and okta. */
  readonly clients?: readonly (Family | Dialect)[];
  /** Ids, folders, patterns or files; default: all built-in scenarios. */
  readonly scenarios?: readonly string[];
  /** A built-in mapping or a file; default: derived from what the target advertises. */
  readonly mapping?: string;
  readonly domain?: string;
  /** Path of a PEM file. */
  readonly ca?: string;
  readonly proxy?: string;
  readonly jobs?: number;
  readonly seed?: number;
  /** Seconds for one answer. */
  readonly timeout?: number;
  /** Seconds to wait for a target that is still starting; default: 0. */
  readonly waitForTarget?: number;
  /** Minutes for the run. */
  readonly deadline?: number;
  /** Folder of the ledger; default: `.scim-check` in the working directory. */
  readonly ledger?: string;
  /** Defects and legal variants of the sample. */
  readonly defects?: readonly string[];
  readonly variants?: readonly string[];
  readonly failOn?: 'error' | 'warning';
  /** Whether the exit code is 0 also when less was tested than the verdict needs. */
  readonly allowIncomplete?: boolean;
  /** Path of a file with the findings that are accepted for now. */
  readonly baseline?: string;
  /** Aborts the run; what it created is removed all the same. */
  readonly signal?: AbortSignal;
  /** Receives each event as it happens, secrets removed. */
  readonly onEvent?: (event: RunEvent) => void;
}

/** What a run has shown. */
export interface RunResult {
  /** One per client family. */
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly FindingEvent[];
  /** All events, in order; reports are functions of them. */
  readonly events: readonly RunEvent[];
  /** What the command line would exit with. */
  readonly exitCode: ExitCode;
  /** The JSON report, as schemas/report.schema.json describes it. */
  readonly report: JsonReport;
}

/**
 * Plays the clients against a target, as `scim-check run` does.
 *
 * @param options what to run, and against whom
 * @returns what the run has shown; findings, unusable targets and interruptions are results, not exceptions
 * @throws UsageError when an option is not right
 */
export async function run(options: CheckOptions): Promise<RunResult> {
  const cwd = resolve('.');
  const env = { [TOKEN_VARIABLE]: options.token, [CLIENT_SECRET_VARIABLE]: options.oauth?.clientSecret };
  const config = await resolveConfig({ flags: flagsOf(options), env: {}, cwd, configFile: false });
  const plan = await planOf(config, { env, cwd, readStdin: async () => '' });
  const events: RunEvent[] = [];
  const kept = newRecord();
  const sink = (event: RunEvent): void => {
    events.push(event);
    record(kept, event, true);
    options.onEvent?.(event);
  };
  await runPlan(plan, newRunId(), sink, options.signal);
  return {
    verdicts: verdictsOf(events),
    findings: kept.findings,
    events,
    exitCode: exitCodeFor(events, config.failOn.value, config.allowIncomplete.value),
    report: reportOf(kept),
  };
}

/** The options as the settings' texts: they then pass the same checks as those of the command line. */
function flagsOf(options: CheckOptions): Partial<Record<SettingName, readonly string[]>> {
  const given: Partial<Record<SettingName, string | number | boolean | readonly string[] | undefined>> = {
    target: options.target,
    authScheme: options.authScheme,
    oauthTokenUrl: options.oauth?.tokenUrl,
    oauthClientId: options.oauth?.clientId,
    oauthAuth: options.oauth?.auth,
    oauthScope: options.oauth?.scope,
    oauthParameter: pairs(options.oauth?.parameters),
    oauthKey: options.oauth?.key,
    oauthClaim: pairs(options.oauth?.claims),
    oauthAssertionFile: options.oauth?.assertionFile,
    client: options.clients,
    scenario: options.scenarios,
    mapping: options.mapping,
    domain: options.domain,
    ca: options.ca,
    proxy: options.proxy,
    jobs: options.jobs,
    seed: options.seed,
    timeout: options.timeout,
    waitForTarget: options.waitForTarget,
    deadline: options.deadline,
    ledger: options.ledger,
    defect: options.defects,
    variant: options.variants,
    failOn: options.failOn,
    allowIncomplete: options.allowIncomplete,
    baseline: options.baseline,
  };
  const flags: Partial<Record<SettingName, readonly string[]>> = {};
  for (const [name, value] of Object.entries(given) as [SettingName, (typeof given)[SettingName]][]) {
    if (value !== undefined) flags[name] = typeof value === 'object' ? value : [String(value)];
  }
  return flags;
}

function pairs(values: Readonly<Record<string, string>> | undefined): readonly string[] | undefined {
  return values === undefined ? undefined : Object.entries(values).map(([name, value]) => `${name}=${value}`);
}
