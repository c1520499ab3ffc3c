import { getMember, isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { redeclared } from '../../redeclared.js';
import { badRequest } from '../../refusal.js';

export const memberTypesRequired: Defect = {
  name: 'member-types-required',
  area: 'groups',
  title: 'A member must say whether it is a user or a group, as /Schemas says: one without a type is refused.',
  check: 'SC2809',
  clients: ['entra', 'okta'],
  hooks: () => ({
    schemas: (next) =>
      redeclared(next(), (each, schema) => {
        const parts = each['subAttributes'];
        if (schema['name'] !== 'Group' || each['name'] !== 'members' || !Array.isArray(parts)) return each;
        return {
          ...each,
          subAttributes: parts.map((part) => (isObject(part) && part['name'] === 'type' ? { ...part, required: true } : part)),
        };
      }),
    check: (next, type, attributes, entry) => {
      const members = type === 'Group' ? getMember(attributes, 'members') : undefined;
      const isBare = Array.isArray(members) && members.some((each) => isObject(each) && getMember(each, 'type') === undefined);
      if (isBare) throw badRequest('invalidValue', 'members.type is required.');
      next(type, attributes, entry);
    },
  }),
};
