import { isObject, type Json } from '../../scim/json.js';
import type { Variant } from '../defect.js';

const PLURALS = ['emails', 'phoneNumbers', 'roles'];

export const elementsDescribed: Variant = {
  name: 'elements-described',
  title: 'E-mail addresses and the like get a type and a display name from the server where the client gave none.',
  allowedBy: 'RFC 7643 §4.1.2',
  hooks: () => ({
    accept: (next, type, body) => {
      const accepted = next(type, body);
      return Object.fromEntries(Object.entries(accepted).map(([name, value]) => [name, PLURALS.includes(name) ? described(value) : value]));
    },
  }),
};

function described(elements: Json): Json {
  if (!Array.isArray(elements)) return elements;
  return elements.map((element) =>
    isObject(element) && typeof element['value'] === 'string'
      ? { type: 'work', display: element['value'].toLowerCase(), ...element }
      : element,
  );
}
