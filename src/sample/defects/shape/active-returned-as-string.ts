import type { Defect } from '../../defect.js';

export const activeReturnedAsString: Defect = {
  name: 'active-returned-as-string',
  area: 'shape',
  title: 'active is returned as text.',
  failure: 'F01',
  check: 'SC1109',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    render: (next, entry) => {
      const resource = next(entry);
      return typeof resource['active'] === 'boolean' ? { ...resource, active: String(resource['active']) } : resource;
    },
  }),
};
