import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';

export const ownSchemaUntrue: Defect = {
  name: 'own-schema-untrue',
  area: 'discovery',
  title: '/Schemas says that userName is never returned.',
  check: 'SC1117',
  clients: ['rfc'],
  hooks: () => ({
    schemas: (next) =>
      next().map((schema) => {
        const attributes = Array.isArray(schema['attributes']) ? schema['attributes'].filter(isObject) : [];
        return { ...schema, attributes: attributes.map((each) => (each['name'] === 'userName' ? { ...each, returned: 'never' } : each)) };
      }),
  }),
};
