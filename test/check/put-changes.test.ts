import { expect, it } from 'vitest';
import { operationsOf } from '../../src/check/operation.js';
import type { JsonObject } from '../../src/scim/json.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';
import { ENTERPRISE_USER_URN } from '../../src/scim/urn.js';

const BEFORE = { id: 'u1', userName: 'ann', name: { familyName: 'North' }, [ENTERPRISE_USER_URN]: { employeeNumber: '417' } };

it.each([
  ['what was there', {}, false],
  ['what the server shows of itself', { meta: { location: 'x' }, name: { familyName: 'North', formatted: 'North' }, groups: [] }, false],
  ['no value as an empty text', { title: '' }, false],
  ['a value where there was none', { title: 'Lead' }, true],
  ['another value', { userName: 'ben' }, true],
  ['an empty text in place of a value', { userName: '' }, true],
  ['another part of an object', { name: { familyName: 'South' } }, true],
  ['an empty text in an extension', { [ENTERPRISE_USER_URN]: { employeeNumber: '' } }, true],
] as readonly (readonly [what: string, changes: JsonObject, isChange: boolean])[])(
  'a PUT with %s: whether it changes anything is known',
  (_what, changes, isChange) => {
    const [operation] = operationsOf('PUT', { ...BEFORE, ...changes }, BEFORE, 'User', STANDARD_SCHEMAS);
    expect(operation?.changes).toBe(isChange);
  },
);
