import type { Variant } from '../defect.js';
import { declareMembers } from './declare-members.js';

export const membersOnRequest: Variant = {
  name: 'members-on-request',
  title: 'The members of a group are shown only when they are asked for by name, as /Schemas says.',
  allowedBy: 'RFC 7643 §7',
  hooks: () => ({
    schemas: (next) => declareMembers(next(), 'request'),
    project: (next, resource, type, query) => {
      const { members: _, ...rest } = resource;
      return next(query.attributes.some((name) => /(^|:)members$/i.test(name)) ? resource : rest, type, query);
    },
  }),
};
