import { describe, expect, it } from 'vitest';
import { changedImmutables, isImmutable } from '../../../src/engine/compare/immutable-attributes.js';
import { DEFAULT_MAPPING } from '../../../src/mapping/default.js';
import { attribute } from '../../../src/scim/attribute.js';
import type { Json, JsonObject } from '../../../src/scim/json.js';
import { SchemaSet, STANDARD_SCHEMAS } from '../../../src/scim/schema-set.js';
import { ENTERPRISE_USER_URN, USER_URN } from '../../../src/scim/urn.js';

const fixed = (name: string) => attribute(name, '', { mutability: 'immutable' });
const complex = (name: string, multiValued: boolean, ...parts: string[]) =>
  attribute(name, '', { type: 'complex', multiValued, subAttributes: [...parts.map(fixed), attribute('free', '')] });

/** A target that declares title, the given name, the number of an employee and the values of e-mail addresses immutable. */
const advertised = new SchemaSet([
  {
    id: USER_URN,
    name: 'User',
    attributes: [fixed('title'), attribute('nickName', ''), complex('name', false, 'givenName'), complex('emails', true, 'value')],
  },
  { id: ENTERPRISE_USER_URN, name: 'EnterpriseUser', attributes: [fixed('employeeNumber'), attribute('department', '')] },
]);
const context = { mapping: DEFAULT_MAPPING, facts: { schemas: advertised, advertised } };
const HELD = {
  title: 'Engineer',
  nickName: 'Ada',
  name: { givenName: 'Ada', free: 'x' },
  [ENTERPRISE_USER_URN]: { employeeNumber: '7', department: 'R' },
};

function changed(method: string, body: Json, held: JsonObject | undefined = HELD): string[] {
  return changedImmutables(context, 'User', { method, body }, held);
}

it('what /Schemas declares immutable is so, also a part, but for the parts of elements, and where there is no /Schemas', () => {
  const immutable = ['title', 'nickName', 'name', 'name.givenName', 'emails', 'emails.value', `${ENTERPRISE_USER_URN}:employeeNumber`, 'x'];
  expect(immutable.filter((path) => isImmutable(context, 'User', path))).toEqual([
    'title',
    'name.givenName',
    `${ENTERPRISE_USER_URN}:employeeNumber`,
  ]);
  expect(immutable.some((path) => isImmutable({ facts: { schemas: STANDARD_SCHEMAS } }, 'User', path))).toBe(false);
});

describe('a PUT changes what is immutable', () => {
  it.each<[string, JsonObject, string[]]>([
    ['with another value', { title: 'Boss', nickName: 'Eva' }, ['title']],
    ['not with the same one', { title: 'Engineer', nickName: 'Eva' }, []],
    ['with another part', { name: { givenName: 'Eva', free: 'y' } }, ['name.givenName']],
    ['not with another part that is not', { name: { givenName: 'Ada', free: 'y' } }, []],
    ['in an extension', { [ENTERPRISE_USER_URN]: { employeeNumber: '8', department: 'S' } }, [`${ENTERPRISE_USER_URN}:employeeNumber`]],
    ['not with another address', { emails: [{ value: 'b@x.example' }] }, []],
  ])('%s', (_what, body, paths) => {
    expect(changed('PUT', body)).toEqual(paths);
  });

  it('where there was no value before', () => {
    expect(changed('PUT', { title: 'Boss', name: { givenName: 'Eva' } }, {})).toEqual(['title', 'name.givenName']);
  });
});

describe('a PATCH changes what is immutable', () => {
  it.each<[string, JsonObject, string[]]>([
    ['by its path', { path: 'title', value: 'Boss' }, ['title']],
    ['by its key', { value: { title: 'Boss', nickName: 'Eva' } }, ['title']],
    ['by the path of a part', { path: 'name.givenName', value: 'Eva' }, ['name.givenName']],
    ['with the whole', { path: 'name', value: { givenName: 'Eva' } }, ['name.givenName']],
    ['not with the whole when the part stays', { path: 'name', value: { givenName: 'Ada', free: 'y' } }, []],
    ['with the whole by its key', { value: { name: { givenName: 'Eva' } } }, ['name.givenName']],
    ['not elsewhere', { path: 'nickName', value: 'Eva' }, []],
  ])('%s', (_what, operation, paths) => {
    expect(changed('PATCH', { Operations: [{ op: 'replace', ...operation }] })).toEqual(paths);
  });
});

it('nothing changes by a creation, a request without a body, one of another kind, or where there is no /Schemas', () => {
  const body = { title: 'Boss', Operations: [{ op: 'replace', path: 'title', value: 'Boss' }] };
  expect(changedImmutables(context, 'User', { method: 'PUT', body }, undefined)).toEqual([]);
  expect(changedImmutables(context, 'User', { method: 'PUT' }, HELD)).toEqual([]);
  expect(changed('POST', { Operations: [{ op: 'replace', path: 'title', value: 'Boss' }] })).toEqual([]);
  expect(changed('PATCH', {})).toEqual([]);
  const silent = { mapping: DEFAULT_MAPPING, facts: { schemas: STANDARD_SCHEMAS } };
  expect(changedImmutables(silent, 'User', { method: 'PUT', body }, HELD)).toEqual([]);
});
