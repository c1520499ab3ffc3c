import { defined } from '../../base/defined.js';
import { isObject, type Json, type JsonObject, objectsIn } from '../../scim/json.js';
import { parsePath } from '../../scim/path.js';
import type { Capabilities, MappedAttribute, MappedType, Mapping, UnsentAttribute } from '../mapping.js';
import { typeNamed } from '../tutorial/types.js';
import { inLineOrder, type Warning } from '../tutorial/warning.js';
import { cutOffIn, inCamelCase, lineHolding, parseJson } from './document.js';
import { expressionProblem } from './evaluate.js';
import { type Places, placesOf } from './places.js';

/** A provisioning schema as a mapping, or why it is none. */
export type ReadExport =
  | {
      readonly ok: true;
      readonly mapping: Mapping;
      readonly warnings: readonly Warning[];
      /** The schema itself, its members named as Graph writes them. */
      readonly schema: JsonObject;
    }
  | { readonly ok: false; readonly message: string; readonly line: number };

/**
 * Reads the provisioning schema that the Entra portal downloads, or that Microsoft Graph answers
 * (`synchronizationSchema`): the attributes of the rule from Entra ID to the app.
 *
 * @param text the JSON
 * @param name name in the catalogue
 * @param file the file as the report will name it
 * @see https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationschema
 */
