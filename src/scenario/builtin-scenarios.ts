import { builtinScenarioFiles } from './builtin.js';
import { type LoadedScenarios, loadScenarios } from './load.js';

let loaded: LoadedScenarios | undefined;

/**
 * The scenarios that come with the package, read once. In the build, builtin-scenarios.compiled.ts takes the place of this file.
 *
 * @throws Error when the installation is damaged
 */
export function builtinScenarios(): LoadedScenarios {
  loaded ??= loadScenarios(builtinScenarioFiles());
  return loaded;
}
