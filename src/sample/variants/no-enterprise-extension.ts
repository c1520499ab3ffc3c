import { CORE_URNS, ENTERPRISE_USER_URN } from '../../scim/urn.js';
import type { Variant } from '../defect.js';

export const noEnterpriseExtension: Variant = {
  name: 'no-enterprise-extension',
  title: 'The enterprise extension is neither supported nor advertised.',
  allowedBy: 'RFC 7643 §3.3',
  hooks: () => ({
    schemas: (next) => next().filter((schema) => schema['id'] !== ENTERPRISE_USER_URN),
    resourceTypes: (next) => next().map(({ schemaExtensions: _, ...type }) => type),
    accept: (next, type, body) => {
      const { [ENTERPRISE_USER_URN]: _, ...rest } = next(type, body);
      return { ...rest, schemas: [type === 'User' ? CORE_URNS.User : CORE_URNS.Group] };
    },
  }),
};
