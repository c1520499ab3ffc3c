import { expect, it } from 'vitest';
import { ruleOf } from '../../src/check/constraint/rule.js';
import type { JsonObject } from '../../src/scim/json.js';
import type { ResourceType } from '../../src/scim/message.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

const facts = { schemas: STANDARD_SCHEMAS };
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';

function rule(method: 'POST' | 'PATCH', body: JsonObject, detail: string, status = 400, resourceType: ResourceType = 'User') {
  const answer = { status, body: { detail }, text: detail };
  return ruleOf({ request: { method, body, resourceType, headers: [] }, response: answer, facts })?.kind;
}

/** A body that brings what libraries look at. */
const MUCH: JsonObject = {
  schemas: [CORE],
  userName: 'ada@example.com',
  title: 'Head of everything',
  phoneNumbers: [{ type: 'work', value: '030 1234' }],
  preferredLanguage: 'it-IT',
  timezone: 'Europe/Rome',
  locale: 'it-IT',
};

it.each([
  ['All seats of your plan are taken', 403, 'room'],
  ['The password must have at least 12 characters', 400, 'password'],
  ['password must have 12 characters, small and capital letters, a digit and a sign', 400, 'password'],
  ['Password is too weak: it needs a symbol', 422, 'password'],
  ['The password does not meet the requirements of the organization', 400, 'password'],
  ['password is not allowed here', 400, undefined],
  ['phoneNumbers.value must be in E.164 form', 400, 'value'],
  ['nickName is required', 400, 'required'],
])('%s', (detail, status, kind) => {
  const body = { schemas: [CORE], userName: 'ada@example.com', password: 'x', phoneNumbers: [{ value: '030 1234' }] };
  expect(rule('POST', body, detail, status)).toBe(kind);
});

it.each([
  [{ op: 'replace', path: 'title', value: 'Head of everything' }, 'title must have at most 8 characters', 'value'],
  [{ op: 'replace', value: { title: 'Head of everything' } }, 'title must have at most 8 characters', 'value'],
  [{ op: 'replace', path: `${ENTERPRISE}:department`, value: 'Everything' }, 'department must have at most 8 characters', 'value'],
  [{ op: 'replace', path: 'title', value: '' }, 'title must have a value', 'required'],
  [{ op: 'remove', path: 'title' }, 'title is required', 'required'],
  [{ op: 'replace', value: { title: null } }, 'title is required', 'required'],
])('%j, refused with %s', (operation, detail, kind) => {
  expect(rule('PATCH', { Operations: [operation] }, detail)).toBe(kind);
});

it.each([
  'The title must not be greater than 30 characters.',
  '"title" length must be less than or equal to 30 characters long',
  'title: String must contain at most 30 character(s)',
  'title: Too big: expected string to have <=30 characters',
  'Title is too long (maximum is 30 characters)',
  'title: size must be between 0 and 30',
  'body.title: String should have at most 30 characters',
  'title must NOT have more than 30 characters',
  'The field Title must be a string with a maximum length of 30.',
  "The length of 'Title' must be 30 characters or fewer.",
  'title must be shorter than or equal to 30 characters',
  'User validation failed: title: Path `title` (`x`) is longer than the maximum allowed length (30).',
  'ORA-12899: value too large for column "U"."TITLE" (actual: 36, maximum: 30)',
  'String or binary data would be truncated in table users, column title',
  "Field validation for 'Title' failed on the 'max' tag",
  'title exceeds the limit of 30 characters',
  'phoneNumbers[0].value: Enter a valid phone number.',
  'The phone number is not valid.',
  'preferredLanguage must be one of: en, de, fr',
  'The timezone field must be a valid timezone.',
  'Unsupported language code',
])('a limit in the words of a library: %s', (detail) => {
  expect(rule('POST', MUCH, detail)).toBe('value');
});

it.each([
  'null value in column "nick_name" of relation "users" violates not-null constraint',
  "Column 'nickName' cannot be null",
  "Field 'nickName' doesn't have a default value",
  'nickName: Invalid input: expected string, received undefined',
])('a want in the words of a library: %s', (detail) => {
  expect(rule('POST', MUCH, detail)).toBe('required');
  expect(rule('POST', { ...MUCH, nickName: 'Ada' }, detail)).toBeUndefined();
  expect(rule('POST', { ...MUCH, nickName: null }, detail)).toBeUndefined();
});

it('a part of a name, or an attribute of an extension, that is sent as null is not absent', () => {
  const [part, department] = ["Column 'given_name' cannot be null", 'null value in column "department"'];
  expect([rule('POST', MUCH, part), rule('POST', MUCH, department)]).toEqual(['required', 'required']);
  const nothing = { ...MUCH, name: { givenName: null }, [ENTERPRISE]: { department: null } };
  expect([rule('POST', nothing, part), rule('POST', nothing, department)]).toEqual([undefined, undefined]);
});

