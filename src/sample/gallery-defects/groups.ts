import { getMember, type Json } from '../../scim/json.js';
import { isMembers } from '../defects/common.js';
import { assignments, readOperation } from '../operation.js';
import { badRequest } from '../refusal.js';
import type { GalleryDefect } from './defect.js';
import { nameOf, notFound, staysFound } from './look-ups.js';

/** Faults that the tests of groups find which Entra's own client plays. */
export const GROUP_FAULTS: readonly GalleryDefect[] = [
  {
    name: 'gallery-parentheses-not-found',
    test: 'Create_Group_Test',
    title: 'A look-up does not find groups whose name has parentheses.',
    hooks: () => notFound('('),
  },
  {
    name: 'gallery-renamed-group-not-found',
    test: 'Update_Group_Test',
    title: 'Look-ups find groups by the name that they were created with.',
    hooks: ({ store }) => {
      const first = new Map<Json | undefined, Json>();
      return {
        matches: (next, filter, resource, type) => {
          if (type !== 'Group') return next(filter, resource, type);
          for (const { id, attributes } of store.all('Group')) if (!first.has(id)) first.set(id, attributes['displayName'] ?? '');
          return next(filter, { ...resource, displayName: first.get(getMember(resource, 'id')) ?? '' }, type);
        },
        save: (next, type, attributes, entry) => {
          const saved = next(type, attributes, entry);
          if (!first.has(saved.id)) first.set(saved.id, saved.attributes['displayName'] ?? '');
          return saved;
        },
      };
    },
  },
  {
    name: 'gallery-deleted-group-found',
    test: 'Delete_Group_Test',
    title: 'A look-up goes on showing groups whose name begins with LADeleteGroup after they were deleted.',
    hooks: () => staysFound('LADeleteGroup'),
  },
  {
    name: 'gallery-member-refused',
    test: 'Group_Update_Add_Member_Test',
    title: 'Members of LAMemberGroup are refused, those of LAMemberGroup…-Remove are not.',
    hooks: () => ({
      patch: (next, entry, operations) => {
        const isConcerned = nameOf(entry).startsWith('LAMemberGroup') && !nameOf(entry).endsWith('-Remove');
        if (isConcerned && assignments(operations).some(({ path }) => isMembers(path)))
          throw badRequest('invalidValue', 'This group takes no members.');
        return next(entry, operations);
      },
    }),
  },
  {
    name: 'gallery-member-stays',
    test: 'Group_Update_Remove_Member_Test',
    title: 'A PATCH that removes members is answered and not done.',
    hooks: () => ({
      operations: (next, body, entry) =>
        next(body, entry).filter((operation) => {
          const { op, path } = readOperation(operation);
          return op !== 'remove' || !isMembers(path);
        }),
    }),
  },
  {
    name: 'gallery-group-on-demand-not-found',
    test: 'POD_Group_Test',
    title: 'A look-up does not find groups whose name begins with LAPodGroup.',
    hooks: () => notFound('LAPodGroup'),
  },
  {
    name: 'gallery-group-taken-away-found',
    test: 'Restore_Group_Test',
    title: 'A look-up goes on showing groups whose name begins with RestoreGrp after they were taken away.',
    hooks: () => staysFound('RestoreGrp'),
  },
];
