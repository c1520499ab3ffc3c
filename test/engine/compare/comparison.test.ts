import { describe, expect, it } from 'vitest';
import type { Difference } from '../../../src/check/context.js';
import { operationsOf } from '../../../src/check/operation.js';
import type { Family } from '../../../src/client/client.js';
import { attributeTo, type ComparisonRules, compare } from '../../../src/engine/compare/comparison.js';
import { compilePath } from '../../../src/engine/state/compiled-path.js';
import { type Twin, twinOfCreation } from '../../../src/engine/state/twin.js';
import type { Json, JsonObject } from '../../../src/scim/json.js';
import type { ResourceType } from '../../../src/scim/message.js';
import { STANDARD_SCHEMAS } from '../../../src/scim/schema-set.js';
import { ENTERPRISE_USER_URN } from '../../../src/scim/urn.js';

const MANAGER = `${ENTERPRISE_USER_URN}:manager`;
const WORK = 'emails[type eq "work"].value';

function rulesFor(type: ResourceType, paths: readonly string[], gone: readonly string[] = [], family: Family = 'entra'): ComparisonRules {
  const compiled = paths.map((path) => compilePath(STANDARD_SCHEMAS, type, path));
  return { type, family, schemas: STANDARD_SCHEMAS, paths: compiled, deletedIds: new Set(gone) };
}

/** What differs, as `kind path`. */
function told(twin: Twin, actual: JsonObject, rules: ComparisonRules): string[] {
  return compare(twin, actual, rules).differences.map(({ kind, path }) => `${kind} ${path}`);
}

const work = (...values: string[]): JsonObject => ({ emails: values.map((value) => ({ type: 'work', value })) });

describe('what is held in place of a value is', () => {
  it.each<[string, string, JsonObject, JsonObject, string | undefined]>([
    ['the same', 'title', { title: 'Boss' }, { title: 'Boss' }, undefined],
    ['missing', 'title', { title: 'Boss' }, {}, 'missing'],
    ['missing, as null', 'title', { title: 'Boss' }, { title: null }, 'missing'],
    ['another text', 'title', { title: 'Boss' }, { title: 'Chef' }, 'changed'],
    ['in another letter case', 'title', { title: 'Boss' }, { title: 'boss' }, 'case'],
    ['with other blanks', 'title', { title: 'Big  Boss' }, { title: 'Big Boss' }, 'blanks'],
    ['composed otherwise', 'title', { title: 'Zo\u00eb' }, { title: 'Zoe\u0308' }, 'composition'],
    ['cut off', 'title', { title: 'Account Manager' }, { title: 'Account' }, 'altered'],
    ['of another type', 'active', { active: true }, { active: 'true' }, 'type'],
    ['the other one', 'active', { active: true }, { active: false }, 'changed'],
    ['the same number', 'phoneNumbers[type eq "work"].value', phone('+1 555 0100'), phone('tel:+1-555-0100'), 'number'],
    ['made of the name', 'displayName', { displayName: 'Ada K', name: NAME }, { displayName: 'Ada', name: NAME }, 'changed'],
    ['the only one of its type', WORK, work('a@x.example'), work('a@x.example'), undefined],
    ['one of two of its type', WORK, work('a@x.example'), work('a@x.example', 'b@x.example'), 'duplicate'],
    ['of an element in another letter case', WORK, work('a@x.example'), { emails: [{ type: 'WORK', value: 'a@x.example' }] }, undefined],
  ])('%s', (_what, path, sent, held, kind) => {
    expect(told(twinOfCreation(sent, 'u1'), held, rulesFor('User', [path]))).toEqual(kind === undefined ? [] : [`${kind} ${path}`]);
  });

  it('nothing that counts where nobody gave a value, or the server may have kept it', () => {
    const twin = { resource: { title: 'Boss' }, cleared: new Set<string>(), clearedOrKept: new Set(['title']) };
    expect(told(twin, { title: 'Chef', nickName: 'x' }, rulesFor('User', ['title', 'nickName']))).toEqual([]);
  });

  it('kept where it was taken away', () => {
    const twin = { resource: {}, cleared: new Set(['title', 'nickName']), clearedOrKept: new Set<string>() };
    expect(told(twin, { title: 'Chef', nickName: '' }, rulesFor('User', ['title', 'nickName']))).toEqual(['kept title']);
  });
});

