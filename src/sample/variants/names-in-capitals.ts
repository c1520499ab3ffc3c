import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { Variant } from '../defect.js';

export const namesInCapitals: Variant = {
  name: 'names-in-capitals',
  title: 'The attributes of resources are named in capitals.',
  allowedBy: 'RFC 7643 §2.1',
  clients: ['rfc'],
  hooks: () => ({
    project: (next, resource, type, query) => capitals(next(resource, type, query)),
  }),
};

/** URNs are no names. */
function capitals(resource: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(resource).map(([name, value]) => [name.includes(':') ? name : name.toUpperCase(), inner(value)]),
  );
}

function inner(value: Json): Json {
  if (Array.isArray(value)) return value.map(inner);
  return isObject(value) ? capitals(value) : value;
}
