import { isObject } from '../scim/json.js';
import { readDocument } from '../yaml/document.js';
import type { SourceFile } from '../yaml/files.js';
import { CONFIG_FILE } from './file.js';

/** What a YAML file is: a folder of scenarios may hold other files as well. */
export type FileKind = 'scenario' | 'mapping' | 'configuration' | 'other';

const MAPPING_KEYS = ['app', 'users', 'capabilities', 'extends'];

/** Each of them alone shows what the file was meant to be. */
const SCENARIO_KEYS = ['steps', 'needs', 'title', 'failures', 'once'];

/**
 * Tells by its keys what a file is. One that cannot be read as YAML is taken for a scenario, the commonest kind, so that somebody
 * says what is wrong with it.
 *
 * @param file the file
 */
export function fileKind({ file, text }: SourceFile): FileKind {
  if (file.split(/[/\\]/).at(-1) === CONFIG_FILE) return 'configuration';
  const { value } = readDocument(text, file);
  if (value === undefined || !isObject(value)) return 'scenario';
  const has = (keys: readonly string[]): boolean => keys.some((key) => key in value);
  if (has(MAPPING_KEYS) && !('steps' in value)) return 'mapping';
  return has(SCENARIO_KEYS) || (typeof value['id'] === 'string' && Object.keys(value).length < 8) ? 'scenario' : 'other';
}
