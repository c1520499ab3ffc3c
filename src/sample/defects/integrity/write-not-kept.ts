import type { Defect } from '../../defect.js';

export const writeNotKept: Defect = {
  name: 'write-not-kept',
  area: 'integrity',
  title: 'A PATCH or PUT answers with the change and does not keep it.',
  check: ['SC2118', 'SC2202'],
  also: {
    SC2104: 'An element that is removed stays.',
    SC2712: 'The answer shows what is not kept.',
    SC9001: 'Okta waits for a change that never comes.',
  },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    save: (next, type, attributes, entry) => (entry === undefined ? next(type, attributes, entry) : { ...entry, attributes }),
  }),
};
