import type { Variant } from '../defect.js';

export const patchNoContent: Variant = {
  name: 'patch-no-content',
  title: 'PATCH answers 204 without a body.',
  allowedBy: 'RFC 7644 §3.5.2',
  hooks: () => ({
    perform: (next, route, request) => {
      const answer = next(route, request);
      return request.method === 'PATCH' ? { status: 204, headers: answer.headers.filter(([name]) => name === 'ETag') } : answer;
    },
  }),
};
