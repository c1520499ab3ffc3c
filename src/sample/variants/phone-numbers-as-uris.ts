import { isObject, type Json } from '../../scim/json.js';
import type { Variant } from '../defect.js';

export const phoneNumbersAsUris: Variant = {
  name: 'phone-numbers-as-uris',
  title: 'Phone numbers are kept as RFC 3966 writes them.',
  allowedBy: 'RFC 7643 §4.1.2',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    accept: (next, type, body) => {
      const accepted = next(type, body);
      const numbers = accepted['phoneNumbers'];
      return Array.isArray(numbers) ? { ...accepted, phoneNumbers: numbers.map(canonical) } : accepted;
    },
  }),
};

function canonical(number: Json): Json {
  if (!isObject(number) || typeof number['value'] !== 'string' || number['value'].startsWith('tel:')) return number;
  const plain = number['value'].replaceAll('(0)', '').replace(/[^\d+]+/g, '-');
  return { ...number, value: `tel:${plain}` };
}
