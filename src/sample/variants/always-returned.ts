import { isObject, type Json } from '../../scim/json.js';
import type { Variant } from '../defect.js';

const ALWAYS = ['userName', 'displayName'];

export const alwaysReturned: Variant = {
  name: 'always-returned',
  title: 'Names are part of every answer, whatever was asked for, as /Schemas says.',
  allowedBy: 'RFC 7643 §7',
  hooks: () => ({
    schemas: (next) =>
      next().map((schema) => {
        const { attributes } = schema;
        return Array.isArray(attributes) ? { ...schema, attributes: attributes.map(declared) } : schema;
      }),
    project: (next, resource, type, query) => ({
      ...Object.fromEntries(Object.entries(resource).filter(([name]) => ALWAYS.includes(name))),
      ...next(resource, type, query),
    }),
  }),
};

function declared(attribute: Json): Json {
  return isObject(attribute) && ALWAYS.includes(String(attribute['name'])) ? { ...attribute, returned: 'always' } : attribute;
}
