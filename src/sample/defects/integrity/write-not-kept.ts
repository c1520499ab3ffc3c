import type { Defect } from '../../defect.js';

export const writeNotKept: Defect = {
  name: 'write-not-kept',
  area: 'integrity',
  title: 'A PATCH answers with the change and does not keep it.',
  check: 'SC2118',
  also: { SC2104: 'An element that is removed stays.', SC2202: 'A PUT is not kept either.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    save: (next, type, attributes, entry) => (entry === undefined ? next(type, attributes, entry) : { ...entry, attributes }),
  }),
};
