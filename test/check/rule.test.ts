import { expect, it } from 'vitest';
import { ruleOf } from '../../src/check/constraint/rule.js';
import type { JsonObject } from '../../src/scim/json.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

const facts = { schemas: STANDARD_SCHEMAS };
const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';

function rule(method: 'POST' | 'PATCH', body: JsonObject, detail: string, status = 400) {
  const answer = { status, body: { detail }, text: detail };
  return ruleOf({ request: { method, body, resourceType: 'User', headers: [] }, response: answer, facts })?.kind;
}

it.each([
  ['All seats of your plan are taken', 403, 'room'],
  ['The password must have at least 12 characters', 400, 'value'],
  ['phoneNumbers.value must be in E.164 form', 400, 'value'],
  ['nickName is required', 400, 'required'],
])('%s', (detail, status, kind) => {
  const body = { schemas: [CORE], userName: 'ada@example.com', password: 'x', phoneNumbers: [{ value: '030 1234' }] };
  expect(rule('POST', body, detail, status)).toBe(kind);
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
