import { packagePath } from '../base/package-files.js';
import { readYamlFilesBelow, type SourceFile } from '../yaml/files.js';

/**
 * The scenarios that come with the package, shown as `scenarios/users/leaver.yaml`.
 *
 * @throws Error when the installation is damaged
 */
export function builtinScenarioFiles(): SourceFile[] {
  return readYamlFilesBelow(packagePath('scenarios'), 'scenarios');
}