it.each([
  'title must be a string',
  'preferredLanguage is not supported',
  'Unknown attribute timezone',
  'Invalid attribute: locale',
  'phoneNumbers[type eq "mobile"].value is not a valid path',
  'add is not a valid choice for phoneNumbers',
  'The value of phoneNumbers is not valid for the operation',
  'title: Too small: expected string to have >=1 characters',
  'title: String must contain at least 1 character(s)',
  'data/title must NOT have fewer than 1 characters',
])('no limit: %s', (detail) => {
  expect(rule('POST', MUCH, detail)).toBeUndefined();
});

it('a password that is set later is one that somebody chose', () => {
  const operation = { op: 'replace', value: { password: 'x' } };
  expect(rule('PATCH', { Operations: [operation] }, 'The password must have at least 12 characters', 400)).toBe('value');
});

it.each([
  ['There is no role Member', 'roles', 'value'],
  ['A user has one role.', 'roles', 'value'],
  ['The role Member does not exist', 'roles[primary eq "True"].value', 'value'],
  ['There is no role Member', 'title', undefined],
  ['roles must be an array', 'roles', undefined],
])('%s, to a change of %s', (detail, path, kind) => {
  expect(rule('PATCH', { Operations: [{ op: 'add', path, value: 'Member' }] }, detail)).toBe(kind);
});

it('lacks nothing where the PATCH brings it with another operation', () => {
  const add = (part: string): JsonObject => ({ op: 'Add', path: `addresses[type eq "work"].${part}`, value: 'x' });
  const detail = 'addresses.country is required';
  expect(rule('PATCH', { Operations: [add('streetAddress'), add('country')] }, detail)).toBeUndefined();
  expect(rule('PATCH', { Operations: [add('streetAddress')] }, detail)).toBe('required');
});

it('looks for what is lacking in the schema that has it', () => {
  const urn = 'urn:acme:group';
  expect(rule('POST', { schemas: [CORE, urn], userName: 'ada', [urn]: { nickName: 'x' } }, 'nickName is required')).toBe('required');
  expect(rule('POST', { schemas: [CORE], userName: 'ada' }, `${CORE}:nickName is required`)).toBe('required');
});

it('a body whose names are written in other letter case lacks all that it brings, to whoever reads them as they are written', () => {
  const detail = 'userName or externalId is mandatory';
  expect(rule('POST', { schemas: [CORE], UserName: 'ada@example.com' }, detail)).toBeUndefined();
  expect(rule('POST', { schemas: [CORE], userName: 'ada@example.com' }, detail)).toBe('required');
});

it.each([
  ['Unknown variant `Replace`, expected one of `replace`, `add`, `remove`', 'Replace', 'operation'],
  ["Input should be 'add', 'remove' or 'replace'", 'Add', 'operation'],
  ["Input should be 'add', 'remove' or 'replace'", 'add', undefined],
  ['Replace is not supported for title', 'Replace', undefined],
])('%s, to %s', (detail, op, kind) => {
  expect(rule('PATCH', { Operations: [{ op, path: 'title', value: 'Member' }] }, detail)).toBe(kind);
});

it.each([
  ['request body exceeded maximum size of 1024 bytes', 400, 20, 'size'],
  ['Payload too large', 413, 20, 'size'],
  ['', 413, 20, undefined],
  ['Too many values', 413, 4000, undefined],
  ['Payload too large', 413, 20_000, undefined],
  ['title is too long', 400, 20, 'value'],
])('%s (%i), to %i letters', (detail, status, length, kind) => {
  expect(rule('POST', { schemas: [CORE], userName: 'ada@example.com', title: 'x'.repeat(length) }, detail, status)).toBe(kind);
});

it('what the target assigns itself is no attribute that cannot be changed, and what an error calls its parts is none', () => {
  const refusal = { type: 'readonly', message: "Cannot modify readOnly field 'id'" };
  const request = { method: 'PUT' as const, body: { id: 'u1', userName: 'ada@example.com' }, resourceType: 'User' as const, headers: [] };
  const answer = { status: 400, body: { detail: refusal }, text: JSON.stringify({ detail: refusal }) };
  expect(ruleOf({ request, response: answer, facts })).toBeUndefined();
});

it.each([
  ['A group has at most 50 members.', 413, 'members'],
  ['Members of a group must not exceed 500', 400, 'members'],
  ['The maximum number of members (100) has been reached', 422, 'members'],
  ['limit of 25 users per group reached', 403, 'members'],
  ['At most 100 members can be added in one request', 400, 'value'],
  ['No member 50 was found', 404, undefined],
  ['There are too many members', 400, undefined],
])('%s (%s), to a change of a group', (detail, status, kind) => {
  const body = { Operations: [{ op: 'add', path: 'members', value: [{ value: 'u1' }] }] };
  expect(rule('PATCH', body, detail, status, 'Group')).toBe(kind);
  expect(rule('PATCH', body, detail, status, 'User')).not.toBe('members');
});
