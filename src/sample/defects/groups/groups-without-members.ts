import { CORE_URNS } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';
import { redeclared } from '../../redeclared.js';

export const groupsWithoutMembers: Defect = {
  name: 'groups-without-members',
  area: 'groups',
  title: 'Groups have a name alone, as /Schemas says: who is in them is decided in the app.',
  check: 'SC2807',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    schemas: (next) =>
      redeclared(next(), (each, schema) => (schema['id'] === CORE_URNS.Group && each['name'] === 'members' ? undefined : each)),
    accept: (next, type, body) => {
      const { members: _, ...rest } = next(type, body);
      return rest;
    },
    patch: (next, entry, operations) => {
      const { members: _, ...rest } = next(entry, operations);
      return rest;
    },
  }),
};
