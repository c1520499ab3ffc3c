import type { Defect } from '../../defect.js';

export const nameMissing: Defect = {
  name: 'name-missing',
  area: 'shape',
  title: 'Answers lack the parts of the name.',
  failure: 'F85',
  check: 'SC1205',
  also: { SC9002: "Okta's SPEC test looks for the parts of the name by itself." },
  clients: ['okta'],
  hooks: () => ({
    render: (next, entry) => {
      const { name: _, ...rest } = next(entry);
      return rest;
    },
  }),
};
