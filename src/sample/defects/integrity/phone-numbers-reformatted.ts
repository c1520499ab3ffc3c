import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';

export const phoneNumbersReformatted: Defect = {
  name: 'phone-numbers-reformatted',
  area: 'integrity',
  kind: 'values',
  title: 'Blanks and punctuation of phone numbers are taken away.',
  failure: 'F70',
  check: 'SC1251',
  clients: ['entra'],
  hooks: () => ({
    save: (next, type, attributes, entry) => {
      const numbers = attributes['phoneNumbers'];
      if (!Array.isArray(numbers)) return next(type, attributes, entry);
      const plain = numbers.map((each) => (isObject(each) ? { ...each, value: String(each['value']).replace(/[^+\d]/g, '') } : each));
      return next(type, { ...attributes, phoneNumbers: plain }, entry);
    },
  }),
};
