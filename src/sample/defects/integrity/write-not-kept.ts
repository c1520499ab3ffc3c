import type { Defect } from '../../defect.js';

export const writeNotKept: Defect = {
  name: 'write-not-kept',
  area: 'integrity',
  title: 'A PATCH or PUT answers with the change and does not keep it.',
  check: ['SC2118', 'SC2202'],
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    save: (next, type, attributes, entry) => (entry === undefined ? next(type, attributes, entry) : { ...entry, attributes }),
  }),
};
