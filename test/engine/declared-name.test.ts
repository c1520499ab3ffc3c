import { expect, it } from 'vitest';
import { formsOf } from '../../src/engine/refusal/variation/operation-forms.js';
import { singleOperations } from '../../src/engine/refusal/variation/operations.js';
import type { Json } from '../../src/scim/json.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

/** What a refused operation becomes with the name of its attribute as /Schemas writes it. */
function declared(operation: Json): Json | undefined {
  const context = { type: 'User', schemas: STANDARD_SCHEMAS, before: {} } as const;
  const [single] = singleOperations({ Operations: [operation] }, context);
  return single === undefined ? undefined : formsOf(single, context).find(({ check }) => check === 'SC1121')?.changed[0];
}

it.each([
  [
    { op: 'add', path: 'DISPLAYNAME', value: 'Ann' },
    { op: 'add', path: 'displayName', value: 'Ann' },
  ],
  [
    { op: 'replace', value: { Name: { givenName: 'Ann' } } },
    { op: 'replace', value: { name: { givenName: 'Ann' } } },
  ],
  [
    { op: 'replace', path: 'EMAILS[type eq "work"].value', value: 'a@example.com' },
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'a@example.com' },
  ],
])('a name in other letters is tried as it is declared: %j', (operation, changed) => {
  expect(declared(operation)).toEqual(changed);
});

it('a truth value in the filter of a path is tried without quotes', () => {
  const context = { type: 'User', schemas: STANDARD_SCHEMAS, before: {} } as const;
  const operation = { op: 'Add', path: 'roles[primary eq "True"].value', value: 'True' };
  const [single] = singleOperations({ Operations: [operation] }, context);
  const forms = single === undefined ? [] : formsOf(single, context);
  expect(forms.filter(({ check }) => check === 'SC2102').map(({ changed }) => changed)).toEqual([
    [{ ...operation, path: 'roles[primary eq true].value' }],
  ]);
});

it('a name that stands there as it is declared is left as it is, and so is one that nobody declares', () => {
  expect(declared({ op: 'add', path: 'displayName', value: 'Ann' })).toBeUndefined();
  expect(declared({ op: 'add', path: 'NOSUCHNAME', value: 'Ann' })).toBeUndefined();
});
