import { describe, expect, it } from 'vitest';
import { formsOf } from '../../../src/engine/refusal/variation/operation-forms.js';
import { type OperationContext, singleOperations } from '../../../src/engine/refusal/variation/operations.js';
import type { JsonObject } from '../../../src/scim/json.js';
import { STANDARD_SCHEMAS } from '../../../src/scim/schema-set.js';
import { ENTERPRISE_USER_URN } from '../../../src/scim/urn.js';

/** The forms in which a refused operation is tried: each check, and what is sent in its place. */
function tried(operation: JsonObject, context: Partial<OperationContext> = {}): [string | undefined, readonly JsonObject[]][] {
  const full = { type: 'User', schemas: STANDARD_SCHEMAS, before: {}, readsPaths: true, ...context } as const;
  return singleOperations({ Operations: [operation] }, full).flatMap((single) =>
    formsOf(single, full).map(({ check, changed }): [string | undefined, readonly JsonObject[]] => [check, changed]),
  );
}

const WORK = 'emails[type eq "work"]';
const HELD = { emails: [{ type: 'work', value: 'a@x.example' }] };
const DEPARTMENT = `${ENTERPRISE_USER_URN}:department`;

describe('an operation that was refused is tried', () => {
  it.each<[string, JsonObject, [string, JsonObject[]][]]>([
    [
      'with "op" in lower case, and as another operation in the letter case of the client',
      { op: 'Add', path: 'title', value: 'x' },
      [
        ['SC2101', [{ op: 'add', path: 'title', value: 'x' }]],
        ['SC2112', [{ op: 'Replace', path: 'title', value: 'x' }]],
      ],
    ],
    [
      'as an addition where there was nothing',
      { op: 'replace', path: 'title', value: 'x' },
      [['SC2134', [{ op: 'add', path: 'title', value: 'x' }]]],
    ],
    [
      'with a boolean in place of its text',
      { op: 'add', path: 'active', value: 'False' },
      [
        ['SC2102', [{ op: 'add', path: 'active', value: false }]],
        ['SC2112', [{ op: 'replace', path: 'active', value: 'False' }]],
      ],
    ],
    [
      'as a removal in place of null',
      { op: 'Replace', path: 'title', value: null },
      [
        ['SC2101', [{ op: 'replace', path: 'title', value: null }]],
        ['SC1214', [{ op: 'Remove', path: 'title' }]],
        ['SC2134', [{ op: 'Add', path: 'title', value: null }]],
      ],
    ],
    [
      'as a removal in place of an empty text',
      { op: 'add', path: 'title', value: '' },
      [
        ['SC2113', [{ op: 'remove', path: 'title' }]],
        ['SC2112', [{ op: 'replace', path: 'title', value: '' }]],
      ],
    ],
    ['without the value of a removal', { op: 'remove', path: 'title', value: 'x' }, [['SC2114', [{ op: 'remove', path: 'title' }]]]],
    [
      'without null as the value of a removal',
      { op: 'remove', path: 'title', value: null },
      [['SC2114', [{ op: 'remove', path: 'title' }]]],
    ],
    ['in no other form where there is none', { op: 'remove', path: 'title' }, []],
    [
      'with the key as an object, and in the path',
      { op: 'replace', value: { 'name.givenName': 'Ada' } },
      [
        ['SC2107', [{ op: 'replace', value: { name: { givenName: 'Ada' } } }]],
        ['SC2106', [{ op: 'replace', path: 'name.givenName', value: 'Ada' }]],
      ],
    ],
    [
      'with the value in a list',
      { op: 'add', path: 'emails', value: { value: 'a@x.example' } },
      [
        ['SC2112', [{ op: 'replace', path: 'emails', value: { value: 'a@x.example' } }]],
        ['SC2133', [{ op: 'add', path: 'emails', value: [{ value: 'a@x.example' }] }]],
      ],
    ],
  ])('%s', (_what, operation, forms) => {
    expect(tried(operation)).toEqual(forms);
  });

  it('never where nobody may change the attribute', () => {
    for (const path of ['id', 'meta', 'schemas']) expect(tried({ op: 'Add', path, value: 'x' })).toEqual([]);
  });

  it('with a new element as a whole, and one that is there by its parts', () => {
    const operation = { op: 'Add', path: `${WORK}.value`, value: 'b@x.example' };
    const element = { type: 'work', value: 'b@x.example' };
    expect(tried(operation).find(([check]) => check === 'SC2103')?.[1]).toEqual([{ op: 'Add', path: 'emails', value: [element] }]);
    expect(tried(operation, { before: HELD }).find(([check]) => check === 'SC2105')?.[1]).toEqual([
      { op: 'Add', path: WORK, value: { value: 'b@x.example' } },
    ]);
    expect(tried({ op: 'remove', path: `${WORK}.value` }, { before: HELD })).toEqual([]);
  });

  it('with the name behind the filter where the path ends with one', () => {
    expect(tried({ op: 'remove', path: WORK }, { before: HELD })).toEqual([['SC2105', [{ op: 'remove', path: `${WORK}.value` }]]]);
    expect(tried({ op: 'add', path: WORK, value: { value: 'b@x.example' } }, { before: HELD })[0]).toEqual([
      'SC2105',
      [{ op: 'add', path: `${WORK}.value`, value: 'b@x.example' }],
    ]);
  });

  it('in an extension with its URN in "schemas" where that is new, and as an object of it', () => {
    const operation = { op: 'Replace', path: DEPARTMENT, value: 'R' };
    const object = { [ENTERPRISE_USER_URN]: { department: 'R' } };
    const forms = tried(operation).filter(([check]) => check === 'SC2110' || check === 'SC2109');
    expect(forms).toEqual([
      ['SC2110', [{ op: 'Add', path: 'schemas', value: [ENTERPRISE_USER_URN] }, operation]],
      ['SC2109', [{ op: 'Replace', value: object }]],
      ['SC2109', [{ op: 'Add', value: object }]],
    ]);
    const there = tried(operation, { before: { [ENTERPRISE_USER_URN]: { department: 'Q' } } });
    expect(there.map(([check]) => check)).not.toContain('SC2110');
    const keyed = tried({ op: 'add', value: { [DEPARTMENT]: 'R' } }).filter(([check]) => check === 'SC2108');
    expect(keyed).toEqual([['SC2108', [{ op: 'add', value: object }]]]);
  });

  it('with a manager as an object', () => {
    const path = `${ENTERPRISE_USER_URN}:manager`;
    const [, changed] = tried({ op: 'add', path, value: 'u2' }).find(([check]) => check === 'SC2111') ?? [];
    expect(changed).toEqual([{ op: 'add', path, value: { value: 'u2' } }]);
    expect(tried({ op: 'add', path: `${path}.value`, value: 'u2' }).map(([check]) => check)).not.toContain('SC2111');
  });

  it('without a path only where no path was read so far, and for what is no name, reference or element', () => {
    const pathless = (operation: JsonObject, context: Partial<OperationContext> = {}) =>
      tried(operation, { readsPaths: false, ...context }).find(([check]) => check === 'SC2152')?.[1];
    expect(pathless({ op: 'add', path: 'title', value: 'x' })).toEqual([{ op: 'add', value: { title: 'x' } }]);
    expect(pathless({ op: 'add', path: 'name.givenName', value: 'x' })).toEqual([{ op: 'add', value: { name: { givenName: 'x' } } }]);
    expect(pathless({ op: 'add', path: 'members', value: [{ value: 'u1' }] }, { type: 'Group' })).toEqual([
      { op: 'add', value: { members: [{ value: 'u1' }] } },
    ]);
    expect(pathless({ op: 'add', path: 'title', value: 'x' }, { readsPaths: true })).toBeUndefined();
    for (const path of ['userName', `${WORK}.value`, DEPARTMENT, 'manager', 'active'])
      expect(pathless({ op: 'add', path, value: 'true' })).toBeUndefined();
    expect(pathless({ op: 'remove', path: 'title', value: 'x' })).toBeUndefined();
    expect(pathless({ op: 'add', value: { title: 'x' } })).toBeUndefined();
  });
});

