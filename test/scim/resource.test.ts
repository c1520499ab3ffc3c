import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/scim/json.js';
import { printPath } from '../../src/scim/path.js';
import { buildResource, removeAt, setAt, valueAt } from '../../src/scim/resource.js';
import { ENTERPRISE_USER_URN, USER_URN } from '../../src/scim/urn.js';
import { jsonObject, path } from './arbitraries.js';

const user: JsonObject = {
  UserName: 'a',
  name: { givenName: 'G' },
  emails: [
    { type: 'home', value: 'h' },
    { Type: 'WORK', Value: 'w', primary: true },
  ],
  roles: [{ primary: true, value: 'Admin' }],
  schemas: [USER_URN],
  [ENTERPRISE_USER_URN]: { department: 'D', manager: { value: '1' } },
  'urn:example:custom:2.0:User': { badge: 7 },
};

describe('valueAt', () => {
  it.each([
    ['userName', 'a'],
    ['name.GIVENNAME', 'G'],
    ['name', { givenName: 'G' }],
    ['emails[type eq "work"].value', 'w'],
    ['emails[type eq "work"]', { Type: 'WORK', Value: 'w', primary: true }],
    ['emails.value', 'h'],
    ['emails.primary', true],
    ['roles[primary eq "True"].value', 'Admin'],
    [`${USER_URN}:userName`, 'a'],
    [`${ENTERPRISE_USER_URN.toLowerCase()}:department`, 'D'],
    [`${ENTERPRISE_USER_URN}:manager.value`, '1'],
    [ENTERPRISE_USER_URN, { department: 'D', manager: { value: '1' } }],
    ['urn:example:custom:2.0:User', { badge: 7 }],
    ['urn:example:custom:2.0:User:badge', 7],
    ['emails[type eq "other"].value', undefined],
    ['emails[type eq "other"]', undefined],
    ['userName.x', undefined],
    ['title', undefined],
    ['urn:none:2.0:User:x', undefined],
    ['not a path', undefined],
  ])('%s', (text, expected) => {
    expect(valueAt(user, text)).toEqual(expected);
  });

  it('does not look into a manager that is a bare string', () => {
    expect(valueAt({ [ENTERPRISE_USER_URN]: { manager: '1' } }, `${ENTERPRISE_USER_URN}:manager.value`)).toBeUndefined();
  });
});

describe('setAt', () => {
  it('keeps what is there and leaves the original alone', () => {
    const before = structuredClone(user);
    const after = setAt(user, 'emails[type eq "work"].value', 'new');
    expect(user).toEqual(before);
    expect(after['emails']).toEqual([
      { type: 'home', value: 'h' },
      { Type: 'WORK', Value: 'new', primary: true },
    ]);
    expect(setAt(user, 'username', 'b')).toEqual({ ...user, UserName: 'b' });
  });

  it('creates what is missing', () => {
    expect(setAt({}, 'name.givenName', 'G')).toEqual({ name: { givenName: 'G' } });
    expect(setAt({}, `${ENTERPRISE_USER_URN}:manager.value`, '1')).toEqual({ [ENTERPRISE_USER_URN]: { manager: { value: '1' } } });
    expect(setAt({}, 'emails[type eq "work"].value', 'w')).toEqual({ emails: [{ type: 'work', value: 'w' }] });
    expect(setAt({}, 'roles[primary eq "True"].value', 'Admin')).toEqual({ roles: [{ primary: true, value: 'Admin' }] });
    expect(setAt({}, 'addresses[type eq "work"]', { locality: 'X' })).toEqual({ addresses: [{ type: 'work', locality: 'X' }] });
    expect(setAt({}, 'emails.value', 'w')).toEqual({ emails: [{ value: 'w' }] });
    expect(setAt({}, ENTERPRISE_USER_URN, { department: 'D' })).toEqual({ [ENTERPRISE_USER_URN]: { department: 'D' } });
    expect(setAt({ a: 1 }, 'no path', 1)).toEqual({ a: 1 });
  });
});

