import type { Defect } from '../../defect.js';

export const deleteKeeps: Defect = {
  name: 'delete-keeps',
  area: 'delete',
  title: 'DELETE answers 204 and deletes nothing.',
  failure: 'F91',
  check: 'SC2601',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ erase: () => undefined }),
};
