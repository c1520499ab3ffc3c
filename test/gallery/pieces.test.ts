import { expect, test } from 'vitest';
import type { GalleryTestEvent } from '../../src/event/event.js';
import { GALLERY_TESTS, testsNamed } from '../../src/event/gallery-tests.js';
import { finalTestResults, galleryVerdictOf } from '../../src/event/gallery-verdict.js';
import { withAllowedValues } from '../../src/gallery/allowed-values.js';
import { place, scimUserBody, seenAt } from '../../src/gallery/body.js';
import { DEFAULT_VALUES, readParameters } from '../../src/gallery/parameters.js';
import { patchBody } from '../../src/gallery/patch-body.js';
import { schemaOfExport, schemaOfMapping, type TargetAttribute } from '../../src/gallery/target-schema.js';
import { ENTRA_DEFAULT_MAPPING } from '../../src/mapping/default.js';
import { readEntraExport } from '../../src/mapping/entra-export/read-export.js';
import { type AttributeDefinition, attribute as scimAttribute } from '../../src/scim/attribute.js';
import type { JsonObject } from '../../src/scim/json.js';
import { SchemaSet } from '../../src/scim/schema-set.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const source = { domain: 'example.com', mark: () => 'sc1234567', hex: (length: number) => 'abcdef'.slice(0, length) };

function attribute(name: string, more: Partial<TargetAttribute> = {}): TargetAttribute {
  return { name, type: 'string', multivalued: false, mutability: 'readwrite', required: false, canonicalValues: [], ...more };
}

test('the body of direct users places values as the template does', () => {
  const body = scimUserBody(
    {
      rows: [],
      users: [
        attribute('id'),
        attribute('externalId'),
        attribute('userName'),
        attribute('active', { type: 'boolean' }),
        attribute('title'),
        attribute('name.givenName'),
        attribute('emails[type eq "work"].value'),
        attribute('phoneNumbers[type eq "work"].value'),
        attribute('phoneNumbers[type eq "mobile"].value'),
        attribute('roles[primary eq "True"].value'),
        attribute('locale', { canonicalValues: ['de-DE'] }),
        attribute('employmentKind', { canonicalValues: ['temp', 'staff'] }),
        attribute('vip', { type: 'boolean' }),
        attribute('badge', { type: 'integer' }),
        attribute(`${ENTERPRISE}:manager`, { type: 'reference' }),
        attribute(`${ENTERPRISE}:employeeNumber`),
        attribute('urn:example:2.0:User:team.name'),
      ],
    },
    DEFAULT_VALUES,
    source,
  );
  expect(body).toEqual({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE, 'urn:example:2.0:User'],
    userName: 'placeholder',
    active: true,
    title: 'Test Engineer',
    name: { givenName: 'TestFirst' },
    emails: [{ type: 'work', primary: true, value: 'lasctest-sc1234567@example.com' }],
    // The first type of a list is its primary one.
    phoneNumbers: [
      { type: 'work', primary: true, value: '+1-555-abcd' },
      { type: 'mobile', primary: false, value: '+1-555-abcd' },
    ],
    roles: [{ type: 'True', primary: true, value: 'TestRole' }],
    // Of the values that are allowed.
    locale: 'de-DE',
    employmentKind: 'temp',
    vip: true,
    // Everything but booleans is a text.
    badge: 'Test-badge-abcdef',
    [ENTERPRISE]: { employeeNumber: 'abcdef' },
    'urn:example:2.0:User': { 'team.name': 'Test-name-abcdef' },
  });
});

test('a PATCH in batch has one operation without a path, and one for each path with brackets', () => {
  const changes = [
    ['displayName', 'x'],
    ['emails[type eq "work"].value', 'y'],
    ['name.givenName', 'z'],
    [`${ENTERPRISE}:department`, 7],
  ] as const;
  expect(patchBody(changes, 'batch')['Operations']).toEqual([
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'y' },
    { op: 'replace', value: { displayName: 'x', 'name.givenName': 'z', [`${ENTERPRISE}:department`]: 7 } },
  ]);
  expect(patchBody(changes, 'verbose')['Operations']).toEqual(changes.map(([path, value]) => ({ op: 'replace', path, value })));
  expect(patchBody([], 'batch')['Operations']).toEqual([]);
});

test('values are seen where the template looks for them', () => {
  const user: JsonObject = {
    title: 'a',
    name: { givenName: 'b' },
    emails: [
      { type: 'home', value: 'h' },
      { type: 'Work', value: 'w' },
    ],
    [ENTERPRISE]: { department: 'd' },
  };
  expect(
    ['title', 'name.givenName', 'emails[type eq "work"].value', `${ENTERPRISE}:department`, 'none', 'none.x'].map((path) =>
      seenAt(user, path),
    ),
  ).toEqual(['a', 'b', 'w', 'd', undefined, undefined]);
  const placed: JsonObject = {};
  place(placed, 'addresses[type eq "work"].country', 'DE');
  place(placed, 'addresses[type eq "work"].locality', 'Bonn');
  expect(placed).toEqual({ addresses: [{ type: 'work', primary: true, country: 'DE', locality: 'Bonn' }] });
});

