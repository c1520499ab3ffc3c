import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/scim/json.js';
import { applyPatch, type PatchOptions } from '../../src/scim/patch.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';
import { CORE_URNS, ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from '../../src/scim/urn.js';

type Choices = Partial<PatchOptions>;

function patchUser(resource: JsonObject, operations: unknown, choices: Choices = {}) {
  return applyPatch({ schemas: [USER_URN], ...resource }, operations, { schemas: STANDARD_SCHEMAS, type: 'User', ...choices });
}

/** Applies operations to a user and returns what came of it, without `schemas` where only the core is listed. */
function patchedUser(resource: JsonObject, operations: unknown, choices: Choices = {}): JsonObject {
  return resultOf(patchUser(resource, operations, choices), USER_URN);
}

function patchedGroup(resource: JsonObject, operations: unknown, choices: Choices = {}): JsonObject {
  return resultOf(
    applyPatch({ schemas: [GROUP_URN], ...resource }, operations, { schemas: STANDARD_SCHEMAS, type: 'Group', ...choices }),
    GROUP_URN,
  );
}

function resultOf(result: ReturnType<typeof applyPatch>, core: string): JsonObject {
  if (!result.ok) throw new Error(`operation ${result.operation}: ${result.scimType}: ${result.detail}`);
  const { schemas, ...rest } = result.resource;
  return JSON.stringify(schemas) === JSON.stringify([core]) ? rest : result.resource;
}

const workAndHome = [
  { value: 'w', type: 'work', primary: true },
  { value: 'h', type: 'home' },
];

describe('the form of operations', () => {
  it.each(['Add', 'add', 'Replace', 'REPLACE'])('accepts %s', (op) => {
    expect(patchedUser({}, [{ op, path: 'displayName', value: 'X' }])).toEqual({ displayName: 'X' });
  });

  it('accepts Remove', () => {
    expect(patchedUser({ title: 'T', nickName: 'N' }, [{ op: 'Remove', path: 'title' }])).toEqual({ nickName: 'N' });
  });

  it.each<[operations: unknown, scimType: string, operation: number]>([
    [undefined, 'invalidSyntax', -1],
    [{}, 'invalidSyntax', -1],
    [[], 'invalidSyntax', -1],
    [Array.from({ length: 1001 }, () => ({ op: 'remove', path: 'title' })), 'invalidSyntax', -1],
    [['add'], 'invalidSyntax', 0],
    [[{ op: 'move', path: 'title' }], 'invalidSyntax', 0],
    [[{ path: 'title', value: 'x' }], 'invalidSyntax', 0],
    [[{ op: 'add', path: 7, value: 'x' }], 'invalidPath', 0],
    [[{ op: 'add', path: '', value: 'x' }], 'invalidPath', 0],
    [[{ op: 'add', path: 'emails[', value: 'x' }], 'invalidPath', 0],
    [[{ op: 'add', path: 'title' }], 'invalidValue', 0],
    [[{ op: 'replace', value: 'x' }], 'invalidValue', 0],
    [[{ op: 'replace', value: ['x'] }], 'invalidValue', 0],
    [[{ op: 'remove' }], 'noTarget', 0],
    [[{ op: 'remove', value: { title: 'T' } }], 'noTarget', 0],
    [[{ op: 'remove', path: USER_URN }], 'noTarget', 0],
    [[{ op: 'add', path: 'nonsense', value: 'x' }], 'invalidPath', 0],
    [[{ op: 'add', value: { nonsense: 'x' } }], 'invalidPath', 0],
    [[{ op: 'add', path: 'name.nonsense', value: 'x' }], 'invalidPath', 0],
    [[{ op: 'add', path: 'userName.x', value: 'x' }], 'invalidPath', 0],
    [[{ op: 'add', path: 'name[givenName eq "G"].familyName', value: 'x' }], 'invalidPath', 0],
    [[{ op: 'add', path: 'emails[colour eq "red"].value', value: 'x' }], 'invalidFilter', 0],
    [[{ op: 'add', path: `${ENTERPRISE_USER_URN}:nonsense`, value: 'x' }], 'invalidPath', 0],
    [[{ op: 'add', value: { [ENTERPRISE_USER_URN]: { nonsense: 'x' } } }], 'invalidPath', 0],
    [[{ op: 'add', path: 'urn:example:custom:2.0:User:badge', value: 'x' }], 'invalidPath', 0],
    [[{ op: 'add', path: `${GROUP_URN}:members`, value: [] }], 'invalidPath', 0],
    [[{ op: 'add', path: 'active', value: 'yes' }], 'invalidValue', 0],
    [[{ op: 'add', path: 'name', value: 'x' }], 'invalidValue', 0],
    [[{ op: 'add', path: 'title', value: { x: 1 } }], 'invalidValue', 0],
    [[{ op: 'add', path: 'title', value: 7 }], 'invalidValue', 0],
    [[{ op: 'add', path: `${ENTERPRISE_USER_URN}:manager`, value: [{ value: '1' }, { value: '2' }] }], 'invalidValue', 0],
    [[{ op: 'add', path: ENTERPRISE_USER_URN, value: 'x' }], 'invalidValue', 0],
    [[{ op: 'remove', path: 'userName' }], 'mutability', 0],
    [[{ op: 'replace', path: 'userName', value: null }], 'mutability', 0],
    [[{ op: 'replace', value: { userName: null } }], 'mutability', 0],
    [[{ op: 'remove', path: 'schemas' }], 'mutability', 0],
  ])('refuses %j with %s', (operations, scimType, operation) => {
    expect(patchUser({ userName: 'a' }, operations)).toMatchObject({ ok: false, scimType, operation });
  });

  it.each([`${ENTERPRISE_USER_URN}:department`, 'other:department'])('refuses %j within an extension, and names both', (key) => {
    expect(patchUser({ userName: 'a' }, [{ op: 'add', value: { [ENTERPRISE_USER_URN]: { [key]: 'x' } } }])).toEqual({
      ok: false,
      operation: 0,
      scimType: 'invalidPath',
      detail: `"${key}" is no attribute of ${ENTERPRISE_USER_URN}.`,
    });
  });

  it('takes a sub-attribute for what it is called in the schema, however it is written', () => {
    const changed = patchedUser({ name: { givenName: 'A' } }, [
      { op: 'replace', path: 'name', value: { GIVENNAME: 'B', FamilyName: 'C' } },
    ]);
    expect(changed).toEqual({ name: { givenName: 'B', familyName: 'C' } });
  });

  it('refuses a value that is nested without end', () => {
    let value: unknown = 'x';
    for (let level = 0; level < 100_000; level += 1) value = { value };
    expect(patchUser({}, [{ op: 'add', path: 'name', value }])).toMatchObject({ ok: false, scimType: 'invalidValue' });
  });

  it('applies all operations or none, and shares nothing', () => {
    const resource: JsonObject = { schemas: [USER_URN], title: 'T', emails: [{ value: 'w', type: 'work' }] };
    const value = [{ value: 'h', type: 'home' }];
    const before = structuredClone(resource);
    const options: PatchOptions = { schemas: STANDARD_SCHEMAS, type: 'User' };
    const failed = applyPatch(
      resource,
      [
        { op: 'replace', path: 'title', value: 'X' },
        { op: 'add', path: 'nonsense', value: 1 },
      ],
      options,
    );
    expect(failed).toMatchObject({ ok: false, operation: 1 });
    const done = applyPatch(resource, [{ op: 'add', path: 'emails', value }], options);
    expect(resource).toEqual(before);
    value[0] = { value: 'changed', type: 'other' };
    expect(done).toMatchObject({ ok: true, changed: true, resource: { emails: [{ value: 'w' }, { value: 'h' }] } });
    if (done.ok) (done.resource['emails'] as JsonObject[]).pop();
    expect(resource).toEqual(before);
  });

  it('says whether anything changed', () => {
    expect(patchUser({ title: 'T' }, [{ op: 'replace', path: 'title', value: 'T' }])).toMatchObject({ ok: true, changed: false });
    expect(patchUser({ title: 'T' }, [{ op: 'replace', path: 'title', value: 'U' }])).toMatchObject({ ok: true, changed: true });
  });
});

describe('singular attributes', () => {
  it.each([
    ['True', true],
    ['False', false],
    ['false', false],
    ['TRUE', true],
    [true, true],
  ])('takes active %j as %j, with and without path (F01, F05)', (value, expected) => {
    expect(patchedUser({}, [{ op: 'Replace', path: 'active', value }])).toEqual({ active: expected });
    expect(patchedUser({ active: !expected }, [{ op: 'replace', value: { active: value } }])).toEqual({ active: expected });
  });

  it('treats add as replace (F37)', () => {
    expect(patchedUser({ title: 'old' }, [{ op: 'Add', path: 'title', value: 'new' }])).toEqual({ title: 'new' });
  });

  it('spells names as the definition does, whatever the client or the resource writes (F48)', () => {
    expect(patchedUser({ DISPLAYNAME: 'old' }, [{ op: 'add', path: 'displayname', value: 'new' }])).toEqual({ displayName: 'new' });
    expect(patchedUser({}, [{ op: 'add', value: { 'NAME.givenname': 'G', Emails: [{ Value: 'w', Type: 'work' }] } }])).toEqual({
      name: { givenName: 'G' },
      emails: [{ value: 'w', type: 'work' }],
    });
  });

  it('leaves the other sub-attributes of a complex attribute', () => {
    const name = { givenName: 'G', familyName: 'F' };
    expect(patchedUser({ name }, [{ op: 'replace', path: 'name', value: { givenName: 'X' } }])).toEqual({
      name: { givenName: 'X', familyName: 'F' },
    });
    expect(patchedUser({ name }, [{ op: 'replace', path: 'name.givenName', value: 'X' }])).toEqual({
      name: { givenName: 'X', familyName: 'F' },
    });
    expect(patchedUser({ name }, [{ op: 'remove', path: 'name.givenName' }])).toEqual({ name: { familyName: 'F' } });
    expect(patchedUser({ name: { givenName: 'G' } }, [{ op: 'remove', path: 'name.givenName' }])).toEqual({});
  });

  it('takes null as unassigned (F62)', () => {
    const before = { externalId: 'x', emails: workAndHome, name: { givenName: 'G', familyName: 'F' }, title: 'T' };
    expect(patchedUser(before, [{ op: 'replace', value: { externalId: null, emails: null, name: { givenName: null } } }])).toEqual({
      name: { familyName: 'F' },
      title: 'T',
    });
    expect(patchedUser(before, [{ op: 'replace', path: 'emails', value: [] }])).not.toHaveProperty('emails');
    expect(patchedUser(before, [{ op: 'add', path: 'emails', value: null }])).toEqual(before);
  });

  it('keeps an empty string (F94)', () => {
    expect(patchedUser({ title: 'T' }, [{ op: 'replace', path: 'title', value: '' }])).toEqual({ title: '' });
  });

  it('removes without writing the value that came along (F58)', () => {
    expect(patchedUser({ title: 'T' }, [{ op: 'remove', path: 'title', value: 'X' }])).toEqual({});
    expect(patchedUser({ emails: workAndHome }, [{ op: 'Remove', path: 'emails[type eq "work"].value', value: 'old' }])['emails']).toEqual([
      { type: 'work', primary: true },
      { value: 'h', type: 'home' },
    ]);
  });
});

describe('readOnly attributes', () => {
  const before = { id: '1', displayName: 'G', meta: { version: '1' } };

  it('are left alone (F27)', () => {
    expect(patchedGroup(before, [{ op: 'replace', value: { id: '2', displayName: 'H', meta: { version: '2' } } }])).toEqual({
      ...before,
      displayName: 'H',
    });
    expect(patchedGroup(before, [{ op: 'remove', path: 'id' }])).toEqual(before);
    expect(patchedUser({}, [{ op: 'add', path: 'groups', value: [{ value: 'g' }] }])).toEqual({});
    expect(
      patchedUser({}, [{ op: 'add', path: `${ENTERPRISE_USER_URN}:manager`, value: { value: '1', displayName: 'Boss' } }])[
        ENTERPRISE_USER_URN
      ],
    ).toEqual({
      manager: { value: '1' },
    });
  });

  it('are refused on demand, unless the value is the same', () => {
    const options: PatchOptions = { schemas: STANDARD_SCHEMAS, type: 'Group', readOnly: 'refuse' };
    const patch = (operation: unknown) => applyPatch(before, [operation], options);
    expect(patch({ op: 'replace', value: { id: '1', displayName: 'H' } })).toMatchObject({ ok: true });
    expect(patch({ op: 'replace', value: { id: '2', displayName: 'H' } })).toMatchObject({ ok: false, scimType: 'mutability' });
    expect(patch({ op: 'remove', path: 'id' })).toMatchObject({ ok: false, scimType: 'mutability' });
    expect(patch({ op: 'replace', path: 'meta.version', value: '1' })).toMatchObject({ ok: true, changed: false });
    expect(patch({ op: 'replace', path: 'meta.version', value: '2' })).toMatchObject({ ok: false, scimType: 'mutability' });
    const manager = { [ENTERPRISE_USER_URN]: { manager: { value: '1', displayName: 'Boss' } } };
    const set = (displayName: string) =>
      patchUser(manager, [{ op: 'add', path: `${ENTERPRISE_USER_URN}:manager`, value: { value: '1', displayName } }], {
        readOnly: 'refuse',
      });
    expect(set('Boss')).toMatchObject({ ok: true });
    expect(set('Other')).toMatchObject({ ok: false, scimType: 'mutability' });
  });
});

describe('path-less values', () => {
  it('expands dotted and URN keys (F07, F08)', () => {
    const value = {
      displayName: 'X',
      'name.givenName': 'G',
      'name.familyName': 'F',
      [`${ENTERPRISE_USER_URN}:department`]: 'D',
      [`${ENTERPRISE_USER_URN}:manager`]: '271',
      'emails[type eq "work"].value': 'w',
    };
    const expected = {
      schemas: [USER_URN, ENTERPRISE_USER_URN],
      displayName: 'X',
      name: { givenName: 'G', familyName: 'F' },
      emails: [{ type: 'work', value: 'w' }],
      [ENTERPRISE_USER_URN]: { department: 'D', manager: { value: '271' } },
    };
    expect(patchedUser({}, [{ op: 'replace', value }])).toEqual(expected);
    expect(patchedUser({}, [{ op: 'add', value }])).toEqual(expected);
  });

  it('adds to lists or replaces them, as the operation says', () => {
    const value = { emails: [{ value: 'o', type: 'other' }] };
    expect(patchedUser({ emails: workAndHome }, [{ op: 'add', value }])['emails']).toEqual([...workAndHome, { value: 'o', type: 'other' }]);
    expect(patchedUser({ emails: workAndHome }, [{ op: 'replace', value }])['emails']).toEqual([{ value: 'o', type: 'other' }]);
  });

  it('accepts the core URN as the path of the whole resource', () => {
    expect(patchedUser({}, [{ op: 'replace', path: USER_URN, value: { title: 'T' } }])).toEqual({ title: 'T' });
    expect(patchedUser({}, [{ op: 'replace', path: `${USER_URN}:title`, value: 'T' }])).toEqual({ title: 'T' });
  });

  it('tolerates unknown schema URIs that carry nothing (F66)', () => {
    const legacy = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group';
    const result = patchedGroup({ displayName: 'G' }, [
      { op: 'add', value: { schemas: [GROUP_URN, legacy], externalId: 'x', meta: { resourceType: 'Group' } } },
    ]);
    expect(result).toEqual({ schemas: [GROUP_URN, legacy], displayName: 'G', externalId: 'x' });
  });
});

describe('extensions', () => {
  it('come and go with their attributes (F09, F45)', () => {
    const path = `${ENTERPRISE_USER_URN}:department`;
    const withIt = patchedUser({}, [{ op: 'Replace', path, value: 'D' }]);
    expect(withIt).toEqual({ schemas: [USER_URN, ENTERPRISE_USER_URN], [ENTERPRISE_USER_URN]: { department: 'D' } });
    expect(patchedUser(withIt, [{ op: 'Remove', path }])).toEqual({});
    expect(patchedUser(withIt, [{ op: 'remove', path: ENTERPRISE_USER_URN }])).toEqual({});
    expect(patchedUser(withIt, [{ op: 'replace', value: { [ENTERPRISE_USER_URN]: null } }])).toEqual({});
    expect(patchedUser({}, [{ op: 'remove', path }])).toEqual({});
  });

  it('can be the value as a whole (F46)', () => {
    const before = { [ENTERPRISE_USER_URN]: { costCenter: 'C' } };
    const expected = { costCenter: 'C', department: 'D' };
    const value = { Department: 'D' };
    expect(patchedUser(before, [{ op: 'replace', path: ENTERPRISE_USER_URN, value }])[ENTERPRISE_USER_URN]).toEqual(expected);
    expect(patchedUser(before, [{ op: 'replace', value: { [ENTERPRISE_USER_URN.toLowerCase()]: value } }])[ENTERPRISE_USER_URN]).toEqual(
      expected,
    );
  });

  it('of an unknown kind work on a resource that shows them', () => {
    const urn = 'urn:example:custom:2.0:User';
    const shown = { schemas: [USER_URN, urn] };
    expect(patchedUser(shown, [{ op: 'add', path: `${urn}:badge`, value: '7' }])).toEqual({ ...shown, [urn]: { badge: '7' } });
    const before = { ...shown, [urn]: { tags: ['a'], place: { floor: 1 } } };
    expect(
      patchedUser(before, [
        { op: 'add', path: `${urn}:tags`, value: ['a', 'b'] },
        { op: 'replace', path: `${urn}:place.room`, value: 2 },
      ]),
    ).toEqual({
      ...shown,
      [urn]: { tags: ['a', 'b'], place: { floor: 1, room: 2 } },
    });
  });
});

describe('manager (F20)', () => {
  const path = `${ENTERPRISE_USER_URN}:manager`;
  const managerOf = (resource: JsonObject) => (resource[ENTERPRISE_USER_URN] as JsonObject | undefined)?.['manager'];

  it.each([['271'], [{ value: '271' }], [[{ value: '271' }]], [[{ $ref: null, value: '271' }]]])('is set by %j', (value) => {
    expect(managerOf(patchedUser({}, [{ op: 'Add', path, value }]))).toEqual({ value: '271' });
  });

  it('loses what belonged to the previous manager', () => {
    const before = { [ENTERPRISE_USER_URN]: { manager: { value: '1', $ref: '../Users/1', displayName: 'Boss' } } };
    expect(managerOf(patchedUser(before, [{ op: 'Replace', path, value: '2' }]))).toEqual({ value: '2' });
    expect(managerOf(patchedUser(before, [{ op: 'Replace', path: `${path}.value`, value: '2' }]))).toEqual({ value: '2' });
    expect(managerOf(patchedUser(before, [{ op: 'Replace', path, value: '1' }]))).toEqual(before[ENTERPRISE_USER_URN].manager);
  });

  it.each([
    { op: 'Remove', path },
    { op: 'Replace', path, value: '' },
    { op: 'Replace', path, value: [] },
    { op: 'Replace', path, value: null },
    { op: 'Replace', path, value: { value: '' } },
    { op: 'Remove', path: `${path}.value` },
  ])('is taken away by %j', (operation) => {
    expect(patchedUser({ [ENTERPRISE_USER_URN]: { manager: { value: '1', displayName: 'Boss' } } }, [operation])).toEqual({});
  });
});

describe('value paths', () => {
  it('change the matching value only', () => {
    expect(patchedUser({ emails: workAndHome }, [{ op: 'Replace', path: 'emails[type eq "work"].value', value: 'new' }])['emails']).toEqual(
      [
        { value: 'new', type: 'work', primary: true },
        { value: 'h', type: 'home' },
      ],
    );
  });

  it.each(['Add', 'Replace'])('create the value that is not there, on %s (F06)', (op) => {
    expect(
      patchedUser({ emails: [{ value: 'h', type: 'home' }] }, [{ op, path: 'emails[type eq "work"].value', value: 'w' }])['emails'],
    ).toEqual([
      { value: 'h', type: 'home' },
      { type: 'work', value: 'w' },
    ]);
    expect(patchedUser({}, [{ op, path: 'addresses[type eq "work"].formatted', value: 'A' }])).toEqual({
      addresses: [{ type: 'work', formatted: 'A' }],
    });
    expect(patchedUser({}, [{ op, path: 'phoneNumbers[type eq "work" and primary eq "true"].value', value: '1' }])).toEqual({
      phoneNumbers: [{ type: 'work', primary: true, value: '1' }],
    });
  });

  it('read "True" as a boolean (F64)', () => {
    const path = 'roles[primary eq "True"].value';
    expect(patchedUser({}, [{ op: 'Add', path, value: 'Admin' }])).toEqual({ roles: [{ primary: true, value: 'Admin' }] });
    expect(patchedUser({ roles: [{ primary: true, value: 'User' }] }, [{ op: 'Replace', path, value: 'Admin' }])).toEqual({
      roles: [{ primary: true, value: 'Admin' }],
    });
  });

  it('fail with noTarget where that is asked for, but only on replace', () => {
    const path = 'emails[type eq "work"].value';
    expect(patchUser({}, [{ op: 'replace', path, value: 'w' }], { noMatch: 'noTarget' })).toMatchObject({
      ok: false,
      scimType: 'noTarget',
    });
    expect(patchedUser({}, [{ op: 'add', path, value: 'w' }], { noMatch: 'noTarget' })).toEqual({ emails: [{ type: 'work', value: 'w' }] });
    // The value contradicts its filter.
    expect(patchUser({}, [{ op: 'add', path: 'emails[type eq "work"]', value: { type: 'home' } }])).toMatchObject({
      ok: false,
      scimType: 'noTarget',
    });
    // Nothing that equality describes would match.
    expect(patchUser({}, [{ op: 'add', path: 'emails[type sw "w"].value', value: 'w' }])).toMatchObject({
      ok: false,
      scimType: 'noTarget',
    });
  });

  it('replace the whole value, or merge into it on add', () => {
    const path = 'emails[type eq "work"]';
    expect(patchedUser({ emails: workAndHome }, [{ op: 'replace', path, value: { value: 'new' } }])['emails']).toEqual([
      { type: 'work', value: 'new' },
      { value: 'h', type: 'home' },
    ]);
    expect(patchedUser({ emails: workAndHome }, [{ op: 'add', path, value: { display: 'W' } }])['emails']).toEqual([
      { value: 'w', type: 'work', primary: true, display: 'W' },
      { value: 'h', type: 'home' },
    ]);
    expect(patchedUser({ emails: workAndHome }, [{ op: 'remove', path }])['emails']).toEqual([{ value: 'h', type: 'home' }]);
    expect(patchedUser({ emails: workAndHome }, [{ op: 'remove', path: 'emails[type eq "other"]' }])['emails']).toEqual(workAndHome);
  });

  it('keep one primary (F63)', () => {
    const path = 'emails[type eq "home"].primary';
    expect(patchedUser({ emails: workAndHome }, [{ op: 'replace', path, value: 'True' }])['emails']).toEqual([
      { value: 'w', type: 'work', primary: false },
      { value: 'h', type: 'home', primary: true },
    ]);
    expect(patchedUser({ emails: workAndHome }, [{ op: 'add', path: 'emails', value: [{ value: 'o', primary: true }] }])['emails']).toEqual(
      [
        { value: 'w', type: 'work', primary: false },
        { value: 'h', type: 'home' },
        { value: 'o', primary: true },
      ],
    );
    expect(
      patchedUser({}, [
        {
          op: 'replace',
          path: 'emails',
          value: [
            { value: 'a', primary: true },
            { value: 'b', primary: true },
          ],
        },
      ])['emails'],
    ).toEqual([
      { value: 'a', primary: true },
      { value: 'b', primary: false },
    ]);
    expect(
      patchedUser({ emails: workAndHome }, [{ op: 'add', path: 'emails[type eq "other" and primary eq true].value', value: 'o' }])[
        'emails'
      ],
    ).toEqual([
      { value: 'w', type: 'work', primary: false },
      { value: 'h', type: 'home' },
      { type: 'other', primary: true, value: 'o' },
    ]);
    expect(patchedUser({ emails: workAndHome }, [{ op: 'add', path: 'emails[type eq "home"].value', value: 'x' }])['emails']).toEqual([
      { value: 'w', type: 'work', primary: true },
      { value: 'x', type: 'home' },
    ]);
  });

  it('keep role texts as they are sent (F65)', () => {
    const value = [{ value: '{"id":"1","value":"Admin","displayName":"Admin"}' }];
    expect(patchedUser({}, [{ op: 'Add', path: 'roles', value }])).toEqual({ roles: value });
  });
});

describe('members', () => {
  const before = { displayName: 'G', members: [{ value: 'a', display: 'A' }, { value: 'b' }, { value: 'c' }] };

  it('are added once', () => {
    const value = [{ $ref: null, value: 'd' }, { value: 'a' }, { value: 'd', display: null }];
    expect(patchedGroup(before, [{ op: 'Add', path: 'members', value }])['members']).toEqual([...before.members, { value: 'd' }]);
    expect(patchedGroup(before, [{ op: 'add', path: 'members', value: { value: 'd' } }])['members']).toEqual([
      ...before.members,
      { value: 'd' },
    ]);
    expect(patchedGroup(before, [{ op: 'add', value: { members: ['d'] } }])['members']).toEqual([...before.members, { value: 'd' }]);
  });

  it('are told apart by the case of their ids', () => {
    expect(patchedGroup(before, [{ op: 'add', path: 'members', value: [{ value: 'A' }] }])['members']).toEqual([
      ...before.members,
      { value: 'A' },
    ]);
    expect(patchedGroup(before, [{ op: 'remove', path: 'members[value eq "A"]' }])['members']).toEqual(before.members);
  });

  it('are removed by the list that Entra sends (F02)', () => {
    expect(
      patchedGroup(before, [{ op: 'Remove', path: 'members', value: [{ $ref: null, value: 'a' }, { value: 'x' }] }])['members'],
    ).toEqual([{ value: 'b' }, { value: 'c' }]);
    expect(patchedGroup(before, [{ op: 'Remove', path: 'members', value: [] }])['members']).toEqual(before.members);
    expect(patchedGroup(before, [{ op: 'Remove', path: 'members', value: [{ value: 'a' }] }], { removeValue: 'all' })).toEqual({
      displayName: 'G',
    });
  });

  it('are removed by a filter (F03)', () => {
    expect(patchedGroup(before, [{ op: 'remove', path: 'members[value eq "b"]' }])['members']).toEqual([
      { value: 'a', display: 'A' },
      { value: 'c' },
    ]);
    expect(patchedGroup(before, [{ op: 'remove', path: 'members[value eq "x"]' }])['members']).toEqual(before.members);
  });

  it('are all removed by the bare path', () => {
    expect(patchedGroup(before, [{ op: 'remove', path: 'members' }])).toEqual({ displayName: 'G' });
    expect(patchedGroup(before, [{ op: 'remove', path: 'members', value: null }])).toEqual({ displayName: 'G' });
  });

  it('are replaced as a whole', () => {
    expect(patchedGroup(before, [{ op: 'replace', path: 'members', value: [{ value: 'x' }, { value: 'x' }] }])['members']).toEqual([
      { value: 'x' },
    ]);
    expect(patchedGroup(before, [{ op: 'replace', value: { members: [] } }])).toEqual({ displayName: 'G' });
  });

  it('keep their ids', () => {
    const options: PatchOptions = { schemas: STANDARD_SCHEMAS, type: 'Group' };
    expect(applyPatch(before, [{ op: 'replace', path: 'members[value eq "a"].value', value: 'z' }], options)).toMatchObject({
      ok: false,
      scimType: 'mutability',
    });
  });

  it('can be many', () => {
    const members = Array.from({ length: 20_000 }, (_, index) => ({ value: `m${index}` }));
    const left = patchedGroup({ displayName: 'G', members }, [{ op: 'remove', path: 'members', value: members.slice(1) }]);
    expect(left['members']).toEqual([{ value: 'm0' }]);
  });
});

it('keeps the core schema in schemas', () => {
  expect(patchedUser({}, [{ op: 'replace', path: 'schemas', value: ['urn:x:y'] }])).toEqual({ schemas: [CORE_URNS.User, 'urn:x:y'] });
});
