import { isObject, type Json } from '../../scim/json.js';
import type { Variant } from '../defect.js';

export const bulkStatusWithCode: Variant = {
  name: 'bulk-status-with-code',
  title: 'The status of a result of a bulk request is an object with a code.',
  allowedBy: 'RFC 7644 §3.7',
  hooks: () => ({
    bulk: (next, body) => {
      const response = next(body);
      const results = response['Operations'];
      return { ...response, Operations: Array.isArray(results) ? results.map(withCode) : [] };
    },
  }),
};

function withCode(result: Json): Json {
  return isObject(result) && result['status'] !== undefined ? { ...result, status: { code: result['status'] } } : result;
}
