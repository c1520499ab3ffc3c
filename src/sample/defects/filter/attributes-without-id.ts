import { defined } from '../../../base/defined.js';
import type { Defect } from '../../defect.js';

export const attributesWithoutId: Defect = {
  name: 'attributes-without-id',
  area: 'filter',
  title: 'An answer limited by attributes has no id.',
  check: 'SC1502',
  clients: ['rfc'],
  hooks: () => ({
    project: (next, resource, type, query) => {
      const { id, ...rest } = next(resource, type, query);
      return query.attributes.length > 0 ? rest : { ...rest, ...defined({ id }) };
    },
  }),
};
