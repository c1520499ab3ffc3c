import { isObject } from '../../../scim/json.js';
import { ERROR_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';

export const errorSchemasText: Defect = {
  name: 'error-schemas-text',
  area: 'errors',
  title: 'schemas in an error body is a text in place of a list.',
  failure: 'F54',
  check: 'SC1102',
  clients: ['rfc'],
  hooks: () => ({
    failure: (next, refusal, request) =>
      mapBody(next(refusal, request), (body) => (isObject(body) ? { ...body, schemas: ERROR_URN } : body)),
  }),
};
