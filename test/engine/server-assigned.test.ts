import { expect, it } from 'vitest';
import type { Difference, Observation } from '../../src/check/context.js';
import { isServerAssigned } from '../../src/engine/compare/server-assigned.js';
import { attribute } from '../../src/scim/attribute.js';
import type { JsonObject } from '../../src/scim/json.js';
import { SchemaSet, STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';
import { USER_URN } from '../../src/scim/urn.js';

const OBSERVATION: Observation = {
  dialect: 'entra-default',
  family: 'entra',
  request: { method: 'POST', target: '/Users', headers: [], purpose: 'create' },
  response: { status: 201, headers: [], text: '', milliseconds: 0 },
  facts: { host: 'example.com', schemas: STANDARD_SCHEMAS },
};

/** The parts of the name make the whole, in however it differs from the one that was sent. */
it.each(['changed', 'altered', 'composition', 'case'] as const)('a whole name that is put together from its parts may be %s', (kind) => {
  const difference: Difference = { kind, path: 'name.formatted', expected: '', received: '' };
  const judge = (formatted: string): boolean =>
    isServerAssigned(difference, {
      observation: OBSERVATION,
      operations: [],
      before: undefined,
      after: {},
      actual: { name: { formatted, givenName: 'Ada', familyName: 'King' } },
    });
  expect(judge('Ada King')).toBe(true);
  expect(judge('Ada')).toBe(false);
});

/** RFC 7643 §7: what is immutable is not updated; a success may have done the rest. */
it('what /Schemas declares immutable may stay as it was after a success, and nothing else may', () => {
  const advertised = new SchemaSet([
    { id: USER_URN, name: 'User', attributes: [attribute('title', '', { mutability: 'immutable' }), attribute('nickName', '')] },
  ]);
  const before = { title: 'Engineer', nickName: 'Ada' };
  const judge = (path: string, actual: JsonObject): boolean =>
    isServerAssigned(
      { kind: 'changed', path, expected: '', received: '' },
      {
        observation: { ...OBSERVATION, facts: { schemas: advertised, advertised }, request: { ...OBSERVATION.request, method: 'PATCH' } },
        operations: [],
        before,
        after: { title: 'Manager', nickName: 'Countess' },
        actual,
      },
    );
  expect(judge('title', before)).toBe(true);
  expect(judge('title', { title: 'Director' })).toBe(false);
  expect(judge('nickName', before)).toBe(false);
});

it('a whole address may be put together from its parts, and of nothing else', () => {
  const judge = (formatted: string): boolean =>
    isServerAssigned(
      { kind: 'changed', path: 'addresses[type eq "work"].formatted', expected: '', received: '' },
      {
        observation: OBSERVATION,
        operations: [],
        before: undefined,
        after: {},
        actual: { addresses: [{ type: 'work', formatted, streetAddress: '7 Row', postalCode: 'EC1A', locality: 'London' }] },
      },
    );
  expect(judge('7 Row\nEC1A London')).toBe(true);
  expect(judge('7 Row\nEC1A Paris')).toBe(false);
});
