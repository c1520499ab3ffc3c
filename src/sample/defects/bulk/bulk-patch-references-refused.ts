import { isObject, type Json } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';

export const bulkPatchReferencesRefused: Defect = {
  name: 'bulk-patch-references-refused',
  area: 'bulk',
  title: 'In a PATCH of a bulk request references to other operations are taken for ids, which nobody has.',
  check: 'SC1906',
  clients: ['rfc'],
  hooks: () => ({
    bulk: (next, body) => {
      const operations = body['Operations'];
      return next(Array.isArray(operations) ? { ...body, Operations: operations.map(withoutReferences) } : body);
    },
  }),
};

function withoutReferences(operation: Json): Json {
  const isPatch = isObject(operation) && String(operation['method']).toUpperCase() === 'PATCH';
  return isPatch ? (JSON.parse(JSON.stringify(operation).replaceAll('"bulkId:', '"id:')) as Json) : operation;
}
