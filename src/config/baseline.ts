import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import type { Baseline } from '../baseline/baseline.js';
import { loadBaseline } from '../baseline/load.js';
import { builtinScenarios } from '../scenario/builtin-scenarios.js';
import type { Scenario } from '../scenario/scenario.js';
import { clientNames } from './clients.js';
import { refuse } from './refuse.js';
import type { Config } from './resolve.js';
import { reasonOf, UsageError } from './usage-error.js';

/** A baseline, read before anything is sent. */
export interface PlannedBaseline {
  /** As the user knows the file. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** Empty: there is no file yet. */
  readonly text: string;
  readonly baseline: Baseline;
  /** It is to be written anew. */
  readonly update: boolean;
  /** Warnings fail the run, so that they are written down as well. */
  readonly warnings: boolean;
}

/** Nothing is accepted yet. */
const EMPTY: Baseline = { entries: [], coverage: new Map() };

/**
 * Reads the file of `--baseline`, where it is to be written anew, makes sure that it can.
 *
 * @param config the settings
 * @param scenarios those of the run: an entry may be about them
 * @param cwd working directory
 * @throws UsageError with file, line and column for whatever is not right
 */
export function plannedBaseline(
  { baseline: { value, from }, updateBaseline, failOn }: Pick<Config, 'baseline' | 'updateBaseline' | 'failOn'>,
  scenarios: readonly Scenario[],
  cwd: string,
): PlannedBaseline {
  if (value === undefined) throw new UsageError(`${updateBaseline.from}: no baseline is named`, 'Name its file: --baseline FILE.');
  const path = resolve(cwd, value);
  const file = shownAs(value, path, cwd);
  const update = updateBaseline.value;
  const warnings = failOn.value === 'warning';
  const text = textOf(file, path, from, update);
  if (update) refuseUnwritable(file, path, from);
  if (/^(\s*(#.*)?(\n|$))*$/.test(text) && update) return { file, path, text: '', baseline: EMPTY, update, warnings };
  const ids = [...new Set([...builtinScenarios().scenarios, ...scenarios].map(({ id }) => id))];
  const { baseline, problems } = loadBaseline(text, file, { scenarios: ids, clients: clientNames() });
  refuse(problems);
  return { file, path, text, baseline: baseline ?? EMPTY, update, warnings };
}

/** A file that a configuration names is absolute by now; people know it from where they stand. */
function shownAs(value: string, path: string, cwd: string): string {
  const below = relative(cwd, path);
  return isAbsolute(value) && !below.startsWith('..') && !isAbsolute(below) ? below : value;
}

function textOf(file: string, path: string, from: string, update: boolean): string {
  if (update && !existsSync(path)) return '';
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const hint = existsSync(path) ? undefined : 'To write it with what a run finds, add --update-baseline.';
    throw new UsageError(`${from}: ${file} cannot be read: ${reasonOf(error)}`, hint);
  }
}

function refuseUnwritable(file: string, path: string, from: string): void {
  try {
    if (existsSync(path)) accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw new UsageError(`${from}: ${file} cannot be written: ${reasonOf(error)}`);
  }
}
