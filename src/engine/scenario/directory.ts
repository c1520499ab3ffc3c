import { defined } from '../../base/defined.js';
import { plainText } from '../../base/plain-text.js';
import type { Dialect, DirectoryObject, DirectoryValue, Family } from '../../client/client.js';
import { isReference } from '../../client/conversation-helpers.js';
import { groupValues, personValues } from '../../client/values/person.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { ObjectSpec } from '../../scenario/intent.js';
import type { Json } from '../../scim/json.js';
import { applyExpressions } from '../mapping/expressions.js';
import { mappedRows, targetPath } from '../mapping/mapped-rows.js';
import type { Cause } from '../state/cause.js';

/** One object of a scenario's directory, with what became of it. */
export interface DirectoryEntry {
  readonly object: DirectoryObject;
  readonly spec: ObjectSpec;
  /** Set when its creation failed: what depends on it is blocked by these symptoms. */
  readonly failed?: readonly Cause[];
  readonly deleted: boolean;
  /** The object before its last change. */
  readonly former?: DirectoryObject;
}

export interface DirectoryRules {
  readonly seed: number;
  readonly domain: string;
  readonly dialect: Dialect;
  readonly family: Family;
  readonly scenario: string;
  readonly mapping: Mapping;
  /** Makes up a password, which no report may show; absent: it is a value like any other. */
  readonly password?: (key: string) => string;
  /** Fills the variables of a scenario's text; `own` are the values that the object has so far. */
  readonly fill: (value: Json, own: ReadonlyMap<string, DirectoryValue>) => Json;
}

/**
 * The directory's object for a scenario's `create`: the synthetic person's values for the mapped attributes, those of the
 * scenario on top, manager and members as references to objects that exist already.
 *
 * @param spec what the scenario says
 * @param directory the objects so far, by key
 * @param rules seed, mapping and the rest
 * @throws Error for an unknown persona
 */
export function buildDirectoryObject(
  spec: ObjectSpec,
  directory: ReadonlyMap<string, DirectoryEntry>,
  rules: DirectoryRules,
): DirectoryObject {
  const identity = { ...rules, key: spec.key, ...defined({ persona: spec.persona }) };
  const rows = mappedRows(rules.mapping, spec.type);
  const values = spec.type === 'User' ? personValues(identity, rows) : groupValues(identity, rows);
  const secret = rows.find(({ name, expression }) => /^password$/i.test(name) && expression === undefined);
  if (secret !== undefined && spec.type === 'User' && rules.password !== undefined) values.set(secret.name, rules.password(spec.key));
  const given = new Map<string, DirectoryValue>();
  for (const [path, value] of Object.entries(spec.with))
    given.set(targetPath(path), directoryValue(rules.fill(value, new Map([...values, ...given]))));
  if (spec.type === 'User') applyExpressions(values, rows, identity, given);
  for (const path of spec.without) deleteWithoutCase(values, targetPath(path));
  for (const [path, value] of given) values.set(path, value);
  const manager = spec.manager === undefined ? undefined : directory.get(spec.manager)?.object.id;
  const managerPath = managerPathOf(rules.mapping);
  if (manager !== undefined && managerPath !== undefined) values.set(managerPath, { reference: manager });
  const members = spec.members.flatMap((key) => directory.get(key)?.object ?? []);
  return { key: spec.key, type: spec.type, attributes: values, ...(spec.type === 'Group' ? { members } : {}) };
}

/** The mapped path of the manager reference, if there is one. */
export function managerPathOf(mapping: Mapping): string | undefined {
  return mappedRows(mapping, 'User').find((row) => /(^|:)manager(\.value)?$/i.test(row.name))?.name;
}

/** The object after a change. */
export function changedObject(
  object: DirectoryObject,
  set: ReadonlyMap<string, DirectoryValue>,
  clear: readonly string[],
): DirectoryObject {
  const attributes = new Map(object.attributes);
  for (const path of clear) deleteWithoutCase(attributes, path);
  for (const [path, value] of set) attributes.set(path, value);
  return { ...object, attributes };
}

/** JSON of a scenario as a value of the directory. */
export function directoryValue(value: Json): DirectoryValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value : [value];
}

/** What a variable such as `${leaver.userName}` stands for. */
export function variableOf({ object }: Pick<DirectoryEntry, 'object'>, path: string): string | undefined {
  return path === 'id' ? object.id : textOf(object.attributes, path);
}

/**
 * A value as it stands in a text.
 *
 * @param attributes an object's values
 * @param path a target path
 */
export function textOf(attributes: ReadonlyMap<string, DirectoryValue>, path: string): string | undefined {
  const wanted = targetPath(path).toLowerCase();
  for (const [name, value] of attributes) {
    if (name.toLowerCase() === wanted) return isReference(value) ? value.reference : plainText(value);
  }
  return undefined;
}

function deleteWithoutCase(values: Map<string, DirectoryValue>, path: string): void {
  const wanted = path.toLowerCase();
  for (const name of [...values.keys()]) if (name.toLowerCase() === wanted) values.delete(name);
}
