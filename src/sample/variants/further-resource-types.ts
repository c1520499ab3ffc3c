import { RESOURCE_TYPE_URN } from '../../scim/urn.js';
import type { Variant } from '../defect.js';

export const furtherResourceTypes: Variant = {
  name: 'further-resource-types',
  title: 'A further resource type is advertised.',
  allowedBy: 'RFC 7643 §6',
  hooks: () => ({
    resourceTypes: (next) => [
      ...next(),
      {
        schemas: [RESOURCE_TYPE_URN],
        id: 'Device',
        name: 'Device',
        endpoint: '/Devices',
        schema: 'urn:example:params:scim:schemas:core:1.0:Device',
      },
    ],
  }),
};
