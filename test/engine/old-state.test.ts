import { expect, it } from 'vitest';
import { type ComparisonRules, compare } from '../../src/engine/compare/comparison.js';
import { oldState } from '../../src/engine/compare/old-state.js';
import { compilePath } from '../../src/engine/state/compiled-path.js';
import { followWrite, twinOfCreation } from '../../src/engine/state/twin.js';
import type { JsonObject } from '../../src/scim/json.js';
import type { ResourceType } from '../../src/scim/message.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

function rulesFor(type: ResourceType, ...paths: readonly string[]): ComparisonRules {
  const compiled = paths.map((path) => compilePath(STANDARD_SCHEMAS, type, path));
  return { type, family: 'rfc', schemas: STANDARD_SCHEMAS, paths: compiled, deletedIds: new Set() };
}

/** Whether what is read may be an old state: of a creation, or of a change by PUT. */
function judge(rules: ComparisonRules, created: JsonObject, changed: JsonObject | undefined, read: JsonObject): boolean[] {
  const before = changed === undefined ? undefined : twinOfCreation(created, 'r1');
  const after = before === undefined ? twinOfCreation(created, 'r1') : followWrite(before, { method: 'PUT', body: changed ?? {} }, rules);
  return compare(after, read, rules).differences.map((difference) => oldState([difference], read, before, rules) === difference);
}

const title = rulesFor('User', 'title');

it.each([
  ['a value of a creation that is missing', title, { title: 'a' }, undefined, {}, true],
  ['a creation with another value', title, { title: 'a' }, undefined, { title: 'b' }, false],
  ['the value before a change', title, { title: 'a' }, { title: 'b' }, { title: 'a' }, true],
  ['a value that was never there', title, { title: 'a' }, { title: 'b' }, { title: 'c' }, false],
  ['a value that was there before, and nobody knows', title, {}, { title: 'b' }, { title: 'c' }, true],
  ['a value that is missing after a change', title, { title: 'a' }, { title: 'b' }, {}, true],
  ['a value that should be gone', title, { title: 'a' }, { title: '' }, { title: 'a' }, true],
  ['something else in place of a value that should be gone', title, { title: 'a' }, { title: '' }, { title: 'x' }, false],
] as const)('%s', (_what, rules, created, changed, read, may) => {
  expect(judge(rules, created, changed, read)).toEqual([may]);
});

it('two elements where there must be one were never there, whatever was there before', () => {
  const rules = rulesFor('User', 'emails[type eq "work"].value');
  const work = (...values: readonly string[]) => ({ emails: values.map((value) => ({ type: 'work', value })) });
  expect(judge(rules, work('a'), work('b'), work('b', 'a'))).toEqual([false]);
  expect(judge(rules, {}, work('b'), work('b', 'c'))).toEqual([false]);
});

it('the manager before a change may be old, with all that the server shows of a manager', () => {
  const manager = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager';
  const rules = rulesFor('User', manager);
  const of = (value: unknown) => ({ 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { manager: value } }) as JsonObject;
  const shown = (value: string) => of({ value, $ref: `../Users/${value}`, displayName: 'Lena Vogt' });
  expect(judge(rules, of({ value: 'u1' }), of({ value: 'u2' }), shown('u1'))).toEqual([true]);
  expect(judge(rules, of({ value: 'u1' }), of({ value: 'u2' }), shown('u3'))).toEqual([false]);
});

it('a member that stays may be old, one who never was a member is not', () => {
  const rules = rulesFor('Group', 'members');
  const members = (...ids: readonly string[]) => ({ members: ids.map((value) => ({ value })) });
  expect(judge(rules, members('u1', 'u2'), members('u1'), members('u1', 'u2'))).toEqual([true]);
  expect(judge(rules, members('u1', 'u2'), members('u1'), members('u1', 'u3'))).toEqual([false]);
  expect(judge(rules, members('u1'), members('u1', 'u2'), members('u1'))).toEqual([true]);
});
