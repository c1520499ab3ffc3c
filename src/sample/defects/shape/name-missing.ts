import type { Defect } from '../../defect.js';

export const nameMissing: Defect = {
  name: 'name-missing',
  area: 'shape',
  title: 'Answers lack the parts of the name.',
  failure: 'F85',
  check: 'SC1205',
  also: { SC2202: 'What a PUT brings is not shown either.' },
  clients: ['okta'],
  hooks: () => ({
    render: (next, entry) => {
      const { name: _, ...rest } = next(entry);
      return rest;
    },
  }),
};