describe('members that were refused are tried', () => {
  const group = { type: 'Group' } as const;
  const [ada, eva] = [
    { value: 'u1', display: 'Ada', type: 'User' },
    { value: 'u2', display: 'Eva', type: 'User' },
  ];

  it('bare, and each by itself', () => {
    expect(tried({ op: 'add', path: 'members', value: [ada, eva] }, group)).toEqual([
      ['SC2301', [{ op: 'add', path: 'members', value: [{ value: 'u1' }, { value: 'u2' }] }]],
      [
        'SC2301',
        [
          { op: 'add', path: 'members', value: [ada] },
          { op: 'add', path: 'members', value: [eva] },
        ],
      ],
    ]);
  });

  it('with a display and a type where they have none', () => {
    expect(tried({ op: 'replace', path: 'members', value: [{ value: 'u1' }] }, group)).toEqual([
      ['SC2305', [{ op: 'replace', path: 'members', value: [{ value: 'u1', display: 'Somebody' }] }]],
      ['SC2305', [{ op: 'replace', path: 'members', value: [{ value: 'u1', type: 'User' }] }]],
    ]);
  });

  it('by a path in place of a list, and by a list in place of a path', () => {
    expect(tried({ op: 'remove', path: 'members', value: [{ value: 'u1' }, { value: 'u2' }] }, group)).toEqual([
      ['SC2302', ['u1', 'u2'].map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` }))],
    ]);
    expect(tried({ op: 'remove', path: 'members[value eq "u1"]' }, group)).toEqual([
      ['SC2303', [{ op: 'remove', path: 'members', value: [{ value: 'u1' }] }]],
    ]);
    expect(tried({ op: 'remove', path: 'members[display eq "Ada"]' }, group)).toEqual([]);
    expect(tried({ op: 'remove', path: 'members' }, group)).toEqual([]);
  });
});
