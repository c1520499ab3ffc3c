import type { Json } from '../../scim/json.js';
import type { Variant } from '../defect.js';
import { redeclared } from '../redeclared.js';
import { badRequest } from '../refusal.js';

const REQUIRED = ['displayName', 'emails', 'name'];

export const moreRequired: Variant = {
  name: 'more-required',
  title: 'Users must have a name, a display name and an address, as /Schemas says.',
  allowedBy: 'RFC 7643 §7',
  hooks: () => ({
    schemas: (next) =>
      redeclared(next(), (each, schema) =>
        schema['name'] === 'User' && REQUIRED.includes(String(each['name'])) ? { ...each, required: true } : each,
      ),
    // A PATCH that takes one away is another matter: clients do that only when the directory says so.
    accept: (next, type, body) => {
      const accepted = next(type, body);
      const missing = type === 'User' ? REQUIRED.find((name) => isAbsent(accepted[name])) : undefined;
      if (missing !== undefined) throw badRequest('invalidValue', `${missing} is required.`);
      return accepted;
    },
  }),
};

function isAbsent(value: Json | undefined): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
