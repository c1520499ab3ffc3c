import { builtinScenarios } from '../../src/scenario/builtin-scenarios.js';
import type { Scenario } from '../../src/scenario/scenario.js';

/** The scenarios that come with the package, read and compiled once for all tests of a worker. */
export const SCENARIOS: readonly Scenario[] = builtinScenarios().scenarios;

/**
 * Scenarios that come with the package.
 *
 * @param ids their ids; none: all of them
 * @throws Error when there is no scenario of an id
 */
export function scenariosNamed(...ids: readonly string[]): readonly Scenario[] {
  const missing = ids.filter((id) => !SCENARIOS.some((scenario) => scenario.id === id));
  if (missing.length > 0) throw new Error(`no such scenario: ${missing.join(', ')}`);
  return SCENARIOS.filter((scenario) => ids.length === 0 || ids.includes(scenario.id));
}
