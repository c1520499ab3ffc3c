import type { DirectoryObject, DirectoryValue, Family } from '../../client/client.js';
import { matchingAttribute } from '../../client/conversation-helpers.js';
import { otherList } from '../../client/values/list.js';
import { otherValue } from '../../client/values/other.js';
import type { MappedAttribute, Mapping } from '../../mapping/mapping.js';
import { nameAttribute, type ResourceType } from '../../scim/message.js';
import type { SchemaSet } from '../../scim/schema-set.js';
import { isHidden } from '../compare/visibility.js';
import { mappedRows, rowOf, targetPath } from '../mapping/mapped-rows.js';
import { compilePath } from '../state/compiled-path.js';

/** Attributes that have scenarios of their own: what becomes of them is more than a changed value. */
const OWN_SCENARIOS = /^(username|active|password|members)$/i;
/** What an app may insist on although no table says so: the name and the address of a person. */
const IDENTITY = /^(displayname|externalid|name\.(formatted|givenname|familyname)|(emails|roles)\b.*)$/i;

/**
 * Another value for every mapped attribute of an object that the client updates.
 *
 * @param mapping the mapping
 * @param object the directory's object
 * @param family the client's family: Okta never changes an externalId; a client of the standard changes what it can see
 * @param schemas what the target advertises
 */
export function changedValues(mapping: Mapping, object: DirectoryObject, family: Family, schemas: SchemaSet): Map<string, DirectoryValue> {
  const changed = new Map<string, DirectoryValue>();
  for (const row of mappedRows(mapping, object.type)) {
    const held = [...object.attributes].find(([path]) => path.toLowerCase() === row.name.toLowerCase())?.[1];
    if (held === undefined || row.createOnly === true || OWN_SCENARIOS.test(row.name) || isMade(row)) continue;
    if (family === 'okta' && row.name.toLowerCase() === 'externalid') continue;
    if (family === 'rfc' && isHidden(compilePath(schemas, object.type, row.name))) continue;
    const other = Array.isArray(held) && row.multiValued === true ? otherList(row, held) : otherValue(row, held);
    if (other !== undefined) changed.set(row.name, other);
  }
  return changed;
}

/** An expression with a function decides what is sent: another value of the attribute may be one that it never makes. */
function isMade({ expression }: MappedAttribute): boolean {
  return expression !== undefined && !/^\s*\[[^\]]*\]\s*$/.test(expression);
}

/**
 * What a client takes away when the directory has no value any more, as far as an app can do without: nothing that the
 * mapping or /Schemas calls required, nothing that people are found by. Okta blanks plain texts; a client of the standard
 * removes whole elements of multi-valued attributes.
 *
 * @param mapping the mapping
 * @param object the directory's object
 * @param family the client's family
 * @param schemas what the target advertises
 * @returns target paths; `phoneNumbers[type eq "fax"]` for a whole element
 */
export function clearablePaths(mapping: Mapping, object: DirectoryObject, family: Family, schemas: SchemaSet): string[] {
  const held = new Set([...object.attributes.keys()].map((path) => path.toLowerCase()));
  const rows = mappedRows(mapping, object.type).filter((row) => held.has(row.name.toLowerCase()));
  const kept = rows.filter((row) => !isClearable(row, object.type, schemas));
  const paths = rows
    .filter((row) => !kept.includes(row))
    .flatMap((row): string[] => {
      const element = elementOf(row.name);
      if (family === 'okta') return element === undefined && row.type === 'String' ? [row.name] : [];
      if (element === undefined) return [row.name];
      return kept.some((other) => other.name.toLowerCase().startsWith(element.toLowerCase())) ? [] : [element];
    });
  return [...new Set(paths)];
}

function isClearable(row: MappedAttribute, type: ResourceType, schemas: SchemaSet): boolean {
  if (row.required || row.filterable || row.matching !== undefined || row.createOnly === true || row.type === 'Reference') return false;
  if (OWN_SCENARIOS.test(row.name) || IDENTITY.test(row.name) || isMade(row) || row.default !== undefined) return false;
  const { path, attribute, definition } = compilePath(schemas, type, row.name);
  return path !== undefined && attribute?.required !== true && definition?.required !== true;
}

function elementOf(path: string): string | undefined {
  const end = path.indexOf(']');
  return end === -1 ? undefined : path.slice(0, end + 1);
}

/**
 * The rows by which a client of the family may look an object up: all that are marked as filterable, for Entra; the name, for the
 * others.
 *
 * @param mapping the mapping
 * @param object the directory's object
 * @param family the client's family
 */
export function filterableRows(mapping: Mapping, object: DirectoryObject, family: Family): MappedAttribute[] {
  const name = (family === 'entra' ? matchingAttribute(mapping, object.type) : nameAttribute(object.type)).toLowerCase();
  const rows = mappedRows(mapping, object.type);
  const first = rowOf(mapping, object.type, targetPath(name));
  const marked = rows.filter((row) => family === 'entra' && row !== first && (row.filterable || row.matching !== undefined));
  // Nobody is found by a reference or by one value of a list.
  return [...(first === undefined ? [] : [first]), ...marked.filter((row) => row.type !== 'Reference' && row.multiValued !== true)];
}

/**
 * The rows that an app is said to require, and that a client may have no value for: not the attribute by which it looks the
 * object up, without which it would not create anything.
 *
 * @param mapping the mapping
 * @param type users or groups
 * @param family the client's family: Okta always sends `active`
 */
export function requiredRows(mapping: Mapping, type: ResourceType, family: Family): MappedAttribute[] {
  const never = [matchingAttribute(mapping, type), nameAttribute(type), 'members', ...(family === 'okta' ? ['active'] : [])];
  const names = new Set(never.map((name) => targetPath(name).toLowerCase()));
  return mappedRows(mapping, type).filter((row) => row.required && row.type !== 'Reference' && !names.has(row.name.toLowerCase()));
}