describe('a list of plain values', () => {
  it.each<[string, Json, string | undefined]>([
    ['is the same in any order', ['b', 'a'], undefined],
    ['has one that must not be there', ['a', 'b', 'c'], 'kept'],
    ['lacks one', ['a'], 'values'],
    ['is in another letter case', ['A', 'B'], 'case'],
    ['is no list', 'a', 'values'],
    ['holds objects', [{ value: 'a' }, { value: 'b' }], 'type'],
  ])('%s', (_what, held, kind) => {
    const path = 'urn:example:User:tags';
    const twin = twinOfCreation({ 'urn:example:User': { tags: ['a', 'b'] } }, 'u1');
    const found = told(twin, { 'urn:example:User': { tags: held } }, rulesFor('User', [path]));
    expect(found).toEqual(kind === undefined ? [] : [`${kind} ${path}`]);
  });
});

describe('a manager', () => {
  const twin = twinOfCreation({ [ENTERPRISE_USER_URN]: { manager: { value: 'u2' } } }, 'u1');
  const held = (manager: Json): JsonObject => ({ [ENTERPRISE_USER_URN]: { manager } });

  it('counts by the id', () => {
    const rules = rulesFor('User', [MANAGER]);
    expect(told(twin, held({ value: 'u2', displayName: 'Lena' }), rules)).toEqual([]);
    expect(told(twin, held('u2'), rules)).toEqual([]);
    expect(told(twin, held({ value: 'u3' }), rules)).toEqual([`changed ${MANAGER}`]);
  });

  it('may be gone where they were deleted, and only then', () => {
    expect(told(twin, {}, rulesFor('User', [MANAGER], ['u2']))).toEqual([]);
    expect(told(twin, {}, rulesFor('User', [MANAGER], ['u3']))).toEqual([`missing ${MANAGER}`]);
    expect(told(twinOfCreation({ title: 'u2' }, 'u1'), {}, rulesFor('User', ['title'], ['u2']))).toEqual(['missing title']);
  });
});

describe('members', () => {
  const group = (...ids: string[]): JsonObject => ({ members: ids.map((value) => ({ value })) });

  it('count by id, in any order, as often as they stand there', () => {
    expect(told(twinOfCreation(group('u1', 'u2'), 'g1'), group('u2', 'u1', 'u2'), rulesFor('Group', ['members']))).toEqual([]);
  });

  it('are lost and kept, but for those who were deleted', () => {
    const twin = twinOfCreation(group('u1', 'u2', 'u3'), 'g1');
    const found = told(twin, group('u3', 'u4', 'u5'), rulesFor('Group', ['members'], ['u2', 'u5']));
    expect(found).toEqual(['missing members[u1]', 'kept members[u4]']);
  });

  it('are the business of the server where nobody named any', () => {
    expect(told(twinOfCreation({}, 'g1'), group('u1'), rulesFor('Group', ['members']))).toEqual([]);
    const emptied = { resource: {}, cleared: new Set(['members']), clearedOrKept: new Set<string>() };
    expect(told(emptied, group('u1'), rulesFor('Group', ['members']))).toEqual(['kept members[u1]']);
  });

  it('are there when a single one stands in no list', () => {
    expect(told(twinOfCreation(group('u1'), 'g1'), { members: { value: 'u1' } }, rulesFor('Group', ['members']))).toEqual([]);
  });
});

it('another form of a value is told apart from another value, by who reads it', () => {
  const twin = twinOfCreation({ title: 'Boss', nickName: 'Ada' }, 'u1');
  const held = { title: 'boss', nickName: 'Eva' };
  const { differences, equivalent } = compare(twin, held, rulesFor('User', ['title', 'nickName'], [], 'rfc'));
  expect([differences, equivalent].map((list) => list.map(({ path }) => path))).toEqual([['nickName'], ['title']]);
  expect(told(twin, held, rulesFor('User', ['title', 'nickName']))).toEqual(['case title', 'changed nickName']);
});

