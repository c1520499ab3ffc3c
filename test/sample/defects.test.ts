import { expect, test } from 'vitest';
import { schemasBeyondStandard } from '../../src/config/sample-schemas.js';
import { DEFECTS } from '../../src/sample/defects/index.js';
import { startSample } from '../../src/sample/server.js';
import { mappingWith } from '../proof/matrix.js';
import { BULK_AND_SORT_CASES } from './bulk-cases.js';
import { CONSTRAINT_CASES } from './constraint-cases.js';
import { type Case, FURTHER_CASES } from './defect-cases.js';
import { EDGE_CASES } from './edge-cases.js';
import { FIELD_CASES } from './field-cases.js';
import { FOUND_CASES } from './found-cases.js';
import { at, start, TOKEN } from './harness.js';
import { KIND_CASES } from './kind-cases.js';
import { NEIGHBOUR_CASES } from './neighbour-cases.js';
import * as see from './observe.js';
import { SIZE_CASES } from './size-cases.js';

const BAD_TOKEN = { Authorization: 'Bearer wrong' };
const status = (answer: { status: number }) => answer.status;
const resources = (body: unknown) => {
  const list = at(body as never, 'Resources');
  return Array.isArray(list) ? list.length : list;
};

/** Per defect: what is asked, what the correct server shows, and what the defective one shows. */
const CASES: Readonly<Record<string, Case>> = {
  'active-string-stored': [see.deactivateByText, [200, false], [200, 'False']],
  'active-string-refused': [see.deactivateByText, [200, false], [400, true]],
  'active-string-ignored': [see.deactivateByText, [200, false], [200, true]],
  'inactive-hidden-from-filter': [see.inactiveByFilter, 1, 0],
  'inactive-gone': [see.inactiveById, 200, 404],
  'restore-refused': [see.restored, [200, true], [400, false]],
  'restore-changes-id': [see.restored, [200, true], [200, undefined]],
  'active-not-returned': [see.reading({}, 'active'), true, undefined],
  'inactive-loses-groups': [see.inactiveMember, 1, 0],

  'remove-members-by-value-empties': [see.removedByValue, '200 b', '200 '],
  'remove-members-by-value-ignored': [see.removedByValue, '200 b', '200 ab'],
  'remove-members-by-value-refused': [see.removedByValue, '200 b', '400 ab'],
  'remove-members-by-filter-ignored': [see.removedByFilter, '200 b', '200 ab'],
  'remove-members-by-filter-empties': [see.removedByFilter, '200 b', '200 '],
  'lost-member': [see.added, '200 abc', '200 c'],
  'second-member-dropped': [see.addedTwo, '200 bc', '200 b'],
  'group-rename-clears-members': [see.renamed, '200 ab', '200 '],
  'group-rename-ignored': [see.groupPatched({ op: 'Replace', path: 'displayName', value: 'X' }, 'displayName'), [200, 'X'], [200, 'Team']],
  'group-external-id-refused': [
    see.groupPatched({ op: 'Add', path: 'externalId', value: 'X' }, 'externalId'),
    [200, 'X'],
    [400, undefined],
  ],
  'group-filter-unsupported': [see.findingGroup, 1, 400],
  'group-filter-empty': [see.findingGroup, 1, 0],
  'excluded-attributes-ignored': [see.withoutMembers, true, false],
  'null-members': [see.emptyGroup, undefined, null],
  'unknown-member-500': [see.addedUnknown, '400 ab', '500 ab'],
  'member-display-null-refused': [see.putNullDisplay, '200 c', '400 ab'],
  'microsoft-group-schema-refused': [see.microsoftGroup, 201, 400],
  'group-extension-refused': [see.microsoftGroup, 201, 400],
  'member-again-refused': [see.addedAgain, '200 ab', '409 ab'],
  'put-groups-honoured': [see.putWithoutGroups, 1, 0],
  'parallel-changes-lost': [see.parallelAdds, 'all', 'some lost'],

  'op-case-sensitive': [see.addTitle, [200, 'T'], [400, undefined]],
  'op-case-ignored-for-groups': [
    see.groupPatched({ op: 'Replace', path: 'displayName', value: 'X' }, 'displayName'),
    [200, 'X'],
    [200, 'Team'],
  ],
  'pathless-ignored': [see.deactivatePathless, [200, false], [200, true]],
  'pathless-500': [see.deactivatePathless, [200, false], [500, true]],
  'value-path-no-target': [see.newWorkMail, [200, 'w@example.com'], [400, undefined]],
  'value-path-ignored': [see.newWorkMail, [200, 'w@example.com'], [200, undefined]],
  'value-path-wrong-element': [see.changedWorkMail, [200, 'h@example.com'], [200, 'new@example.com']],
  'pathless-dotted-literal': [see.dottedLiteral, [200, undefined], [200, 'G']],
  'pathless-dotted-ignored': [see.dottedKey, [200, 'G'], [200, 'Given']],
  'pathless-urn-literal': [see.urnKey, [200, undefined], [200, 'D']],
  'extension-path-dot-split': [see.departmentPath, [200, 'D'], [200, undefined]],
  'extension-absent-500': [see.departmentPath, [200, 'D'], [500, undefined]],
  'patch-unsupported': [see.addTitle, [200, 'T'], [405, undefined]],
  'add-singular-refused': [see.addTitleInLowerCase, [200, 'T'], [400, undefined]],
  'readonly-id-refused': [see.renamed, '200 ab', '400 ab'],
  'many-operations-refused': [
    see.patching(
      [
        { op: 'add', path: 'title', value: 'T' },
        { op: 'add', path: 'nickName', value: 'N' },
        { op: 'add', path: 'userType', value: 'U' },
      ],
      ['title'],
    ),
    [200, 'T'],
    [400, undefined],
  ],
  'second-operation-ignored': [see.twoOperations, [200, 'N'], [200, undefined]],
  'last-operation-alone': [see.firstOfTwo, [200, 'D'], [200, undefined]],
  'remove-ignored': [see.removeTitle, [200, undefined], [200, 'T']],
  'remove-writes-value': [see.removeWorkMail, [200, undefined], [200, 'x@example.com']],
  'address-refuses-whole-patch': [see.addressAndActive, [200, false], [400, true]],
  'unknown-path-accepted': [see.unknownPath, [400, undefined], [200, undefined]],
  'patch-not-atomic': [see.secondOperationFails, [400, undefined], [400, 'T']],
  'manager-string-refused': [see.managerAsText, [200, { value: 'm' }], [400, undefined]],
  'manager-string-ignored': [see.managerAsText, [200, { value: 'm' }], [200, undefined]],
  'role-json-stored': [see.roleAsJson, [200, 'Admin'], [200, '{"id":"1","value":"Admin","displayName":"A"}']],
  'two-primaries': [see.secondPrimary, [200, false], [200, true]],

  'put-unsupported': [see.putInactive, [200, false], [405, true]],
  'put-merges-members': [see.putMembers, '200 c', '200 abc'],
  'put-ignores-members': [see.putMembers, '200 c', '200 ab'],
  'put-ignores-active': [see.putInactive, [200, false], [200, true]],
  'put-without-active-deactivates': [see.putWithoutActive, [200, true], [200, false]],
  'put-creates': [see.putUnknown, 404, 201],

  'no-match-404': [see.finding('a@example.com', 'userName eq "nobody"'), 0, 404],
  'external-id-filter-empty': [see.finding('a@example.com', 'externalId eq "e-1"'), 1, 0],
  'filter-external-id-refused': [see.finding('a@example.com', 'externalId eq "e-1"'), 1, 400],
  'filter-ignored': [see.finding('a@example.com', 'userName eq "nobody"'), 0, 4],
  'filter-case-sensitive': [see.finding('a@example.com', 'userName eq "A@example.com"'), 1, 0],
  'filter-attribute-case-sensitive': [see.finding('a@example.com', 'username eq "a@example.com"'), 1, 400],
  'value-path-filter-refused': [see.finding('a@example.com', 'emails[type eq "work"].value eq "w@example.com"'), 1, 400],
  'and-ignored': [see.finding('a@example.com', 'userName eq "a@example.com" and externalId eq "other"'), 0, 1],
  'plus-not-decoded': [see.finding('a@example.com', 'userName eq "a@example.com"'), 1, 400],
  'query-decoded-twice': [see.findingInOktasWay, 1, 0],
  'filter-with-spaces-finds-nothing': [see.finding('a@example.com', 'displayName eq "A B"'), 1, 0],
  'filter-escapes-misread': [see.finding('a"b@example.com', String.raw`userName eq "a\"b@example.com"`), 1, 0],
  'filter-with-paging-ignored': [see.finding('a@example.com', 'userName eq "nobody"', '&startIndex=1&count=100'), 0, 4],

  'duplicate-accepted': [see.twice('d@example.com', 'd@example.com'), [409, 1, 'first'], [201, 2, 'first']],
  'duplicate-500': [see.twice('d@example.com', 'd@example.com'), [409, 1, 'first'], [500, 1, 'first']],
  'duplicate-400': [see.twice('d@example.com', 'd@example.com'), [409, 1, 'first'], [400, 1, 'first']],
  'duplicate-in-other-case-accepted': [see.twice('d@example.com', 'D@example.com'), [409, 1, 'first'], [201, 2, 'first']],
  'duplicate-overwrites': [see.twice('d@example.com', 'd@example.com'), [409, 1, 'first'], [201, 1, 'second']],
  'create-200': [see.creating({}, status), 201, 200],
  'create-empty-body': [see.creating({}, (answer) => answer.text === ''), false, true],
  'create-without-location': [see.creating({}, (answer) => answer.headers['location'] === undefined), false, true],
  'create-without-id': [see.creating({}, (answer) => at(answer.body, 'id') === undefined), false, true],
  'create-drops-extension': [see.reading({}, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'), 'an object', undefined],
  'attribute-names-case-sensitive': [see.creating({ Title: 'T' }, (answer) => at(answer.body, 'title')), 'T', undefined],
  'null-refused': [see.creating({ externalId: null }, status), 201, 400],
  'unknown-attribute-refused': [see.creating({ groups: [] }, status), 201, 400],

  'delete-500': [see.deleting('/Users'), [204, 404], [500, 200]],
  'delete-500-done': [see.deleting('/Users'), [204, 404], [500, 404]],
  'delete-keeps': [see.deleting('/Groups'), [204, 404], [204, 200]],
  'delete-deactivates': [see.deleting('/Users'), [204, 404], [204, 200]],
  'deleted-name-stays-taken': [see.deletedAndBack, 201, 409],
  'deleted-name-breaks-creates': [see.deletedAndBack, 201, 500],
  'deleted-names-free-later': [see.deletedAndBack, 201, 409],
  'delete-unsupported': [see.deleting('/Users'), [204, 404], [405, 200]],

  'bystander-written': [see.othersMail, 'w@example.com', 'new@example.com'],
  'user-patches-ignored': [see.addTitle, [200, 'T'], [200, undefined]],
  'write-not-kept': [see.addTitle, [200, 'T'], [200, undefined]],
  'values-lower-cased': [see.reading({}, 'userName'), 'Read@example.com', 'read@example.com'],
  'password-returned': [see.password, undefined, 'x'],

  'manager-returned-as-string': [
    see.reading({}, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User', 'manager'),
    'an object',
    'the id of the manager',
  ],
  'id-number': [see.creating({}, (answer) => typeof at(answer.body, 'id')), 'string', 'number'],
  'schemas-missing': [see.reading({}, 'schemas'), 'an object', undefined],
  'active-returned-as-string': [see.reading({}, 'active'), true, 'true'],
  'nulls-returned': [see.reading({}, 'title'), undefined, null],
  'name-missing': [see.reading({}, 'name', 'familyName'), 'Family', undefined],

  'error-html': [see.failing('/Users/x', (answer) => answer.headers['content-type']), 'application/scim+json', 'text/html; charset=utf-8'],
  'error-status-number': [see.failing('/Users/x', (answer) => at(answer.body, 'status')), '404', 404],
  'error-schemas-text': [see.failing('/Users/x', (answer) => typeof at(answer.body, 'schemas')), 'object', 'string'],
  'error-nested': [see.failing('/Users/x', (answer) => at(answer.body, 'error', 'status')), undefined, '404'],
  'conflict-without-scim-type': [see.conflict, 'uniqueness', undefined],
  'missing-answers-200': [see.failing('/Users/x', status), 404, 200],
  'mistakes-answer-500': [see.failing('/Users?filter=x', status), 400, 500],
  'malformed-id-500': [see.failing('/Users/x', status), 404, 500],
  'wrong-token-403': [see.failing('/Users', status, BAD_TOKEN), 401, 403],
  'wrong-token-redirects': [see.failing('/Users', status, BAD_TOKEN), 401, 302],
  'any-token-accepted': [see.failing('/Users', status, BAD_TOKEN), 401, 200],

  'wrong-content-type': [see.failing('/Users', (answer) => answer.headers['content-type']), 'application/scim+json', 'application/json'],
  'content-type-json-only': [see.creating({}, status), 201, 400],
  'scim-json-refused': [see.creating({}, status), 201, 415],
  'charset-refused': [see.creating({}, status), 201, 415],
  'user-agent-required': [see.failing('/Users', status), 200, 403],
  'accept-required': [see.failing('/Users', status), 200, 406],
  'body-cut': [async (client) => client.get('/Users').then(status, () => 'broken off'), 200, 'broken off'],
  'patch-never-answered': [(client) => see.addTitle(client).then(String, () => 'no answer'), '200,T', 'no answer'],

  'items-per-page-is-count': [see.listing('?count=50', (body) => at(body, 'itemsPerPage')), 5, 50],
  'totals-as-strings': [see.listing('', (body) => at(body, 'totalResults')), 5, '5'],
  'paging-ignored': [see.listing('?count=2', resources), 2, 5],
  'start-index-ignored': [see.listing('?startIndex=5', resources), 1, 5],
  'first-resource-skipped': [see.listing('?filter=userName%20eq%20%22one@example.com%22', resources), 1, 0],
  'start-index-from-zero': [see.listing('?startIndex=5', resources), 1, 0],
  'total-is-page-size': [see.listing('?count=2', (body) => at(body, 'totalResults')), 5, 2],
  'beyond-end-repeats': [see.listing('?startIndex=6&count=5', resources), 0, 5],
  'unstable-order': [see.orders, true, false],
  'empty-resources-null': [see.listing('?startIndex=6', resources), 0, null],
  'list-bare-array': [see.listing('', Array.isArray), false, true],

  'schemas-missing-404': [see.failing('/Schemas', status), 200, 404],
  'schemas-bare-array': [see.failing('/Schemas', (answer) => Array.isArray(answer.body)), false, true],
  'patch-denied-in-config': [see.failing('/ServiceProviderConfig', (answer) => at(answer.body, 'patch', 'supported')), true, false],
};

const ALL: Readonly<Record<string, Case>> = {
  ...CASES,
  ...FURTHER_CASES,
  ...FIELD_CASES,
  ...KIND_CASES,
  ...CONSTRAINT_CASES,
  ...BULK_AND_SORT_CASES,
  ...NEIGHBOUR_CASES,
  ...SIZE_CASES,
  ...FOUND_CASES,
  ...EDGE_CASES,
};

test('every defect has a case, and no case is stale', () => {
  expect(Object.keys(ALL).sort()).toEqual(DEFECTS.map((defect) => defect.name).sort());
});

test('names are unique and well-formed, titles are sentences', () => {
  expect(new Set(DEFECTS.map((defect) => defect.name)).size).toBe(DEFECTS.length);
  for (const { name, title, failure, clients } of DEFECTS) {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(title).toMatch(/^[A-Za-z/].*\.$/);
    expect(failure ?? 'F01').toMatch(/^F\d{2,3}$/);
    expect(clients.length).toBeGreaterThan(0);
  }
});

test.each(Object.entries(ALL))('%s changes what it names', async (name, [observe, right, wrong]) => {
  const { mapped = [], schemas = [] } = DEFECTS.find((defect) => defect.name === name) ?? {};
  const extraSchemas = [...schemasBeyondStandard(mappingWith(mapped)), ...schemas];
  expect(await observe(await start({ extraSchemas })), 'the correct server').toEqual(right);
  expect(await observe(await start({ extraSchemas, defects: [name] })), 'the defective server').toEqual(wrong);
});

test('parallel-changes-lost leaves changes alone that come one after the other', async () => {
  expect(await see.oneAfterTheOther(await start({ defects: ['parallel-changes-lost'] }))).toBe(2);
});

test('pathless-urn-literal and dotted literals do not reach the real attribute', async () => {
  expect(await see.dottedKey(await start({ defects: ['pathless-dotted-literal'] }))).toEqual([200, 'Given']);
});

test('several defects work side by side', async () => {
  const client = await start({ defects: ['active-string-ignored', 'create-200', 'error-html'] });
  expect(await see.deactivateByText(client)).toEqual([200, true]);
  expect((await client.get('/Users/x')).headers['content-type']).toContain('text/html');
});

test('an unknown defect is refused with the nearest names', async () => {
  const started = startSample({ token: TOKEN, defects: ['remove-member-by-value-empty'] });
  await expect(started).rejects.toThrow(/no defect "remove-member-by-value-empty".*"remove-members-by-value-empties"/);
  await expect(startSample({ token: TOKEN, variants: ['patch-204'] })).rejects.toThrow(/no variant "patch-204".*"patch-no-content"/);
});
