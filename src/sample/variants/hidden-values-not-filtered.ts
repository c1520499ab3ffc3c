import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { Variant } from '../defect.js';
import { redeclared } from '../redeclared.js';
import { Refusal } from '../refusal.js';

export const hiddenValuesNotFiltered: Variant = {
  name: 'hidden-values-not-filtered',
  title: 'Employee numbers are never shown, as /Schemas says, and who filters on them is refused with 403.',
  allowedBy: 'RFC 7644 §7.5.2',
  clients: ['rfc'],
  hooks: () => ({
    schemas: (next) => redeclared(next(), (each) => (each['name'] === 'employeeNumber' ? { ...each, returned: 'never' } : each)),
    select: (next, entries, filter, types) => {
      if (/employeeNumber/i.test(filter)) throw new Refusal(403, 'Nobody is looked up by an employee number.', 'sensitive');
      return next(entries, filter, types);
    },
    render: (next, entry) => withoutNumbers(next(entry)),
  }),
};

function withoutNumbers(resource: JsonObject): JsonObject {
  const shown = (value: Json): Json => {
    if (!isObject(value) || !('employeeNumber' in value)) return value;
    const { employeeNumber: _, ...rest } = value;
    return rest;
  };
  return Object.fromEntries(Object.entries(resource).map(([name, value]) => [name, shown(value)]));
}
