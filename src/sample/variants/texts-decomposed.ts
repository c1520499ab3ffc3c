import { isObject, type Json } from '../../scim/json.js';
import type { Variant } from '../defect.js';

export const textsDecomposed: Variant = {
  name: 'texts-decomposed',
  title: 'Texts are kept, and looked up, in another Unicode normalization form.',
  allowedBy: 'RFC 7644 §3.3',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    accept: (next, type, body) =>
      Object.fromEntries(Object.entries(next(type, body)).map(([name, value]) => [name, name === 'schemas' ? value : decomposed(value)])),
    select: (next, entries, filter, types) => next(entries, filter.normalize('NFD'), types),
  }),
};

function decomposed(value: Json): Json {
  if (typeof value === 'string') return value.normalize('NFD');
  if (Array.isArray(value)) return value.map(decomposed);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, decomposed(member)])) : value;
}
