import type { AnySchemaObject } from 'ajv/dist/2020.js';
import { findKey, isObject, type Json, type JsonObject } from '../scim/json.js';
import { documentOf } from './documents.js';

/** A place in a schema document, with the file that its references start from. */
interface Place {
  readonly file: string;
  readonly schema: AnySchemaObject;
}

/**
 * Brings a body to the schemas' spelling, because JSON Schema compares letter by letter and SCIM does not: names of
 * known attributes (RFC 7643 §2.1), schema URIs, and keywords such as `readWrite`. Unknown attributes stay as they are.
 *
 * @param body a body
 * @param file the schema that it is to be validated by
 * @returns the body itself when it is spelled like that, else a copy of what is not
 */
export function spell(body: Json, file: string): Json {
  return respell(body, follow({ file, schema: documentOf(file) }));
}

/**
 * Follows a pointer into a respelled body in the original one.
 *
 * @param original the body as received
 * @param tokens the pointer's tokens in the schemas' spelling
 * @returns the tokens in the body's spelling, and the value there (undefined when there is none)
 */
export function locate(original: Json, tokens: readonly string[]): { readonly tokens: string[]; readonly value: Json | undefined } {
  let value: Json | undefined = original;
  const spelled = tokens.map((token) => {
    if (Array.isArray(value)) {
      value = value[Number(token)];
      return token;
    }
    const key = isObject(value) ? findKey(value, token) : undefined;
    value = isObject(value) && key !== undefined ? value[key] : undefined;
    return key ?? token;
  });
  return { tokens: spelled, value };
}

function respell(value: Json, place: Place): Json {
  if (typeof value === 'string') return wordOf(value, place.schema);
  if (Array.isArray(value)) {
    const items = child(place, place.schema['items']);
    const uri = uriOf(place.schema);
    const spelled = value.map((item) =>
      typeof item === 'string' && uri !== undefined && item.toLowerCase() === uri.toLowerCase() ? uri : respell(item, items),
    );
    return spelled.every((item, index) => item === value[index]) ? value : spelled;
  }
  return isObject(value) ? respellObject(value, place) : value;
}

function respellObject(object: JsonObject, place: Place): JsonObject {
  const known = membersOf(place);
  const taken: string[] = [];
  let isSame = true;
  const entries = Object.entries(object);
  for (const entry of entries) {
    const key = entry[0];
    const found = known.get(key) ?? known.get(key.toLowerCase());
    if (found === undefined) continue;
    if (found.name !== key) {
      // A second spelling of the same name stays as it is: the first one is the attribute, unless the schema's own is there.
      if (taken.includes(found.name) || Object.hasOwn(object, found.name)) continue;
      taken.push(found.name);
    }
    const spelled = respell(entry[1], found.place);
    if (found.name !== key || spelled !== entry[1]) isSame = false;
    entry[0] = found.name;
    entry[1] = spelled;
  }
  return isSame ? object : Object.fromEntries(entries);
}

/** The schemas never change, and every body of a run is spelled by them: what they say is looked up once. */
const MEMBERS = new WeakMap<AnySchemaObject, ReadonlyMap<string, { readonly name: string; readonly place: Place }>>();

/** The attributes that a schema knows, by their names in lower case and as it spells them. */
function membersOf(place: Place): ReadonlyMap<string, { readonly name: string; readonly place: Place }> {
  const known = MEMBERS.get(place.schema);
  if (known !== undefined) return known;
  const properties: unknown = place.schema['properties'];
  const entries = typeof properties === 'object' && properties !== null ? Object.entries(properties) : [];
  const members = new Map<string, { readonly name: string; readonly place: Place }>();
  for (const [name, schema] of entries) {
    const member = { name, place: child(place, schema) };
    members.set(name.toLowerCase(), member).set(name, member);
  }
  MEMBERS.set(place.schema, members);
  return members;
}

function wordOf(value: string, schema: AnySchemaObject): string {
  const words: unknown = schema['enum'];
  if (!Array.isArray(words)) return value;
  const wanted = value.toLowerCase();
  const match: unknown = words.find((word: unknown) => typeof word === 'string' && word.toLowerCase() === wanted);
  return typeof match === 'string' ? match : value;
}

/** The schema URI that an array such as `schemas` must contain. */
function uriOf(schema: AnySchemaObject): string | undefined {
  const contains: unknown = schema['contains'];
  if (typeof contains !== 'object' || contains === null || !('const' in contains)) return undefined;
  return typeof contains.const === 'string' ? contains.const : undefined;
}

function child(place: Place, schema: unknown): Place {
  return typeof schema === 'object' && schema !== null ? follow({ file: place.file, schema }) : { file: place.file, schema: {} };
}

/** Follows `$ref`, within a document (`#/$defs/x`), into another one, or both. The documents are ours: no cycle of references alone. */
function follow(place: Place): Place {
  const reference: unknown = place.schema['$ref'];
  if (typeof reference !== 'string') return place;
  const [path = '', fragment = ''] = reference.split('#', 2);
  const file = path === '' ? place.file : path;
  let schema: AnySchemaObject = documentOf(file);
  for (const token of fragment.split('/').slice(1)) schema = schema[token];
  return follow({ file, schema });
}
