import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { mapBody } from '../../reply.js';
import { onCreate } from '../common.js';

export const createWithoutId: Defect = {
  name: 'create-without-id',
  area: 'create',
  title: 'The answer to POST has no id.',
  failure: 'F50',
  check: 'SC1202',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) =>
      onCreate(route, request, next(route, request), (answer) =>
        mapBody(answer, (body) => (isObject(body) ? Object.fromEntries(Object.entries(body).filter(([key]) => key !== 'id')) : body)),
      ),
  }),
};
