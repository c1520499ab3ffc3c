import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isObject, type Json } from '../scim/json.js';
import type { Config, Setting } from './resolve.js';
import { reasonOf, UsageError } from './usage-error.js';

/** What of an earlier run is to be played again. */
interface FailedBefore {
  /** Ids, or files of scenarios that are not built in. */
  readonly scenarios: readonly string[];
  readonly dialects: readonly string[];
  /** Something failed that stands in no scenario: discovery, the connection, what is left behind. */
  readonly outside: boolean;
}

const HOW = 'Save a run with: scim-check run … --report json=FILE';

/**
 * The settings of a run that plays again what failed before (`--rerun-failed`): scenarios that failed, were blocked or were not played
 * to their end, under the clients to which that happened.
 *
 * @param config the settings
 * @param cwd working directory
 * @returns the settings; undefined where nothing failed
 * @throws UsageError when the file is no JSON report, or when scenarios are named as well
 */
export async function playingFailed(config: Config, cwd: string): Promise<Config | undefined> {
  const file = config.rerunFailed.value;
  if (file === undefined) return config;
  const { from } = config.rerunFailed;
  if (config.scenario.value.length > 0)
    throw new UsageError(`${from}: scenarios are named as well (${config.scenario.from})`, 'Give one of the two.');
  const { scenarios, dialects, outside } = failedIn(await readReport(file, from, cwd), file, from);
  if (scenarios.length === 0 && !outside) return undefined;
  const played = { value: dialects, from };
  const client = config.client.value.length > 0 || dialects.length === 0 ? config.client : played;
  // What fails outside the scenarios is looked at in any run, whatever is played.
  const scenario: Setting<readonly string[]> = scenarios.length === 0 ? config.scenario : { value: scenarios, from };
  return { ...config, scenario, client };
}

async function readReport(file: string, from: string, cwd: string): Promise<Json> {
  const text = await readFile(resolve(cwd, file), 'utf8').catch((error: unknown) => {
    throw new UsageError(`${from}: ${file} cannot be read: ${reasonOf(error)}`, HOW);
  });
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    throw new UsageError(`${from}: ${file} is no JSON report`, HOW);
  }
}

function failedIn(report: Json, file: string, from: string): FailedBefore {
  const scenarios = isObject(report) ? report['scenarios'] : undefined;
  const findings = isObject(report) ? report['findings'] : undefined;
  if (!Array.isArray(scenarios) || !Array.isArray(findings)) throw new UsageError(`${from}: ${file} is no JSON report of a run`, HOW);
  const failed = scenarios.flatMap((each) => {
    if (!isObject(each) || !['failed', 'blocked', 'unfinished'].includes(String(each['status']))) return [];
    const { scenario, dialect, source } = each;
    if (typeof scenario !== 'string' || typeof dialect !== 'string') return [];
    const path = isObject(source) && typeof source['file'] === 'string' ? source['file'] : '';
    return [{ dialect, name: path === '' || path === `scenarios/${scenario}.yaml` ? scenario : path }];
  });
  const outside = findings.some((each) => isObject(each) && each['severity'] === 'error' && each['scenario'] === undefined);
  return {
    scenarios: [...new Set(failed.map(({ name }) => name))],
    dialects: outside ? [] : [...new Set(failed.map(({ dialect }) => dialect))],
    outside,
  };
}