describe('removeAt', () => {
  it('removes attributes, values and sub-attributes, and what is left empty', () => {
    expect(removeAt(user, 'username')).not.toHaveProperty('UserName');
    expect(removeAt(user, 'name.givenName')).not.toHaveProperty('name');
    expect(removeAt(user, 'emails[type eq "work"]')['emails']).toEqual([{ type: 'home', value: 'h' }]);
    expect(removeAt(user, 'emails[type eq "work"].value')['emails']).toEqual([
      { type: 'home', value: 'h' },
      { Type: 'WORK', primary: true },
    ]);
    expect(removeAt(user, 'roles[primary eq "True"]')).not.toHaveProperty('roles');
    expect(removeAt(user, `${ENTERPRISE_USER_URN}:department`)[ENTERPRISE_USER_URN]).toEqual({ manager: { value: '1' } });
    expect(removeAt(user, 'urn:example:custom:2.0:User:badge')).not.toHaveProperty(['urn:example:custom:2.0:User']);
    expect(removeAt(user, ENTERPRISE_USER_URN)).not.toHaveProperty([ENTERPRISE_USER_URN]);
    expect(removeAt(user, 'title')).toEqual(user);
  });
});

describe('buildResource', () => {
  it('keeps the order and joins entries that name the same value', () => {
    const built = buildResource([
      ['userName', 'a'],
      ['active', true],
      ['addresses[type eq "work"].streetAddress', 'S'],
      ['name.givenName', 'G'],
      ['addresses[type eq "home"].locality', 'H'],
      ['addresses[type eq "work"].locality', 'L'],
      ['roles[primary eq "True"].value', 'Admin'],
      ['roles[primary eq "True"].display', 'Administrator'],
      ['name.familyName', 'F'],
      [`${ENTERPRISE_USER_URN}:department`, 'D'],
    ]);
    expect(JSON.stringify(built)).toBe(
      JSON.stringify({
        userName: 'a',
        active: true,
        addresses: [
          { type: 'work', streetAddress: 'S', locality: 'L' },
          { type: 'home', locality: 'H' },
        ],
        name: { givenName: 'G', familyName: 'F' },
        roles: [{ primary: true, value: 'Admin', display: 'Administrator' }],
        [ENTERPRISE_USER_URN]: { department: 'D' },
      }),
    );
  });

  it('takes awkward names as names', () => {
    const built = buildResource([
      ['__proto__', { admin: true }],
      ['name.__proto__', 'x'],
    ]);
    expect(JSON.stringify(built)).toBe('{"__proto__":{"admin":true},"name":{"__proto__":"x"}}');
    expect(built['admin']).toBeUndefined();
    expect(JSON.stringify(setAt(built, 'userName', 'a'))).toBe('{"__proto__":{"admin":true},"name":{"__proto__":"x"},"userName":"a"}');
  });

  it('shares nothing with the values that it is given', () => {
    const value = { a: ['x'] };
    const built = buildResource([['thing', value]]);
    value.a.push('y');
    expect(built).toEqual({ thing: { a: ['x'] } });
  });
});

describe('on any resource and path', () => {
  it('never throws, never changes its input, and reads what it set at a plain path', () => {
    fc.assert(
      fc.property(jsonObject, path, fc.string(), (resource, target, value) => {
        const before = JSON.stringify(resource);
        const set = setAt(resource, target, value);
        removeAt(set, target);
        buildResource([[printPath(target), value]]);
        valueAt(resource, target);
        expect(JSON.stringify(resource)).toBe(before);
        if (target.filter === undefined && target.attribute !== undefined) {
          expect(valueAt(buildResource([[printPath(target), value]]), target)).toBe(value);
        }
      }),
    );
    expect(Object.prototype).not.toHaveProperty('value');
  });
});
