import type { Defect } from '../../defect.js';

export const byteOrderMark: Defect = {
  name: 'byte-order-mark',
  area: 'transport',
  title: 'Bodies begin with a byte order mark.',
  check: 'SC1146',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    exchange: (next, request) => {
      const { body, ...reply } = next(request);
      return body === undefined ? reply : { ...reply, text: `\ufeff${JSON.stringify(body)}` };
    },
  }),
};
