import { expect, it } from 'vitest';
import { compilePath } from '../../../src/engine/state/compiled-path.js';
import { acceptServerValue, followWrite, twinOfCreation } from '../../../src/engine/state/twin.js';
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

it("takes the server's value, of a list the whole list, and no longer says what must be there", () => {
  const gone = { resource: { id: 'u1', title: 'Boss' }, cleared: new Set([MOBILE, 'title']), clearedOrKept: new Set(['nickName']) };
  const phones = [
    { type: 'mobile', value: '2' },
    { type: 'work', value: '3' },
  ];
  const accepted = acceptServerValue(gone, MOBILE, { phoneNumbers: phones, title: 'Chef' });
  expect(accepted.resource).toEqual({ id: 'u1', title: 'Boss', phoneNumbers: phones });
  expect([[...accepted.cleared], [...accepted.clearedOrKept]]).toEqual([['title'], ['nickName', MOBILE]]);
  for (const none of [{}, { title: null }]) expect(acceptServerValue(gone, 'title', none).resource).toEqual({ id: 'u1' });
});

it('follows a PUT: what it leaves out may be cleared or kept, what it empties is cleared, the id stays', () => {
  const rules = { type: 'User', schemas: STANDARD_SCHEMAS, paths: ['title', 'nickName', 'displayName'].map(compiled) } as const;
  const user = twinOfCreation({ title: 'Boss', nickName: 'Ada', displayName: 'Ada K', password: 'x', meta: {} }, 'u1');
  expect(user.resource).toEqual({ id: 'u1', title: 'Boss', nickName: 'Ada', displayName: 'Ada K' });
  const put = followWrite(user, { method: 'PUT', body: { nickName: '', displayName: 'Eva', password: 'y', groups: [] } }, rules);
  expect(put.resource).toEqual({ id: 'u1', nickName: '', displayName: 'Eva' });
  expect([[...put.cleared], [...put.clearedOrKept]]).toEqual([['nickName'], ['title']]);
  const back = followWrite(put, { method: 'PUT', body: { nickName: 'Ada', title: 'Boss' } }, rules);
  expect([[...back.cleared], [...back.clearedOrKept]]).toEqual([[], ['displayName']]);
  expect(followWrite(put, { method: 'PUT' }, rules)).toBe(put);
});

function compiled(text: string) {
  return compilePath(STANDARD_SCHEMAS, 'User', text);
}
