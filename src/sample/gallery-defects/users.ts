import { isObject, type JsonObject } from '../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import { isPath } from '../defects/common.js';
import { readOperation } from '../operation.js';
import type { GalleryDefect } from './defect.js';
import { answeredWith, notFound } from './look-ups.js';

/** Faults that the tests of users find which Entra's own client plays. */
export const USER_FAULTS: readonly GalleryDefect[] = [
  {
    name: 'gallery-created-user-not-found',
    test: 'Create_User_Test',
    title: 'A look-up does not find users whose name begins with lacreate.',
    hooks: () => notFound('lacreate'),
  },
  {
    name: 'gallery-title-by-path-ignored',
    test: 'Update_User_Test',
    title: 'A PATCH with the path "title" is answered and not done; one without a path is.',
    hooks: () => ({
      operations: (next, body, entry) => next(body, entry).filter((operation) => !isPath(readOperation(operation).path, 'title')),
    }),
  },
  {
    name: 'gallery-disabled-as-text',
    test: 'Disable_User_Test',
    title: 'Users whose name begins with ladis are shown with the text "False" once they are disabled.',
    hooks: () => answeredWith('ladis', (found) => found.map((user) => (user['active'] === false ? { ...user, active: 'False' } : user))),
  },
  {
    name: 'gallery-deleted-user-410',
    test: 'Delete_User_Test',
    title: 'A GET of a deleted user is answered 410.',
    hooks: () => {
      const deleted = new Set<string>();
      return {
        erase: (next, entry) => {
          if (entry.type === 'User') deleted.add(entry.id);
          next(entry);
        },
        failure: (next, refusal, request) => {
          const answer = next(refusal, request);
          const id = request.path?.split('/')[2] ?? '';
          return answer.status === 404 && deleted.has(id) ? { ...answer, status: 410 } : answer;
        },
      };
    },
  },
  {
    name: 'gallery-manager-not-in-lists',
    test: 'User_Update_Manager_Test',
    title: 'Lists show users without their manager.',
    hooks: () => ({ envelope: (next, resources, page, query) => next(resources.map(withoutManager), page, query) }),
  },
  {
    name: 'gallery-restored-under-another-id',
    test: 'Restore_User_Test',
    title: 'Look-ups show a user who was disabled and restored under another id.',
    hooks: () => {
      const disabled = new Set<unknown>();
      return answeredWith('larestore', (found) =>
        found.map((user) => {
          if (user['active'] === false) disabled.add(user['id']);
          return user['active'] === true && disabled.has(user['id']) ? { ...user, id: `${user['id']}-2` } : user;
        }),
      );
    },
  },
  {
    name: 'gallery-user-on-demand-not-found',
    test: 'POD_User_Test',
    title: 'A look-up does not find users whose name begins with lapod.',
    hooks: () => notFound('lapod'),
  },
];

function withoutManager(user: JsonObject): JsonObject {
  const extension = user[ENTERPRISE_USER_URN];
  if (!isObject(extension)) return user;
  const { manager: _manager, ...rest } = extension;
  return { ...user, [ENTERPRISE_USER_URN]: rest };
}