export function readEntraExport(text: string, name: string, file: string): ReadExport {
  const parsed = parseJson(text);
  if ('message' in parsed) return { ok: false, ...parsed };
  const document = inCamelCase(parsed.document);
  const cut = cutOffIn(document);
  if (cut !== undefined) return { ok: false, line: lineHolding(text, cut.text), message: cut.message };
  const schema = schemaIn(document);
  if (schema === undefined)
    return {
      ok: false,
      line: 1,
      message: 'this JSON is no provisioning schema of Entra: it has no synchronizationRules with objectMappings',
    };
  const places = placesOf(text);
  const rules = objectsIn(schema['synchronizationRules']);
  const rule =
    rules.find((each) => isDirectory(each['sourceDirectoryName'])) ?? rules.find((each) => !isDirectory(each['targetDirectoryName']));
  if (rule === undefined)
    return {
      ok: false,
      line: 1,
      message: 'all synchronization rules of this schema lead into the directory (inbound provisioning): no SCIM endpoint is the target',
    };
  const warnings: Warning[] = [];
  const unsent: UnsentAttribute[] = [];
  const found = {
    User: rows('User', rule, schema, { places, warnings, unsent }),
    Group: rows('Group', rule, schema, { places, warnings, unsent: [] }),
  };
  if (found.User.attributes.length === 0) return { ok: false, line: 1, message: 'no attribute of a user is mapped in this schema' };
  const app = text80(rule['targetDirectoryName']) ?? name;
  const capabilities: Capabilities = { ...flows(found.User.mapping), groups: found.Group.attributes.length > 0 };
  const ordered = inLineOrder(warnings);
  const notes = ordered.slice(0, 100).map(({ line, message }) => `Line ${line}: ${message}`.slice(0, 2000));
  const mapping: Mapping = {
    name,
    app,
    source: `Entra provisioning schema ${file}`.slice(0, 1000),
    capabilities,
    clients: ['entra'],
    users: found.User.attributes,
    ...(found.Group.attributes.length === 0 ? {} : { groups: found.Group.attributes }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(unsent.length === 0 ? {} : { unsent: unsent.slice(0, 1000) }),
  };
  return { ok: true, mapping, warnings: ordered, schema };
}

/** The schema itself, or inside the wrappers that Graph and scripts put around it. */
function schemaIn(document: unknown): JsonObject | undefined {
  if (!isObject(document)) return undefined;
  const inner = [
    document,
    document['schema'],
    document['synchronizationSchema'],
    ...objectsIn(document['value']).flatMap((each) => [each, each['schema'] ?? null]),
  ];
  return inner
    .filter(isObject)
    .find((each) => objectsIn(each['synchronizationRules']).some((rule) => Array.isArray(rule['objectMappings'])));
}

function isDirectory(name: Json | undefined): boolean {
  return typeof name === 'string' && /azure active directory|microsoft entra|^aad$/i.test(name);
}

function text80(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined;
}

/** What is noted while rows are read. */
interface ReadingNotes {
  readonly places: Places;
  readonly warnings: Warning[];
  readonly unsent: UnsentAttribute[];
}

function rows(
  type: 'User' | 'Group',
  rule: JsonObject,
  schema: JsonObject,
  notes: ReadingNotes,
): { attributes: MappedAttribute[]; mapping: JsonObject | undefined } {
  const mappings = objectsIn(rule['objectMappings']).filter((each) => each['enabled'] !== false && isFor(type, each));
  const attributes = new Map<string, MappedAttribute>();
  for (const mapping of mappings) {
    const known = definitions(schema, mapping['targetObjectName']);
    for (const written of objectsIn(mapping['attributeMappings'])) {
      const attribute = attributeOf(written, known, notes);
      if (attribute === undefined) continue;
      const key = attribute.name.toLowerCase();
      if (attributes.has(key))
        notes.warnings.push({ line: attribute.line ?? 1, message: `"${attribute.name}" is mapped twice; the first mapping counts.` });
      else attributes.set(key, attribute);
    }
  }
  return { attributes: [...attributes.values()], mapping: mappings[0] };
}

function isFor(type: 'User' | 'Group', mapping: JsonObject): boolean {
  const names = [mapping['targetObjectName'], mapping['sourceObjectName']].filter((each) => typeof each === 'string');
  const group = names.some((each) => /group$/i.test(each));
  return (type === 'Group') === group && (group || names.some((each) => /user$/i.test(each)));
}

/** The target's attributes by name in lower case. */
function definitions(schema: JsonObject, object: Json | undefined): Map<string, JsonObject> {
  const all = objectsIn(schema['directories'])
    .filter((each) => !isDirectory(each['name']))
    .flatMap((each) => objectsIn(each['objects']));
  const own = all.filter((each) => each['name'] === object);
  return new Map(own.flatMap((each) => objectsIn(each['attributes'])).map((each) => [String(each['name']).toLowerCase(), each]));
}

function attributeOf(
  written: JsonObject,
  known: Map<string, JsonObject>,
  { places, warnings, unsent }: ReadingNotes,
): MappedAttribute | undefined {
  const name = text80(written['targetAttributeName']);
  if (name === undefined) return undefined;
  const { line } = places.next('targetAttributeName', String(written['targetAttributeName']));
  const warn = (message: string, at = line): undefined => {
    warnings.push({ line: at, message });
  };
  if (!parsePath(name).ok) return warn(`"${name}" is no attribute path; it is left out.`);
  const source = isObject(written['source']) ? written['source'] : {};
  const expression = expressionOf(source);
  if (typeof source['expression'] === 'string') {
    const place = places.next('expression', source['expression']);
    const problem = expressionProblem(source['expression']);
    if (problem !== undefined) {
      const why = `${problem.message} (line ${place.line}, character ${problem.offset + 1} of the expression)`;
      unsent.push({ name: name.slice(0, 500), reason: why.slice(0, 2000) });
      return warn(`"${name}" is left out: ${why}.`, place.line);
    }
  }
  const definition = known.get(name.toLowerCase());
  const priority = Number(written['matchingPriority'] ?? 0);
  const matching = Number.isInteger(priority) && priority > 0 ? priority : undefined;
  const fallback = written['defaultValue'];
  return {
    name,
    type: typeOf(name, definition),
    filterable: matching !== undefined,
    required: definition?.['required'] === true,
    ...(isPlainList(name, definition) ? { multiValued: true } : {}),
    ...defined({ matching }),
    ...(written['flowType'] === 'ObjectAddOnly' ? { createOnly: true } : {}),
    ...(typeof fallback === 'string' && fallback !== '' ? { default: fallback.slice(0, 2000) } : {}),
    ...defined({ expression }),
    line,
  };
}

/** Direct mappings and constants are expressions too. */
function expressionOf(source: JsonObject): string | undefined {
  if (typeof source['expression'] === 'string' && source['expression'].trim() !== '') return source['expression'].trim().slice(0, 10_000);
  const name = source['name'];
  if (typeof name !== 'string' || name === '') return undefined;
  if (source['type'] === 'Attribute') return `[${name}]`.slice(0, 10_000);
  return source['type'] === 'Constant' ? `"${name.replace(/["\\]/g, '\\$&')}"`.slice(0, 10_000) : undefined;
}

/** Elements of complex lists are mapped one by one, and lists of objects by expressions of their own (roles) or references (members). */
function isPlainList(name: string, definition: JsonObject | undefined): boolean {
  if (definition?.['multivalued'] !== true || /^(members|roles)$/i.test(name)) return false;
  const parsed = parsePath(name);
  return parsed.ok && parsed.value.filter === undefined && parsed.value.sub === undefined;
}

function typeOf(name: string, definition: JsonObject | undefined): MappedType {
  if (name.toLowerCase() === 'active') return 'Boolean';
  if (name.toLowerCase() === 'members') return 'Reference';
  return typeNamed(String(definition?.['type'] ?? '')) ?? 'Unknown';
}

function flows(mapping: JsonObject | undefined): Omit<Capabilities, 'groups'> {
  const types = mapping?.['flowTypes'];
  const has = (word: string): boolean => typeof types !== 'string' || types.toLowerCase().includes(word);
  return { create: has('add'), update: has('update'), remove: has('delete') };
}
