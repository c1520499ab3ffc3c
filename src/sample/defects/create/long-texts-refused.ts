import { isObject, type Json } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

const LONGEST = 20;

/** Texts that somebody reads, in columns that are too narrow for some. */
const NARROW: readonly string[] = ['title', 'department', 'streetAddress'];

export const longTextsRefused: Defect = {
  name: 'long-texts-refused',
  area: 'create',
  kind: 'values',
  title: 'A title, department or street of more than twenty characters is refused with 400, without a word of the reason.',
  check: 'SC2803',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      if (type === 'User' && hasLong(attributes)) throw badRequest('invalidValue', 'Validation failed.');
      return next(type, attributes, entry);
    },
  }),
};

function hasLong(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasLong);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, each]) =>
    NARROW.includes(key) && typeof each === 'string' ? each.length > LONGEST : hasLong(each),
  );
}