describe('a difference is laid at the door of', () => {
  /** The path, or the key, of the operation that it is laid at; undefined: of none. */
  function blamed(difference: Partial<Difference>, type: ResourceType, ...operations: JsonObject[]): string | undefined {
    const body = { Operations: operations };
    const asked = operationsOf('PATCH', body, {}, type, STANDARD_SCHEMAS);
    return attributeTo({ kind: 'changed', path: 'title', expected: '', received: '', ...difference }, asked).operation?.text;
  }
  const set = (path: string, value: Json = 'x'): JsonObject => ({ op: 'replace', path, value });

  it.each<[string, string, boolean]>([
    ['title', 'title', true],
    ['TITLE', 'title', true],
    ['urn:ietf:params:scim:schemas:core:2.0:User:title', 'urn:ietf:params:scim:schemas:core:2.0:User:title', true],
    ['title', 'urn:ietf:params:scim:schemas:core:2.0:User:title', true],
    ['nickName', 'title', false],
    ['name', 'name.givenName', true],
    ['name', 'nameless', false],
    ['emails', WORK, true],
    ['emails[type eq "work"]', WORK, true],
    ['emails[type eq "home"]', WORK, false],
    [ENTERPRISE_USER_URN, `${ENTERPRISE_USER_URN}:department`, true],
  ])('an operation on %s: of %s', (text, path, blames) => {
    expect(blamed({ path }, 'User', set(text))).toBe(blames ? text : undefined);
  });

  it('the last of several that ask for it', () => {
    expect(blamed({ path: 'name.givenName' }, 'User', set('name.givenName'), set('name', { givenName: 'y' }))).toBe('name');
  });

  it('none whose value is there, or where another attribute of the same write has given its own', () => {
    const operations = [set('displayName', 'Ada'), set('title', 'Boss')];
    expect(blamed({ path: 'title', received: 'title = "Ada"' }, 'User', ...operations)).toBeUndefined();
    expect(blamed({ path: 'title', received: 'title = "Eva"' }, 'User', ...operations)).toBe('title');
    expect(blamed({ path: 'title', received: 'title = "Boss"' }, 'User', ...operations)).toBe('title');
    expect(blamed({ path: 'title', received: 'title = "Ada"', kind: 'missing' }, 'User', ...operations)).toBe('title');
  });

  it.each<[string, Difference['kind'], JsonObject, boolean]>([
    ['an addition of a lost member', 'missing', { op: 'add', path: 'members', value: [{ value: 'u1' }] }, true],
    ['an addition of somebody else', 'missing', { op: 'add', path: 'members', value: [{ value: 'u2' }] }, false],
    ['an addition of a kept member', 'kept', { op: 'add', path: 'members', value: [{ value: 'u1' }] }, false],
    ['a removal of a kept member by value', 'kept', { op: 'remove', path: 'members', value: [{ value: 'u1' }] }, true],
    ['a removal of a kept member by path', 'kept', { op: 'remove', path: 'members[value eq "u1"]' }, true],
    ['a removal of somebody else by path', 'kept', { op: 'remove', path: 'members[value eq "u2"]' }, false],
    ['a removal of all members', 'kept', { op: 'remove', path: 'members' }, true],
    ['a removal of a lost member', 'missing', { op: 'remove', path: 'members[value eq "u1"]' }, false],
    ['a new list', 'missing', { op: 'replace', path: 'members', value: [] }, true],
    ['another attribute', 'missing', { op: 'add', path: 'displayName', value: 'u1' }, false],
  ])('%s', (_what, kind, operation, blames) => {
    expect(blamed({ kind, path: 'members[u1]' }, 'Group', operation) !== undefined).toBe(blames);
  });
});

const NAME = { givenName: 'Ada', familyName: 'King' };

function phone(value: string): JsonObject {
  return { phoneNumbers: [{ type: 'work', value }] };
}
