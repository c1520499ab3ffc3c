import type { Defect } from '../../defect.js';
import { redeclared } from '../../redeclared.js';
import { badRequest } from '../../refusal.js';
import { membersOf } from '../common.js';

export const membersRequired: Defect = {
  name: 'members-required',
  area: 'groups',
  title: 'A group always has members, as /Schemas says: whoever creates or leaves one empty is refused.',
  check: 'SC2808',
  clients: ['entra', 'okta'],
  hooks: () => ({
    schemas: (next) =>
      redeclared(next(), (each, schema) => (schema['name'] === 'Group' && each['name'] === 'members' ? { ...each, required: true } : each)),
    check: (next, type, attributes, entry) => {
      if (type === 'Group' && membersOf({ attributes }).length === 0) throw badRequest('invalidValue', 'members is required.');
      next(type, attributes, entry);
    },
  }),
};
