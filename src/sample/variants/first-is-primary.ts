import { isObject, type Json } from '../../scim/json.js';
import type { Variant } from '../defect.js';

const PLURALS = ['emails', 'phoneNumbers', 'roles'];

export const firstIsPrimary: Variant = {
  name: 'first-is-primary',
  title: 'The first e-mail address, telephone number and role is the primary one where the client has chosen none.',
  allowedBy: 'RFC 7644 §3.3',
  hooks: () => ({
    save: (next, type, attributes, entry) =>
      next(
        type,
        Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, PLURALS.includes(name) ? withPrimary(value) : value])),
        entry,
      ),
  }),
};

function withPrimary(elements: Json): Json {
  if (!Array.isArray(elements) || elements.some((element) => isObject(element) && element['primary'] === true)) return elements;
  return elements.map((element, index) => (index === 0 && isObject(element) ? { ...element, primary: true } : element));
}
