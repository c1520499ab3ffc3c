import { expect, it } from 'vitest';
import { compilePath } from '../../../src/engine/state/compiled-path.js';
import { followWrite, twinOfCreation } from '../../../src/engine/state/twin.js';
import type { Json } from '../../../src/scim/json.js';
import { SchemaSet, STANDARD_SCHEMAS } from '../../../src/scim/schema-set.js';
import { CORE_USER } from '../../../src/scim/schemas/core-user.js';

const MOBILE = 'phoneNumbers[type eq "mobile"].value';
const path = compilePath(STANDARD_SCHEMAS, 'User', MOBILE);
const rules = { type: 'User', schemas: STANDARD_SCHEMAS, paths: [path] } as const;
const created = twinOfCreation({ phoneNumbers: [{ type: 'mobile', value: '1' }] }, 'u1');

function patch(operations: readonly Json[]): { readonly method: 'PATCH'; readonly body: Json } {
  return { method: 'PATCH', body: { Operations: [...operations] } };
}

it('a value that is added after it was taken away is there, whether its element had stayed or not', () => {
  const emptied = followWrite(created, patch([{ op: 'remove', path: MOBILE }]), rules);
  expect([...emptied.cleared]).toEqual([MOBILE]);
  const add = { op: 'add', path: 'phoneNumbers', value: [{ type: 'mobile', value: '2' }] };
  const filled = followWrite(emptied, patch([add]), rules);
  expect(path.valueIn(filled.resource)).toBe('2');
  expect([...filled.cleared]).toEqual([]);
  const inOne = followWrite(created, patch([{ op: 'remove', path: MOBILE }, add]), rules);
  expect(path.valueIn(inOne.resource)).toBe('2');
});

it('a required attribute may go meanwhile where the target accepts that, and not for good', () => {
  const user = twinOfCreation({ userName: 'ann', title: 'Engineer' }, 'u1');
  const schemas = new SchemaSet([{ ...CORE_USER, attributes: CORE_USER.attributes.map((each) => ({ ...each, required: true })) }]);
  const required = { type: 'User', schemas, paths: [] } as const;
  const remove = { op: 'remove', path: 'title' };
  const back = followWrite(user, patch([remove, { op: 'add', path: 'title', value: 'Director' }]), required);
  expect(back.resource['title']).toBe('Director');
  expect(followWrite(user, patch([remove]), required)).toBe(user);
});
