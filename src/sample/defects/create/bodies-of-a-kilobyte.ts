import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

/** So many bytes are taken. */
const MOST = 1024;

export const bodiesOfAKilobyte: Defect = {
  name: 'bodies-of-a-kilobyte',
  area: 'create',
  title: 'Bodies of more than 1,024 bytes are refused, which is less than a person with all attributes takes.',
  check: 'SC2810',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (request.body.length > MOST) throw new Refusal(413, `The request body exceeds the maximum size of ${MOST} bytes.`);
      return next(route, request);
    },
  }),
};
