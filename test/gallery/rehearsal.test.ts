import { expect, test } from 'vitest';
import { GALLERY_TESTS, type GalleryTestName } from '../../src/event/gallery-tests.js';
import { galleryVerdictOf, resultOf } from '../../src/event/gallery-verdict.js';
import { exitCodeOf, verdictsOf } from '../../src/event/verdict.js';
import { readParameters } from '../../src/gallery/parameters.js';
import { schemaOfMapping } from '../../src/gallery/target-schema.js';
import { ENTRA_DEFAULT_MAPPING } from '../../src/mapping/default.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import { REPORTERS } from '../../src/report/registry.js';
import { DEFECTS } from '../../src/sample/defects/index.js';
import { GALLERY_DEFECTS } from '../../src/sample/gallery-defects/index.js';
import type { JsonObject } from '../../src/scim/json.js';
import { renderLater } from '../report/render.js';
import { type Fault, rehearse, TOKEN } from './rehearse.js';

const error = (status: number, scimType: string, detail: string): JsonObject => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  status: String(status),
  scimType,
  detail,
});

interface Row {
  /** The template's text. */
  readonly result: string;
  readonly cause?: string;
  /** The part of the text that is scim-check's own. */
  readonly ownWords?: string;
}

/** What each test says of the sample's defect that is made for it. */
const ROWS: Readonly<Record<GalleryTestName, Row>> = {
  Create_User_Test: {
    result:
      'FAILED - [Create Phase] Provisioning: success | SCIM: SCIM_Query_Created_User: User not found on SCIM server after provisioning',
  },
  Update_User_Test: {
    result:
      'FAILED - [Update Phase] Provisioning: success | SCIM: Update_User_-_Attribute_Match_Summary: Attribute mismatch: 1 attributes failed',
    cause: 'not as they were sent: title',
  },
  Disable_User_Test: {
    result: 'FAILED - [Disable Phase] Provisioning: success | SCIM: DisableUserTest: User still active on SCIM server after disable',
    cause: 'active is "False", and must be the JSON value false',
  },
  Delete_User_Test: {
    result: 'WARNING - [Delete Phase] Provisioning: success | SCIM: User still present on SCIM server (statusCode: 410)',
  },
  User_Update_Manager_Test: {
    result: 'FAILED - [Set Manager Phase] Provisioning: success | SCIM: Manager not found on SCIM server after update',
    ownWords: 'Manager not found on SCIM server after update',
  },
  Restore_User_Test: {
    result:
      'FAILED - [Reassign Phase] Provisioning: success | SCIM: RestoreUserTest: Identity link NOT preserved (RFC 7643 Section 3.1). Original SCIM id: ',
    ownWords: 'RestoreUserTest',
  },
  Create_Group_Test: {
    result:
      'FAILED - [Create Phase] Provisioning: success | SCIM: Create_Group_Query_Create_Group: Group not found on SCIM server after provisioning',
  },
  Update_Group_Test: {
    result: 'FAILED - [Update Phase] Provisioning: success | SCIM: Update_Group_Query_Group',
    ownWords: 'Update_Group_Query_Group: Group not found on SCIM server under its new name',
  },
  Delete_Group_Test: {
    result: 'WARNING - [Delete Phase] Provisioning: success | SCIM: Group still present on SCIM server',
    ownWords: 'Group still present on SCIM server',
  },
  Group_Update_Add_Member_Test: { result: 'FAILED - [Add Member Phase] Provisioning: Update: failure | SCIM: success' },
  Group_Update_Remove_Member_Test: {
    result: 'FAILED - [Remove Member Phase] Provisioning: success | SCIM: Member still present',
    ownWords: 'Member still present in the group on SCIM server',
  },
  Schema_Discoverability_Test: {
    result:
      'FAILED - Action: Compose_Schema_Discoverability_Summary - Missing user attrs: ["externalId"] | Missing group attrs: ["externalId"]',
    cause: 'the template wants externalId declared as an attribute of the core schemas',
  },
  SCIM_Null_Update_Test: {
    result: 'FAILED - Action: Compose_SCIM_Null_Update_Summary - null update verification failed. Passed: ',
    cause: 'after null these are not gone: ',
  },
  SCIM_User_Create_Test: {
    result: 'FAILED - Action: SCIM_Direct_Create_User - HTTP 201. Returned userName did not match sent userName.',
  },
  SCIM_Group_Create_Test: {
    result: 'FAILED - Action: SCIM_Direct_Create_Group - HTTP 201. Returned displayName did not match sent displayName.',
  },
  SCIM_User_Update_Test: {
    result: 'FAILED - Action: SCIM_Update_Patch_User - HTTP 400. Mismatches=',
  },
  SCIM_Group_Update_Test: {
    result: 'FAILED - Action: SCIM_GroupUpdate_Patch_Group - HTTP 200. Mismatches=1',
    cause: 'not as they were sent: externalId',
  },
  Validate_Credentials_Test: {
    result: 'FAILED - Action: Check_Token_Validity_Range - Token validity is less than 60 minutes. Minimum required: 60 minutes.',
    cause: 'expires_in is 3599 seconds',
  },
  Federated_Identity_Test: { result: 'Federated token exchange failed', cause: 'invalid_client' },
  SCIM_User_Pagination_Test: {
    result: 'FAILED - Action: Filter_User_Pagination_Failed_Pages - Pages=',
    cause: 'the answer has no startIndex',
  },
  SCIM_Group_Pagination_Test: {
    result: 'WARNING - Action: Filter_Group_Pagination_Failed_Pages - Pages=',
    cause: 'the answer has no startIndex',
  },
  SCIM_Update_Manager_Test: {
    result: 'FAILED - Action: SCIM_Manager_Get_After_Remove - Manager value not removed after null PATCH',
    cause: 'the manager is {}',
  },
  POD_User_Test: { result: 'FAILED - Action: POD_SCIM_Get_User - user not found on SCIM endpoint' },
  POD_Group_Test: { result: 'FAILED - Action: POD_SCIM_Get_Group - group not found on SCIM endpoint' },
  Restore_Group_Test: {
    result: 'WARNING - [Unassign Phase] Action: RestoreGroupTest_SCIM_Check_Gone - group still present on SCIM endpoint after unassign',
  },
};

