import type { Defect } from '../../defect.js';

export const duplicateAccepted: Defect = {
  name: 'duplicate-accepted',
  area: 'create',
  title: 'A second user with the same userName is created.',
  failure: 'F16',
  check: 'SC1208',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ unique: () => undefined }),
};
