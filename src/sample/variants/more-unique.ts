import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { Variant } from '../defect.js';
import { redeclared } from '../redeclared.js';
import { Refusal } from '../refusal.js';

export const moreUnique: Variant = {
  name: 'more-unique',
  title: 'No two people have the same display name or telephone number, as /Schemas says.',
  allowedBy: 'RFC 7643 §7',
  hooks: ({ store }) => ({
    schemas: (next) => redeclared(next(), (each, schema) => (schema['name'] === 'User' ? declared(each) : each)),
    unique: (next, type, attributes, entry) => {
      next(type, attributes, entry);
      if (type !== 'User') return;
      const taken = new Set(store.all('User').flatMap((other) => (other.id === entry?.id ? [] : ownValues(other.attributes))));
      if (ownValues(attributes).some((value) => taken.has(value))) throw new Refusal(409, 'Somebody else has it.', 'uniqueness');
    },
  }),
};

function declared(attribute: JsonObject): JsonObject {
  const { name, subAttributes } = attribute;
  if (name === 'displayName') return { ...attribute, uniqueness: 'server' };
  if (name !== 'phoneNumbers' || !Array.isArray(subAttributes)) return attribute;
  const parts = subAttributes.map((part): Json => (isObject(part) && part['name'] === 'value' ? { ...part, uniqueness: 'server' } : part));
  return { ...attribute, subAttributes: parts };
}

/** What nobody else may have, in lower case. */
function ownValues({ displayName, phoneNumbers }: JsonObject): string[] {
  const numbers = Array.isArray(phoneNumbers) ? phoneNumbers.map((number) => (isObject(number) ? number['value'] : null)) : [];
  return [displayName, ...numbers].filter((value) => typeof value === 'string').map((value) => value.toLowerCase());
}
