import { expect, test } from 'vitest';
import { GALLERY_TESTS, type GalleryTestName } from '../../src/event/gallery-tests.js';
import { galleryVerdictOf, resultOf } from '../../src/event/gallery-verdict.js';
import type { GallerySettings } from '../../src/gallery/settings.js';
import { isObject, type Json, type JsonObject } from '../../src/scim/json.js';
import { ENTERPRISE_USER_URN } from '../../src/scim/urn.js';
import { type Fault, rehearse, type Seen } from './rehearse.js';

const error = (status: number, scimType: string, detail: string): JsonObject => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  status: String(status),
  scimType,
  detail,
});

const isLookUp = ({ request }: Seen, ...prefixes: string[]): boolean =>
  request.method === 'GET' && request.target.includes('filter=') && prefixes.some((prefix) => request.target.includes(prefix));

/** The resources of a list, changed. */
const each = (body: Json | undefined, change: (resource: JsonObject) => JsonObject | undefined): Json | undefined => {
  if (!isObject(body) || !Array.isArray(body['Resources'])) return body;
  const kept = body['Resources'].filter(isObject).flatMap((resource) => change(resource) ?? []);
  return { ...body, Resources: kept, totalResults: kept.length };
};

const nothing = (...prefixes: string[]): Fault => ({
  changes: (seen, body) => (isLookUp(seen, ...prefixes) && seen.request.purpose === 'raw' ? each(body, () => undefined) : body),
});

/** A server that goes on showing what was deleted. */
function stale(prefix: string): Fault {
  const last = new Map<string, JsonObject>();
  return {
    changes: (seen, body) => {
      if (!isLookUp(seen, prefix) || seen.request.purpose !== 'raw' || !isObject(body)) return body;
      const found = Array.isArray(body['Resources']) ? body['Resources'].filter(isObject) : [];
      if (found[0] !== undefined) last.set(prefix, found[0]);
      const kept = last.get(prefix);
      return kept === undefined ? body : { ...body, Resources: [kept], totalResults: 1 };
    },
  };
}

/** A look-up that goes on showing members who are gone. */
function membersStay(name: string): Fault {
  let members: Json | undefined;
  return {
    changes: (seen, body) => {
      if (!isLookUp(seen, name) || seen.request.purpose !== 'raw') return body;
      return each(body, (group) => {
        if (Array.isArray(group['members']) && group['members'].length > 0) members = group['members'];
        return members === undefined ? group : { ...group, members };
      });
    },
  };
}

function restoredUnderAnotherId(): Fault {
  let wasDisabled = false;
  return {
    changes: (seen, body) => {
      if (!isLookUp(seen, 'larestore') || seen.request.purpose !== 'raw') return body;
      return each(body, (user) => {
        wasDisabled ||= user['active'] === false;
        return wasDisabled && user['active'] === true ? { ...user, id: 'another' } : user;
      });
    },
  };
}

const changed = (prefix: string, method: 'GET' | 'POST', change: (body: JsonObject) => JsonObject): Fault => ({
  changes: ({ request, name }, body) =>
    request.method === method && request.purpose === 'raw' && name.startsWith(prefix) && isObject(body) && body['id'] !== undefined
      ? change(body)
      : body,
});

const refused = (prefix: string, method: 'PATCH' | 'POST', answer: JsonObject, when: (body: string) => boolean = () => true): Fault => ({
  answers: ({ request, name }) =>
    request.method === method && name.startsWith(prefix) && when(JSON.stringify(request.body))
      ? { status: Number(answer['status']), body: answer }
      : undefined,
});

const withoutStartIndex = (collection: string): Fault => ({
  changes: ({ request }, body) => {
    if (!request.target.startsWith(`/${collection}?startIndex=6`) || !isObject(body)) return body;
    const { startIndex: _startIndex, ...rest } = body;
    return rest;
  },
});

interface Row {
  readonly fault?: Fault;
  readonly settings?: Partial<GallerySettings>;
  /** The template's text. */
  readonly result: string;
  readonly cause?: string;
}

