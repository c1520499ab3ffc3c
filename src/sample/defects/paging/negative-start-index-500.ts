import { ERROR_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';
import { reply } from '../../reply.js';

export const negativeStartIndex500: Defect = {
  name: 'negative-start-index-500',
  area: 'paging',
  kind: 'pages',
  title: 'A negative startIndex answers 500.',
  check: 'SC1405',
  clients: ['rfc'],
  hooks: () => ({
    exchange: (next, request) => {
      if (/(^|&)startIndex=-/.test(request.query))
        return reply(500, { schemas: [ERROR_URN], status: '500', detail: 'The offset is negative.' });
      return next(request);
    },
  }),
};
