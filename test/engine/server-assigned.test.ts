import { expect, it } from 'vitest';
import type { Difference, Observation } from '../../src/check/context.js';
import { isServerAssigned } from '../../src/engine/compare/server-assigned.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

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
