import scenarios from 'compiled:scenarios';
import type { LoadedScenarios } from './load.js';

/** The scenarios that come with the package, read and checked by the build. */
export function builtinScenarios(): LoadedScenarios {
  return { scenarios, problems: [] };
}
