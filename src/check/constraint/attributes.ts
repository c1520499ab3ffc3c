import { defined } from '../../base/defined.js';
import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { ScimRequest } from '../../scim/message.js';
import { valueAt } from '../../scim/resource.js';
import type { SchemaSet } from '../../scim/schema-set.js';
import { CORE_URNS, coreType } from '../../scim/urn.js';
import type { RefusedWrite } from './refused-write.js';

/** The attributes of a PATCH or PUT, without sub-attributes and filters. */
export function changedNames(body: ScimRequest['body']): string[] {
  if (!isObject(body)) return [];
  const operations = body['Operations'];
  if (!Array.isArray(operations)) return Object.keys(body).filter((name) => !name.startsWith('urn:') && name !== 'schemas');
  const changed = operations.flatMap((operation): string[] => {
    if (!isObject(operation)) return [];
    if (typeof operation['path'] === 'string') return [operation['path']];
    return isObject(operation['value']) ? Object.keys(operation['value']) : [];
  });
  return [...new Set(changed.map((path) => path.replace(/^urn:[^[]*:/i, '').replace(/\[.*$/, '')))];
}

/** One value that the schema lets be changed; lists are changed value by value. */
export function isPlain(schemas: SchemaSet, { resourceType = 'User' }: RefusedWrite['request'], name: string): boolean {
  const [attribute = '', sub] = name.split('.');
  const definition = schemas.find(sub === undefined ? { attribute } : { attribute, sub }, resourceType);
  return definition?.multiValued !== true && (definition?.mutability ?? 'readWrite') === 'readWrite';
}

/** An attribute, and the extension that it belongs to. */
export interface Place {
  readonly path: string;
  readonly urn?: string;
}

/** All attributes that the type may have, and the parts of a name. */
export function placesOf(schemas: SchemaSet, { resourceType = 'User' }: RefusedWrite['request']): Place[] {
  const others = Object.values(CORE_URNS).filter((urn) => urn !== CORE_URNS[resourceType]);
  const attributes = schemas.schemas
    .filter(({ id }) => !others.includes(id))
    .flatMap(({ id, attributes: own }) =>
      own.map(({ name }): Place => (coreType(id) === undefined ? { path: name, urn: id } : { path: name })),
    );
  const parts = resourceType === 'User' ? [{ path: 'name.givenName' }, { path: 'name.familyName' }] : [];
  return [{ path: 'externalId' }, ...parts, ...attributes];
}

export function pathsOf(schemas: SchemaSet, request: RefusedWrite['request']): string[] {
  return placesOf(schemas, request).map(({ path }) => path);
}

/** What a body says of an attribute, at its top or in its extension; undefined: nothing. */
export function heldAt(body: JsonObject, { path, urn }: Place): Json | undefined {
  const [attribute = '', sub] = path.split('.');
  return valueAt(body, { attribute, ...defined({ urn, sub }) });
}

/** The attribute has a value. */
export function holds(body: JsonObject, place: Place): boolean {
  const held = heldAt(body, place);
  return held !== undefined && held !== null && held !== '' && !(Array.isArray(held) && held.length === 0);
}