test('there is one defect for each test', () => {
  expect(GALLERY_DEFECTS.map((defect) => defect.test).sort()).toEqual(GALLERY_TESTS.map(({ name }) => name).sort());
  expect(new Set([...DEFECTS, ...GALLERY_DEFECTS].map(({ name }) => name)).size).toBe(DEFECTS.length + GALLERY_DEFECTS.length);
});

test('on the correct sample all 25 pass, within ten seconds, and nothing is left', async () => {
  const { tests, events, elapsed } = await rehearse();
  expect(tests.filter(({ overallResult }) => overallResult !== 'PASSED')).toEqual([]);
  expect(tests.map(({ name }) => name)).toEqual(GALLERY_TESTS.map(({ name }) => name));
  expect(galleryVerdictOf(tests).overallResult).toBe('Succeeded');
  expect(events.filter((event) => event.type === 'finding')).toEqual([]);
  expect(events.find((event) => event.type === 'cleanup')).toMatchObject({ left: [] });
  expect(elapsed).toBeLessThan(10_000);
});

test('no report tells a rehearsal as a client that is ready', async () => {
  const { events } = await rehearse();
  expect(verdictsOf(events)).toMatchObject([{ client: 'entra', verdict: 'not-tested' }]);
  expect(exitCodeOf(events)).toBe(0);
  for (const reporter of Object.values(REPORTERS))
    expect(await renderLater(reporter, events), reporter.name).not.toMatch(/[✓!] ready|"ready/);
  for (const reporter of [REPORTERS.html, REPORTERS.markdown])
    expect(await renderLater(reporter, events)).toContain('By the rules of the template: Succeeded (25 passed, 0 failed, 0 skipped)');
});

test.for(GALLERY_DEFECTS.map((defect) => [defect.name, defect.test] as const))(
  'the defect %s turns %s red, and no other',
  async ([defect, name]) => {
    const { result, cause, ownWords } = ROWS[name];
    const { tests, events } = await rehearse({}, {}, { defects: [defect] });
    const failed = tests.filter(({ overallResult }) => overallResult !== 'PASSED');
    expect(failed.map((each) => each.name)).toEqual([name]);
    const [event] = failed;
    if (event === undefined) throw new Error('nothing failed');
    expect(resultOf(event)).toContain(result);
    if (cause !== undefined) expect(event.cause).toContain(cause);
    expect(event.ownWords).toBe(ownWords);
    expect(event.result).toContain(ownWords ?? '');
    expect(events.find(({ type }) => type === 'cleanup')).toMatchObject({ left: [] });
  },
);

test('a target without groups is told that, in the words of the template, and of nothing that follows from it', async () => {
  const { tests, events } = await rehearse({}, {}, { variants: ['no-groups'] });
  const failed = tests.filter(({ overallResult, name }) => overallResult === 'FAILED' && name !== 'Schema_Discoverability_Test');
  expect(failed.map(({ name }) => name)).toEqual(GALLERY_TESTS.map(({ name }) => name).filter((name) => name.includes('Group')));
  for (const { cause } of failed) expect(cause).toMatch(/^GET \/Groups was answered 404: the target has no groups; /);
  expect(failed[0]?.result).toBe('FAILED - [Create Phase] Failed Action: Initial_Verify_Group_Exists');
  expect(failed[0]?.cause).toContain('this test is skipped (rehearse that with --schema)');
  expect(failed.find(({ name }) => name === 'SCIM_Group_Create_Test')?.cause).toContain('the template plays this test all the same');
  expect(events.filter(({ type }) => type === 'finding')).toEqual([]);
});

test('without /Schemas the two tests that read it fail there, and no other', async () => {
  const { tests, events } = await rehearse({
    answers: ({ request }) =>
      request.target === '/Schemas' ? { status: 404, body: error(404, 'noTarget', 'no schemas here') } : undefined,
  });
  const failed = tests.filter(({ overallResult }) => overallResult === 'FAILED');
  expect(failed.map(({ name, result }) => [name, result])).toEqual([
    ['Schema_Discoverability_Test', 'FAILED - Action: SCIM_Get_Schemas - /Schemas endpoint returned HTTP 404'],
    ['SCIM_Null_Update_Test', 'FAILED - Action: SCIM_Get_Schemas_For_Null_Test'],
  ]);
  expect(events.filter(({ type }) => type === 'finding')).toEqual([]);
});

test('what the schema does not have Entra delete is not deleted, and that is said', async () => {
  const neverDeleted = ['User', 'Group'] as const;
  const { tests, events } = await rehearse({}, { schema: { ...schemaOfMapping(ENTRA_DEFAULT_MAPPING), neverDeleted } });
  expect(tests.filter(({ overallResult }) => overallResult === 'FAILED').map((each) => [each.name, resultOf(each)])).toEqual([
    [
      'Delete_User_Test',
      'WARNING - [Delete Phase] Provisioning: Delete: skipped | SCIM: User still present on SCIM server (statusCode: 200)',
    ],
    [
      'Delete_Group_Test',
      'WARNING - [Delete Phase] Provisioning: Delete provisioning was skipped by the engine. Group deprovisioning cannot be skipped - the connector objectMapping flowTypes must include Delete | SCIM: Group still present on SCIM server',
    ],
    [
      'Restore_Group_Test',
      'WARNING - [Unassign Phase] Action: RestoreGroupTest_SCIM_Check_Gone - group still present on SCIM endpoint after unassign',
    ],
  ]);
  for (const { overallResult, cause } of tests)
    if (overallResult === 'FAILED') expect(cause).toMatch(/^Entra sends no DELETE: the flowTypes /);
  expect(events.find(({ type }) => type === 'cleanup')).toMatchObject({ left: [] });
});

test('roles come from assignments of the app, which the template neither changes nor compares', async () => {
  const mapping: Mapping = {
    ...ENTRA_DEFAULT_MAPPING,
    users: [...ENTRA_DEFAULT_MAPPING.users, { name: 'roles[primary eq "True"].value', type: 'String', filterable: false, required: false }],
  };
  const { tests } = await rehearse({}, { schema: schemaOfMapping(mapping), only: new Set(['Update_User_Test']) }, {}, mapping);
  expect(tests).toMatchObject([{ overallResult: 'PASSED' }]);
});

test('a life of a token that stands as text breaks the template, which then says nothing of it', async () => {
  const clientCredentials = async () => ({ status: 200, token: TOKEN, expiresIn: '3600' });
  const { tests } = await rehearse({}, { clientCredentials, only: new Set(['Validate_Credentials_Test']) });
  const result = 'FAILED - Action: Acquire_OAuth2_Token - Unexpected failure';
  expect(tests).toMatchObject([{ result, cause: expect.stringContaining('write 3600, without quotation marks') }]);
});

test.each(['few-attributes', 'no-enterprise-extension'])(
  'what %s has not is told by the tests, and as no defect besides',
  async (variant) => {
    const { tests, events } = await rehearse({}, {}, { variants: [variant] });
    expect(tests.filter(({ overallResult }) => overallResult === 'FAILED').map(({ name }) => name)).toContain(
      'Schema_Discoverability_Test',
    );
    expect(events.flatMap((event) => (event.type === 'finding' ? [event.check] : []))).toEqual([]);
  },
);

test('a refused PATCH of what a target does not have is told in its words', async () => {
  const { tests } = await rehearse({}, { only: new Set(['Disable_User_Test']) }, { variants: ['few-attributes'] });
  const [disabled] = tests.filter(({ name }) => name === 'Disable_User_Test');
  expect(disabled?.cause).toContain('was answered 400 (There is no such attribute.)');
});

test('what the target says against emptied attributes stands before their names', async () => {
  const refusing: Fault = {
    answers: ({ request, name }) =>
      request.method === 'PATCH' && name.startsWith('scnull')
        ? { status: 400, body: error(400, 'invalidValue', 'no empty text') }
        : undefined,
  };
  const { tests } = await rehearse(refusing, { only: new Set(['SCIM_Null_Update_Test']) });
  expect(tests).toMatchObject([
    {
      result: 'FAILED - Action: SCIM_Patch_Null_Update',
      cause: expect.stringMatching(/^the PATCH that sets all to "" was answered 400 \(no empty text\): displayName, /),
    },
  ]);
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

test('profiles of the parameters are what Entra and the template send, and a changed user has the other one', async () => {
  const sent: string[] = [];
  const keeping: Fault = {
    answers: ({ request }) => {
      sent.push(JSON.stringify(request.body ?? ''));
      return undefined;
    },
  };
  const read = readParameters(
    '{"defaultUserProperties":[{"jobTitle":"Baker"},{"jobTitle":"Cook"}],"scimTargetUserValues":[{"title":"Smith"}]}',
  );
  if (!read.ok) throw new Error(read.message);
  const only = new Set(['Update_User_Test', 'SCIM_User_Create_Test'] as const);
  const { tests } = await rehearse(keeping, { only, values: read.values });
  expect(tests.map(({ overallResult }) => overallResult)).toEqual(['PASSED', 'PASSED']);
  for (const title of ['Baker', 'Cook', 'Smith'])
    expect(
      sent.some((body) => body.includes(`"${title}"`)),
      title,
    ).toBe(true);
});
