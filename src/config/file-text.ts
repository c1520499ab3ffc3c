import { isObject, type Json } from '../scim/json.js';
import { type Diagnostic, formatDiagnostic } from '../yaml/diagnostic.js';
import { readDocument, type YamlDocument } from '../yaml/document.js';
import { didYouMean, nearest } from '../yaml/nearest.js';
import { SETTING_NAMES, SETTINGS, type SettingName } from './settings.js';
import { UsageError } from './usage-error.js';

/** A setting as the file has it. */
export interface FileEntry {
  readonly texts: readonly string[];
  /** `scim-check.yaml:3:7` */
  readonly from: string;
}

/**
 * Parses the text of a configuration file.
 *
 * @param text YAML 1.2: a map from setting to a plain value or, where several are possible, a list
 * @param name the file as the user knows it, for positions
 * @throws UsageError for broken YAML, unknown or repeated keys, values of another shape
 */
export function parseConfig(text: string, name: string): Map<SettingName, FileEntry> {
  const entries = new Map<SettingName, FileEntry>();
  if (/^(\s*(#.*)?(\n|$))*$/.test(text)) return entries;
  const document = readDocument(text, name);
  if (document.problems.length > 0) refuse(document.problems);
  if (!isObject(document.value))
    return refuse([document.problem([], 'settings are expected, such as "target: https://example.com/scim/v2"')]);
  const problems: Diagnostic[] = [];
  for (const [key, value] of Object.entries(document.value)) {
    const setting = SETTING_NAMES.find((each) => SETTINGS[each].name === key);
    const texts = setting === undefined ? undefined : textsOf(value, SETTINGS[setting].many);
    const { file, line, column } = document.position([key]);
    if (setting === undefined) problems.push(unknownKey(document, key));
    else if (texts === undefined)
      problems.push(
        document.problem([key], `"${key}" takes ${SETTINGS[setting].many ? 'a plain value or a list of them' : 'one plain value'}`),
      );
    else entries.set(setting, { texts, from: `${file}:${line}:${column}` });
  }
  if (problems.length > 0) refuse(problems);
  return entries;
}

function unknownKey(document: YamlDocument, key: string): Diagnostic {
  const known = SETTING_NAMES.map((each) => SETTINGS[each].name);
  const hint = didYouMean(key, known);
  // A name that is near to none may be anything, also a secret.
  const message = nearest(key, known) === undefined ? 'there is no setting of this name' : `there is no setting "${key}"`;
  return document.problem([key], message, { at: 'key', hint });
}

function textsOf(value: Json, many: boolean): string[] | undefined {
  if (Array.isArray(value)) {
    const texts = value.flatMap((each) => (Array.isArray(each) ? undefined : textsOf(each, false)));
    return many && texts.every((each) => each !== undefined) ? texts : undefined;
  }
  return value === null || isObject(value) ? undefined : [String(value)];
}

/** The line is not shown: whatever it is about, a secret may stand in it. */
function refuse(problems: readonly Diagnostic[]): never {
  const token = problems.find((each) => /^\s*["']?token["']?\s*:/i.test(each.lineText));
  if (token !== undefined) {
    const { file, line, column } = token.position;
    throw new UsageError(
      `${file}:${line}:${column}  a token does not belong into this file`,
      'Name the variable or the file that holds it: "token-env: NAME" or "token-file: FILE". A token that was committed or shared counts as disclosed.',
    );
  }
  throw new UsageError(problems.map((each) => formatDiagnostic({ ...each, lineText: '' })).join('\n'));
}