test('the default schema has the mapped attributes as its list', () => {
  const schema = schemaOfMapping(ENTRA_DEFAULT_MAPPING);
  expect(schema).toMatchObject({ ownList: false, groupSupported: true, managerMapped: true });
  expect(schema.rows.find(({ target }) => target === 'title')).toMatchObject({ source: 'jobTitle', matchingPrecedence: 0 });
  expect(schema.rows.find(({ target }) => target === 'name.formatted')).toMatchObject({ source: 'givenName', function: 'Join' });
  expect(schema.groups.find(({ name }) => name === 'members')).toMatchObject({ multivalued: true, type: 'reference' });
});

test('of an export the list of the app counts, mapped or not', () => {
  const document = {
    directories: [
      { name: 'Microsoft Entra ID', objects: [{ name: 'User', attributes: [{ name: 'never' }] }] },
      {
        name: 'customappsso',
        objects: [
          {
            name: ENTERPRISE,
            attributes: [
              { name: 'userName', type: 'String', required: true },
              { name: 'nickName', type: 'String', mutability: 'ReadOnly' },
              { name: 'level', type: 'Integer', metadata: [{ key: 'canonicalValues', value: ['1', '2'] }] },
            ],
          },
          { name: 'urn:ietf:params:scim:schemas:core:2.0:Group', attributes: [{ name: 'displayName' }] },
        ],
      },
    ],
    synchronizationRules: [
      {
        sourceDirectoryName: 'Microsoft Entra ID',
        targetDirectoryName: 'customappsso',
        objectMappings: [
          {
            sourceObjectName: 'User',
            targetObjectName: ENTERPRISE,
            flowTypes: 'Add, Update',
            attributeMappings: [
              { targetAttributeName: 'userName', matchingPriority: 1, source: { type: 'Attribute', name: 'userPrincipalName' } },
            ],
          },
        ],
      },
    ],
  };
  const read = readEntraExport(JSON.stringify(document), 'x', 'x.json');
  if (!read.ok) throw new Error(read.message);
  expect(schemaOfExport(document, read.mapping)).toMatchObject({
    ownList: true,
    users: [
      { name: 'userName', type: 'string', required: true },
      { name: 'nickName', mutability: 'readonly' },
      { name: 'level', type: 'integer', canonicalValues: ['1', '2'] },
    ],
    groups: [{ name: 'displayName' }],
    // There is no mapping of groups that is switched on.
    groupSupported: false,
    neverDeleted: ['User'],
    rows: [{ source: 'userPrincipalName', target: 'userName', matchingPrecedence: 1 }],
  });
});

function event(name: string, overallResult: GalleryTestEvent['overallResult']): GalleryTestEvent {
  const info = GALLERY_TESTS.find((each) => each.name === name);
  if (info === undefined) throw new Error(name);
  const result = overallResult === 'FAILED' ? 'FAILED - Action: x' : overallResult === 'PASSED' ? 'success' : 'SKIPPED';
  return { type: 'gallery-test', ...info, overallResult, result, errorDetails: { summary: 's' }, milliseconds: 1 };
}

const all = (results: Readonly<Record<string, GalleryTestEvent['overallResult']>> = {}): GalleryTestEvent[] =>
  GALLERY_TESTS.map(({ name }) => event(name, results[name] ?? 'PASSED'));

const OPTIONAL = ['Delete_User_Test', 'Delete_Group_Test', 'Restore_Group_Test', 'SCIM_Group_Pagination_Test'];
const CREDENTIALS = ['Validate_Credentials_Test', 'Federated_Identity_Test'];

test.for(GALLERY_TESTS.map(({ name }) => name))('a failed %s counts as the template has it', (name) => {
  const verdict = galleryVerdictOf(all({ [name]: 'FAILED' }));
  const isWarning = OPTIONAL.includes(name);
  // Of the two tests of credentials one is enough.
  const isFailure = !isWarning && !CREDENTIALS.includes(name);
  expect(verdict.overallResult).toBe(isFailure ? 'Failed' : 'Succeeded');
  expect(verdict.optionalTestsResult).toBe(isWarning ? 'WARNING' : 'PASSED');
  expect(verdict.failed).toEqual(isFailure ? [name] : []);
});

