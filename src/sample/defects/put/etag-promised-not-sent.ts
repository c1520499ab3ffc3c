import type { Defect } from '../../defect.js';
import { withoutHeader } from '../../reply.js';

export const etagPromisedNotSent: Defect = {
  name: 'etag-promised-not-sent',
  area: 'put',
  title: 'ServiceProviderConfig promises versions, and there are none.',
  failure: 'F106',
  check: 'SC1801',
  clients: ['rfc'],
  hooks: () => ({ exchange: (next, request) => withoutHeader(next(request), 'ETag') }),
};