/** One fault for each test, which turns it red and no other. */
const ROWS: Readonly<Record<GalleryTestName, Row>> = {
  Create_User_Test: {
    fault: nothing('lacreate'),
    result:
      'FAILED - [Create Phase] Provisioning: success | SCIM: SCIM_Query_Created_User: User not found on SCIM server after provisioning',
  },
  Update_User_Test: {
    fault: changed('updated-laupdate', 'GET', (user) => ({ ...user, title: 'as before' })),
    result:
      'FAILED - [Update Phase] Provisioning: success | SCIM: Update_User_-_Attribute_Match_Summary: Attribute mismatch: 1 attributes failed',
    cause: 'not as they were sent: title',
  },
  Disable_User_Test: {
    fault: {
      changes: (seen, body) =>
        isLookUp(seen, 'ladis')
          ? each(body, (user) => ({ ...user, active: user['active'] === false ? 'False' : (user['active'] ?? true) }))
          : body,
    },
    result: 'FAILED - [Disable Phase] Provisioning: success | SCIM: DisableUserTest: User still active on SCIM server after disable',
    cause: 'active is "False", and must be the JSON value false',
  },
  Delete_User_Test: {
    fault: {
      answers: ({ request, name }) =>
        request.method === 'DELETE' && name.startsWith('ladel') && request.purpose === 'delete' ? { status: 204 } : undefined,
    },
    result: 'WARNING - [Delete Phase] Provisioning: success | SCIM: User still present on SCIM server (statusCode: 200)',
  },
  User_Update_Manager_Test: {
    fault: {
      changes: (seen, body) =>
        isLookUp(seen, 'lamgr-')
          ? each(body, (user) => {
              const { manager: _manager, ...extension } = isObject(user[ENTERPRISE_USER_URN]) ? user[ENTERPRISE_USER_URN] : {};
              return { ...user, [ENTERPRISE_USER_URN]: extension };
            })
          : body,
    },
    result: 'FAILED - [Set Manager Phase] Provisioning: success | SCIM: Manager not found on SCIM server after update',
  },
  Restore_User_Test: {
    fault: restoredUnderAnotherId(),
    result:
      'FAILED - [Reassign Phase] Provisioning: success | SCIM: RestoreUserTest: Identity link NOT preserved (RFC 7643 Section 3.1). Original SCIM id: ',
  },
  Create_Group_Test: {
    fault: nothing('LACreateGroup'),
    result:
      'FAILED - [Create Phase] Provisioning: success | SCIM: Create_Group_Query_Create_Group: Group not found on SCIM server after provisioning',
  },
  Update_Group_Test: {
    fault: nothing('-Modified'),
    result: 'FAILED - [Update Phase] Provisioning: success | SCIM: Update_Group_Query_Group',
  },
  Delete_Group_Test: {
    fault: stale('LADeleteGroup'),
    result: 'WARNING - [Delete Phase] Provisioning: success | SCIM: Group still present on SCIM server',
  },
  Group_Update_Add_Member_Test: {
    fault: {
      answers: ({ request, name }) =>
        request.method === 'PATCH' && name.startsWith('LAMemberGroup') && !name.endsWith('-Remove')
          ? { status: 400, body: error(400, 'invalidValue', 'no members here') }
          : undefined,
    },
    result: 'FAILED - [Add Member Phase] Provisioning: Update: failure | SCIM: success',
  },
  Group_Update_Remove_Member_Test: {
    fault: membersStay('-Remove'),
    result: 'FAILED - [Remove Member Phase] Provisioning: success | SCIM: Member still present',
  },
  Schema_Discoverability_Test: {
    fault: {
      changes: ({ request }, body) =>
        request.target === '/Schemas' && request.purpose === 'raw'
          ? each(body, (schema) => ({
              ...schema,
              attributes: Array.isArray(schema['attributes'])
                ? schema['attributes'].filter((attribute) => !isObject(attribute) || attribute['name'] !== 'externalId')
                : [],
            }))
          : body,
    },
    cause: 'the template wants externalId declared as an attribute of the core schemas',
    result:
      'FAILED - Action: Compose_Schema_Discoverability_Summary - Missing user attrs: ["externalId"] | Missing group attrs: ["externalId"]',
  },
  SCIM_Null_Update_Test: {
    fault: changed('scnull', 'GET', (user) => (user['title'] === undefined ? { ...user, title: '' } : user)),
    result: 'FAILED - Action: Compose_SCIM_Null_Update_Summary - null update verification failed. Passed: ',
    cause: 'after null these are not gone: title',
  },
  SCIM_User_Create_Test: {
    fault: changed('lascuser', 'POST', (user) => ({ ...user, userName: String(user['userName']).toUpperCase() })),
    result: 'FAILED - Action: SCIM_Direct_Create_User - HTTP 201. Returned userName did not match sent userName.',
  },
  SCIM_Group_Create_Test: {
    fault: refused('LASCDirectGroup', 'POST', error(400, 'invalidValue', 'no externalId')),
    result:
      'FAILED - Action: SCIM_Direct_Create_Group - HTTP 400. No group id returned. Returned displayName did not match sent displayName. scimType=invalidValue. detail=no externalId.',
  },
  SCIM_User_Update_Test: {
    fault: refused('lasupduser', 'PATCH', error(400, 'invalidValue', 'no e-mail')),
    result: 'FAILED - Action: SCIM_Update_Patch_User - HTTP 400. Mismatches=',
  },
  SCIM_Group_Update_Test: {
    fault: {
      changes: ({ request, name }, body) =>
        request.method === 'GET' && request.target.startsWith('/Groups/') && name.startsWith('upd-') && isObject(body)
          ? { ...body, externalId: 'as before' }
          : body,
    },
    result: 'FAILED - Action: SCIM_GroupUpdate_Patch_Group - HTTP 200. Mismatches=1',
    cause: 'not as they were sent: externalId',
  },
  Validate_Credentials_Test: {
    settings: { clientCredentials: async () => ({ status: 200, token: 'x', expiresIn: 3599 }) },
    result: 'FAILED - Action: Check_Token_Validity_Range - Token validity is less than 60 minutes. Minimum required: 60 minutes.',
  },
  Federated_Identity_Test: {
    settings: { federated: async () => ({ status: 400, message: 'it answered 400 (invalid_client).' }) },
    result: 'Federated token exchange failed',
    cause: 'invalid_client',
  },
  SCIM_User_Pagination_Test: {
    fault: withoutStartIndex('Users'),
    result: 'FAILED - Action: Filter_User_Pagination_Failed_Pages - Pages=',
  },
  SCIM_Group_Pagination_Test: {
    fault: withoutStartIndex('Groups'),
    result: 'WARNING - Action: Filter_Group_Pagination_Failed_Pages - Pages=',
  },
  SCIM_Update_Manager_Test: {
    fault: {
      ...changed('scmgr-user', 'GET', (user) => {
        const extension = isObject(user[ENTERPRISE_USER_URN]) ? user[ENTERPRISE_USER_URN] : {};
        return { ...user, [ENTERPRISE_USER_URN]: { manager: {}, ...extension } };
      }),
    },
    result: 'FAILED - Action: SCIM_Manager_Get_After_Remove - Manager value not removed after null PATCH',
    cause: 'the manager is {}',
  },
  POD_User_Test: { fault: nothing('lapod'), result: 'FAILED - Action: POD_SCIM_Get_User - user not found on SCIM endpoint' },
  POD_Group_Test: { fault: nothing('LAPodGroup'), result: 'FAILED - Action: POD_SCIM_Get_Group - group not found on SCIM endpoint' },
  Restore_Group_Test: {
    fault: stale('RestoreGrp'),
    result: 'WARNING - [Unassign Phase] Action: RestoreGroupTest_SCIM_Check_Gone - group still present on SCIM endpoint after unassign',
  },
};