test('without a passed test of credentials nothing succeeds', () => {
  for (const result of ['FAILED', 'SKIPPED'] as const) {
    const verdict = galleryVerdictOf(all({ Validate_Credentials_Test: result, Federated_Identity_Test: result }));
    expect(verdict).toMatchObject({ overallResult: 'Failed', authenticationModelResult: 'FAILED', failed: [] });
  }
  expect(galleryVerdictOf(all().filter(({ name }) => !CREDENTIALS.includes(name))).overallResult).toBe('Failed');
});

test('what was skipped is no failure', () => {
  const skipped = Object.fromEntries(
    GALLERY_TESTS.filter(({ suite }) => suite === 'GroupTests').map(({ name }) => [name, 'SKIPPED' as const]),
  );
  expect(galleryVerdictOf(all(skipped)).overallResult).toBe('Succeeded');
});

test('the final results have all 25 in order, failures of optional ones as warnings', () => {
  const tests = all({ Delete_User_Test: 'FAILED', SCIM_User_Update_Test: 'FAILED' }).filter(({ name }) => name !== 'POD_User_Test');
  const results = finalTestResults(tests, GALLERY_TESTS);
  const entries = results['testResults'] as JsonObject[];
  expect(entries.map((each) => each['testName'])).toEqual(GALLERY_TESTS.map(({ name }) => name));
  expect(entries.find((each) => each['testName'] === 'Delete_User_Test')).toMatchObject({
    testResult: 'WARNING - Action: x',
    testCategory: 'optional',
  });
  expect(entries.find((each) => each['testName'] === 'SCIM_User_Update_Test')).toMatchObject({
    testResult: 'FAILED - Action: x',
    provisioningErrorDetails: { summary: 's' },
    runLink: '',
  });
  expect(entries.find((each) => each['testName'] === 'POD_User_Test')).toMatchObject({ testResult: 'SKIPPED', message: '' });
  expect(results['overallResult']).toBe('Failed');
});

test('names select as EnabledTests does', () => {
  expect(testsNamed('All')).toHaveLength(25);
  expect(testsNamed('SCIMTests')).toHaveLength(11);
  expect(testsNamed('UserTests')).toHaveLength(7);
  expect(testsNamed('grouptests')).toHaveLength(7);
  expect(testsNamed('Null_Update_User_Test')).toEqual(['SCIM_Null_Update_Test']);
  expect(testsNamed('Nonsense')).toBeUndefined();
});

test("the template's parameters say who is made; their secrets are left alone", () => {
  const read = readParameters(
    JSON.stringify({
      scimBearerToken: { type: 'String', value: 'never-read' },
      defaultUserProperties: { type: 'Array', value: [{ jobTitle: 'Baker', businessPhones: ['+49 1'] }, { jobTitle: 'Cook' }] },
      scimTargetUserValues: { type: 'Array', value: [{ userType: 'temp' }] },
    }),
  );
  if (!read.ok) throw new Error(read.message);
  expect(JSON.stringify(read.values)).not.toContain('never-read');
  const { rows } = schemaOfMapping(ENTRA_DEFAULT_MAPPING);
  const users = [attribute('title'), attribute('phoneNumbers[type eq "work"].value'), attribute('userType'), attribute('nickName')];
  expect(scimUserBody({ rows, users }, read.values, source)).toMatchObject({
    title: 'Baker',
    phoneNumbers: [{ type: 'work', value: '+49 1' }],
    userType: 'temp',
    // By its name: the values that the template ships do not count any more.
    nickName: 'testuser',
  });
  // Of a single profile there is no changed value.
  expect(read.values.target[1]).toEqual({});
});

test.for([
  ['no JSON', 'it is not JSON'],
  ['{}', 'it has neither scimTargetUserValues nor defaultUserProperties'],
  ['[1]', 'it has neither'],
  ['{"scimTargetUserValues":{"value":[]}}', 'lists of objects'],
  ['{"scimTargetUserValues":"x"}', 'lists of objects'],
  ['{"defaultUserProperties":{"value":[1]}}', 'lists of objects'],
] as const)('parameters that cannot be used: %s', ([text, message]) => {
  expect(readParameters(text)).toEqual({ ok: false, message: expect.stringContaining(message) });
});

test('what /Schemas allows is kept to, where the list itself allows nothing else', () => {
  const userType: AttributeDefinition = { ...scimAttribute('userType', ''), canonicalValues: ['Employee', 'Guest'] };
  const schemas = new SchemaSet([{ id: 'urn:ietf:params:scim:schemas:core:2.0:User', name: 'User', attributes: [userType] }]);
  const base = schemaOfMapping(ENTRA_DEFAULT_MAPPING);
  const own = attribute('userType', { canonicalValues: ['temp'] });
  const { users } = withAllowedValues({ ...base, users: [attribute('userType'), own, attribute('nonsense[')] }, schemas);
  expect(users.map((each) => each.canonicalValues)).toEqual([['Employee', 'Guest'], ['temp'], []]);
});
