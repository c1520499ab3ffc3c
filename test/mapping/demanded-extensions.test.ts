import { expect, it } from 'vitest';
import { withDemandedExtensions } from '../../src/mapping/demanded-extensions.js';
import type { Json } from '../../src/scim/json.js';
import { readSchemas } from '../../src/scim/schema-set.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const BADGE = 'urn:acme:params:scim:schemas:extension:badge:2.0:User';

function schemas(...required: readonly string[]) {
  const attributes = [
    { name: 'tags', type: 'string', multiValued: true },
    { name: 'serial', type: 'string', mutability: 'readOnly' },
    { name: 'colour', type: 'string', canonicalValues: ['red', 'green'] },
    { name: 'owner', type: 'string' },
    { name: 'door', type: 'string' },
  ];
  return readSchemas({
    Resources: [
      {
        id: USER,
        attributes: [
          { name: 'userName', type: 'string', required: true },
          { name: 'title', type: 'string' },
        ],
      },
      { id: BADGE, attributes: attributes.map((each) => ({ ...each, required: required.includes(each.name) })) },
    ],
  });
}

const types = (required: Json): Json => ({ Resources: [{ name: 'User', schema: USER, schemaExtensions: [{ schema: BADGE, required }] }] });

/** What is required, of which schema. */
function requiredIn(body: Json | undefined, ...required: readonly string[]): string[] {
  const told = withDemandedExtensions(schemas(...required), body);
  return told.flatMap(({ id, attributes }) =>
    attributes.filter((each) => each.required).map(({ name }) => `${id === BADGE ? 'badge' : 'core'} ${name}`),
  );
}

it('an extension that must be there is there by the first text that a client can write', () => {
  expect(requiredIn(types(true))).toEqual(['core userName', 'badge owner']);
});

it('the case of a URN does not count', () => {
  const listed = { Resources: [{ schema: USER, schemaExtensions: [{ schema: BADGE.toUpperCase(), required: true }] }] };
  expect(requiredIn(listed)).toEqual(['core userName', 'badge owner']);
});

it('where it has no text, another single value does', () => {
  const attributes = [
    { name: 'tags', type: 'string', multiValued: true },
    { name: 'trained', type: 'boolean' },
  ];
  const told = withDemandedExtensions(readSchemas({ Resources: [{ id: BADGE, attributes }] }), types(true));
  expect(told.flatMap((each) => each.attributes.map(({ required }) => required))).toEqual([false, true]);
});

it('an extension that requires something itself, need not be there, or is not listed, stays as it is', () => {
  expect(requiredIn(types(true), 'door')).toEqual(['core userName', 'badge door']);
  expect(requiredIn(types(false))).toEqual(['core userName']);
  expect(requiredIn(types('true'))).toEqual(['core userName']);
  expect(requiredIn(undefined)).toEqual(['core userName']);
});
