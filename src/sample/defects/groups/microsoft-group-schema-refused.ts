import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const microsoftGroupSchemaRefused: Defect = {
  name: 'microsoft-group-schema-refused',
  area: 'groups',
  title: 'A group whose schemas list names Microsoft’s ADSCIM URI is refused with 400.',
  failure: 'F66',
  check: 'SC2313',
  clients: ['entra'],
  hooks: () => ({
    accept: (next, type, body) => {
      const schemas = body['schemas'];
      if (Array.isArray(schemas) && schemas.some((schema) => String(schema).startsWith('http://schemas.microsoft.com/'))) {
        throw badRequest('invalidSyntax', 'The body names a schema that does not exist.');
      }
      return next(type, body);
    },
  }),
};
