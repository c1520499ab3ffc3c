import { appendFileSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { defined } from '../base/defined.js';
import type { ReportOutput, Repository } from '../report/reporter.js';
import type { Io } from './io.js';

/** Where CI systems say that they have put the repository. */
const ROOTS = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'BUILD_SOURCESDIRECTORY', 'WORKSPACE'];

/**
 * What reports may know of the place where the run is made, as a CI system tells it.
 *
 * @param io the process
 */
export function placeOfRun({ env, cwd }: Pick<Io, 'env' | 'cwd'>): Pick<ReportOutput, 'repository' | 'summary'> {
  const file = env['GITHUB_STEP_SUMMARY'];
  const isGithub = env['GITHUB_ACTIONS'] === 'true' && file !== undefined && file !== '';
  return {
    repository: repositoryOf(env, cwd),
    // Other commands of the same step write there as well.
    ...(isGithub ? { summary: (markdown) => appendFileSync(file, markdown) } : {}),
  };
}

/**
 * The reports to write where none is named: in a job of GitHub Actions also what its pages show.
 *
 * @param io the process
 * @param named values of `--report`
 */
export function reportsIn({ env }: Pick<Io, 'env'>, named: readonly string[]): readonly string[] {
  return named.length === 0 && env['GITHUB_ACTIONS'] === 'true' ? ['terminal', 'github'] : named;
}

function repositoryOf(env: Io['env'], cwd: string): Repository {
  const root = ROOTS.map((name) => env[name]).find((folder) => folder !== undefined && isWithin(folder, cwd)) ?? cwd;
  // owner/name/.github/workflows/scim.yml@refs/heads/main
  const [, workflow] = /^[^/]+\/[^/]+\/([^@]+)@/.exec(env['GITHUB_WORKFLOW_REF'] ?? '') ?? [];
  return { root, cwd, ...defined({ workflow }) };
}

function isWithin(folder: string, cwd: string): boolean {
  const path = relative(folder, cwd);
  return isAbsolute(folder) && !isAbsolute(path) && !path.startsWith('..');
}
