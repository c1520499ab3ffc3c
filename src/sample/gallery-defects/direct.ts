import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import { onCreate } from '../defects/common.js';
import { assignments, rewrite } from '../operation.js';
import { badRequest } from '../refusal.js';
import type { Hooks } from '../stage.js';
import type { GalleryDefect } from './defect.js';

/** Faults that the template's own requests find. */
export const DIRECT_FAULTS: readonly GalleryDefect[] = [
  {
    name: 'gallery-external-id-not-in-schemas',
    test: 'Schema_Discoverability_Test',
    title: '/Schemas does not name externalId.',
    hooks: () => ({ schemas: (next) => next().map(withoutExternalId) }),
  },
  {
    name: 'gallery-null-kept-as-text',
    test: 'SCIM_Null_Update_Test',
    title: 'A PATCH that sets an attribute to null leaves an empty text.',
    hooks: () => ({
      operations: (next, body, entry) =>
        rewrite(next(body, entry), ({ op, path, value }) =>
          path === undefined && isObject(value) ? { op, value: Object.fromEntries(Object.entries(value).map(emptied)) } : undefined,
        ),
    }),
  },
  {
    name: 'gallery-user-name-in-capitals',
    test: 'SCIM_User_Create_Test',
    title: 'The answer to a new user has the userName in capitals.',
    hooks: () => createdAs('User', (user) => ({ ...user, userName: String(user['userName']).toUpperCase() })),
  },
  {
    name: 'gallery-group-answered-without-name',
    test: 'SCIM_Group_Create_Test',
    title: 'The answer to a new group has no displayName.',
    hooks: () => createdAs('Group', ({ displayName: _displayName, ...group }) => group),
  },
  {
    name: 'gallery-e-mail-checked',
    test: 'SCIM_User_Update_Test',
    title: 'A PATCH with an e-mail address that has no @ is refused.',
    hooks: () => ({
      patch: (next, entry, operations) => {
        const isWrong = (value: Json | undefined): boolean => typeof value === 'string' && value !== '' && !value.includes('@');
        if (assignments(operations).some(({ path, value }) => path?.startsWith('emails[') === true && isWrong(value)))
          throw badRequest('invalidValue', 'An e-mail address must have an @.');
        return next(entry, operations);
      },
    }),
  },
  {
    name: 'gallery-group-external-id-fixed',
    test: 'SCIM_Group_Update_Test',
    title: 'A group keeps the externalId that it was created with.',
    hooks: () => ({
      patch: (next, entry, operations) => {
        const changed = next(entry, operations);
        const first = entry.attributes['externalId'];
        return entry.type === 'Group' && first !== undefined ? { ...changed, externalId: first } : changed;
      },
    }),
  },
  {
    name: 'gallery-user-pages-without-start',
    test: 'SCIM_User_Pagination_Test',
    title: 'Pages of users have no startIndex.',
    hooks: () => pagesWithoutStart('User'),
  },
  {
    name: 'gallery-group-pages-without-start',
    test: 'SCIM_Group_Pagination_Test',
    title: 'Pages of groups have no startIndex.',
    hooks: () => pagesWithoutStart('Group'),
  },
  {
    name: 'gallery-removed-manager-empty-object',
    test: 'SCIM_Update_Manager_Test',
    title: 'Users without a manager are shown with an empty object as manager.',
    hooks: () => ({
      render: (next, entry) => {
        const user = next(entry);
        const extension = user[ENTERPRISE_USER_URN];
        return isObject(extension) ? { ...user, [ENTERPRISE_USER_URN]: { manager: {}, ...extension } } : user;
      },
    }),
  },
];

function withoutExternalId(schema: JsonObject): JsonObject {
  const attributes = Array.isArray(schema['attributes']) ? schema['attributes'] : [];
  return { ...schema, attributes: attributes.filter((attribute) => !isObject(attribute) || attribute['name'] !== 'externalId') };
}

function emptied([name, value]: readonly [string, Json]): [string, Json] {
  return [name, value === null ? '' : value];
}

function createdAs(type: ResourceType, change: (resource: JsonObject) => JsonObject): Hooks {
  return {
    perform: (next, route, request) =>
      onCreate(route, request, next(route, request), (answer) =>
        route.kind === 'collection' && route.type === type && isObject(answer.body) ? { ...answer, body: change(answer.body) } : answer,
      ),
  };
}

/** Of a list that is asked for by pages; look-ups by a filter are as they should be. */
function pagesWithoutStart(type: ResourceType): Hooks {
  return {
    envelope: (next, resources, page, query) => {
      const { startIndex, ...list } = next(resources, page, query);
      const isPage = query.filter === undefined && page.items.some((entry) => entry.type === type);
      return isPage ? list : { ...list, startIndex: startIndex ?? page.startIndex };
    },
  };
}
