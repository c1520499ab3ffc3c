import type { Defect } from '../../defect.js';

export const patchAnswers202: Defect = {
  name: 'patch-answers-202',
  area: 'patch',
  title: 'A PATCH that was carried out is answered 202.',
  check: 'SC2145',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    // Operations of a bulk request have their own statuses.
    exchange: (next, request) => {
      const answer = next(request);
      return request.method === 'PATCH' && answer.status === 200 ? { ...answer, status: 202 } : answer;
    },
  }),
};