test('on the correct sample all 25 pass, within ten seconds, and nothing is left', async () => {
  const { tests, events, elapsed } = await rehearse();
  expect(tests.filter(({ overallResult }) => overallResult !== 'PASSED')).toEqual([]);
  expect(tests.map(({ name }) => name)).toEqual(GALLERY_TESTS.map(({ name }) => name));
  expect(galleryVerdictOf(tests).overallResult).toBe('Succeeded');
  expect(events.filter((event) => event.type === 'finding')).toEqual([]);
  expect(events.find((event) => event.type === 'cleanup')).toMatchObject({ left: [] });
  expect(elapsed).toBeLessThan(10_000);
});

test.for(Object.entries(ROWS))('%s turns red by its own fault, and no other', async ([name, { fault, settings, result, cause }]) => {
  const { tests } = await rehearse(fault, settings);
  const failed = tests.filter(({ overallResult }) => overallResult !== 'PASSED');
  expect(failed.map((each) => each.name)).toEqual([name]);
  const [event] = failed;
  if (event === undefined) throw new Error('nothing failed');
  expect(resultOf(event)).toContain(result);
  if (cause !== undefined) expect(event.cause).toContain(cause);
});

test('what the template is refused is not sent again in other forms', async () => {
  let sent = 0;
  const counting: Fault = {
    answers: ({ request, name }) => {
      if (request.method !== 'PATCH' || !name.startsWith('lasupduser')) return undefined;
      sent += 1;
      return { status: 400, body: error(400, 'invalidValue', 'no e-mail') };
    },
  };
  await rehearse(counting, { only: new Set(['SCIM_User_Update_Test']) });
  expect(sent).toBe(1);
});
