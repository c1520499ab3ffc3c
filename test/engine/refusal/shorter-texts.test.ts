import { expect, it } from 'vitest';
import { singleOperations } from '../../../src/engine/refusal/variation/operations.js';
import {
  bodiesWithShorterTexts,
  bodyWithShorterTexts,
  hasLongTexts,
  operationWithShorterText,
} from '../../../src/engine/refusal/variation/shorter-texts.js';
import type { Json } from '../../../src/scim/json.js';
import { STANDARD_SCHEMAS } from '../../../src/scim/schema-set.js';

const EXTENSION = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const BODY = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', EXTENSION],
  userName: 'somebody with a long name',
  externalId: 'Some long external id',
  displayName: 'Ada Lovelace of Ockham',
  title: 'Clerk',
  emails: [{ type: 'work', value: 'ada.lovelace@example.com' }],
  profileUrl: 'https://example.com/people/ada',
  [EXTENSION]: { employeeNumber: '12345678901234', department: 'Analytical Engines and Notes' },
};

it('only what is read as a text is shortened, in all attributes at once and then in one at a time', () => {
  const [all, ...one] = bodiesWithShorterTexts(BODY, 'User');
  expect(all?.changed).toEqual({
    ...BODY,
    displayName: 'Ada Lovelace',
    [EXTENSION]: { employeeNumber: '12345678901234', department: 'Analytical E' },
  });
  expect(one.map(({ path }) => path)).toEqual(['displayName', EXTENSION, `${EXTENSION}:department`]);
});

it('the name of a group is another form, and what has no long text has none', () => {
  expect(bodiesWithShorterTexts({ displayName: 'Somebody with a long name' }, 'Group')).toEqual([]);
  expect(
    hasLongTexts({ purpose: 'create', method: 'POST', target: '/Users', headers: [], body: { userName: 'ada', title: 'Clerk' } }),
  ).toBe(false);
  expect(hasLongTexts({ purpose: 'create', method: 'POST', target: '/Users', headers: [], body: BODY })).toBe(true);
  expect(hasLongTexts({ purpose: 'create', method: 'PATCH', target: '/Users/1', headers: [], body: BODY })).toBe(false);
});

it('a part of an attribute is shortened alone, in each element of a list', () => {
  const addresses = [{ streetAddress: '100 Long Sample Street', locality: 'Llanfairpwllgwyn' }, { streetAddress: 'Short' }];
  expect(bodyWithShorterTexts({ addresses }, 'addresses', 'streetAddress')).toEqual([
    {
      difference: 'with at most 12 characters in "addresses.streetAddress"',
      check: 'SC2803',
      path: 'addresses.streetAddress',
      changed: { addresses: [{ streetAddress: '100 Long Sam', locality: 'Llanfairpwllgwyn' }, { streetAddress: 'Short' }] },
    },
  ]);
});

it.each<[path: string, op: string, value: Json, shorter: Json | undefined]>([
  ['title', 'replace', 'Head of everything else', 'Head of ever'],
  ['title', 'replace', 'Clerk', undefined],
  ['title', 'remove', 'Head of everything else', undefined],
  ['externalId', 'replace', 'Some long external id', undefined],
  ['emails[type eq "work"].value', 'replace', 'ada.lovelace@example.com', undefined],
])('an operation on %s: %s %j', (path, op, value, shorter) => {
  const body = { Operations: [{ op, path, value }] };
  const [single] = singleOperations(body, { type: 'User', schemas: STANDARD_SCHEMAS, before: {} });
  const found = single === undefined ? [] : operationWithShorterText(single);
  expect(found.map(({ changed }) => changed)).toEqual(shorter === undefined ? [] : [[{ op, path, value: shorter }]]);
});
