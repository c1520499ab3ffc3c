import { expect, test } from 'vitest';
import { at, ENTERPRISE, entraFilter, start, USER } from './harness.js';

test('Entra: one operation per attribute, capitalised, booleans as text', async () => {
  const client = await start();
  const manager = await client.user('boss@example.com');
  const id = await client.user('p@example.com', { emails: [{ type: 'home', value: 'h@example.com', primary: true }] });
  const answer = await client.patch(
    `/Users/${id}`,
    { op: 'Add', path: 'title', value: 'Clerk' },
    { op: 'Replace', path: 'name.familyName', value: 'New' },
    { op: 'Add', path: 'emails[type eq "work"].value', value: 'w@example.com' },
    { op: 'Replace', path: 'addresses[type eq "work"].locality', value: 'Riga' },
    { op: 'Add', path: 'roles[primary eq "True"].value', value: 'Admin' },
    { op: 'Add', path: `${ENTERPRISE}:department`, value: 'D' },
    { op: 'Add', path: `${ENTERPRISE}:manager`, value: manager },
    { op: 'Replace', path: 'active', value: 'False' },
  );
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ title: 'Clerk', active: false, schemas: [USER, ENTERPRISE] });
  expect(at(answer.body, 'name')).toMatchObject({ familyName: 'New', givenName: 'Given' });
  expect(at(answer.body, 'emails')).toEqual([
    { type: 'home', value: 'h@example.com', primary: true },
    { type: 'work', value: 'w@example.com' },
  ]);
  expect(at(answer.body, 'addresses')).toEqual([{ type: 'work', locality: 'Riga' }]);
  expect(at(answer.body, 'roles')).toEqual([{ primary: true, value: 'Admin' }]);
  const department = at(answer.body, ENTERPRISE);
  expect(department).toMatchObject({ department: 'D', manager: { value: manager, displayName: 'Person boss@example.com' } });
  expect((await client.get(`/Users/${id}`)).body).toEqual(answer.body);
});

test('Entra with aadOptscim062020: dotted and URN keys without a path', async () => {
  const client = await start();
  const id = await client.user('q@example.com');
  const { body } = await client.patch(
    `/Users/${id}?aadOptscim062020`,
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'w@example.com' },
    { op: 'replace', value: { displayName: 'Q', 'name.givenName': 'Q', [`${ENTERPRISE}:employeeNumber`]: '7', active: true } },
  );
  expect(body).toMatchObject({ displayName: 'Q', name: { givenName: 'Q', familyName: 'Family' }, [ENTERPRISE]: { employeeNumber: '7' } });
  expect(Object.keys(body ?? {}).filter((key) => key.includes('.') && key !== ENTERPRISE)).toEqual([]);
});

test('Okta: path-less replace, read-only attributes repeated', async () => {
  const client = await start();
  const id = await client.user('r@example.com');
  expect(at((await client.patch(`/Users/${id}`, { op: 'replace', value: { active: false } })).body, 'active')).toBe(false);
  const repeated = await client.patch(`/Users/${id}`, { op: 'replace', value: { id, active: true, groups: [], meta: {} } });
  expect(repeated.body).toMatchObject({ id, active: true });
  const refused = await client.patch(`/Users/${id}`, { op: 'replace', value: { id: 'other', active: false } });
  expect(refused.body).toMatchObject({ status: '400', scimType: 'mutability' });
  expect(at((await client.get(`/Users/${id}`)).body, 'active')).toBe(true);
});

test('a manager is cleared by remove, by null and by an empty text', async () => {
  const client = await start();
  const path = `${ENTERPRISE}:manager`;
  const id = await client.user('s@example.com');
  for (const clear of [
    { op: 'Remove', path },
    { op: 'replace', path, value: '' },
    { op: 'Replace', path, value: null },
  ]) {
    const set = await client.patch(`/Users/${id}`, { op: 'Add', path, value: 'not-here-yet' });
    expect(at(set.body, ENTERPRISE, 'manager')).toEqual({ value: 'not-here-yet' });
    const { body } = await client.patch(`/Users/${id}`, clear);
    expect(at(body, ENTERPRISE), JSON.stringify(clear)).toBeUndefined();
    expect(at(body, 'schemas')).toEqual([USER]);
  }
  const unqualified = await client.patch(`/Users/${id}`, { op: 'Add', path: 'manager', value: [{ $ref: 'http://x/1', value: 'n' }] });
  expect(at(unqualified.body, ENTERPRISE, 'manager', 'value')).toBe('n');
  const asked = await client.get(`/Users?attributes=id&${entraFilter(`id eq "${id}" and manager eq "n"`)}`);
  expect(at(asked.body, 'totalResults')).toBe(1);
  const listed = await client.patch(`/Users/${id}`, { op: 'add', path, value: [{ $ref: null, value: 'm' }] });
  expect(at(listed.body, ENTERPRISE, 'manager')).toEqual({ value: 'm' });
});

test('a role sent as JSON text is taken apart, in PATCH and in POST', async () => {
  const client = await start();
  const roles = [{ value: '{"id":"18d1","value":"Admin","displayName":"Administrator"}' }];
  const id = await client.user('t@example.com', { roles });
  const expected = [{ value: 'Admin', display: 'Administrator' }];
  expect(at((await client.get(`/Users/${id}`)).body, 'roles')).toEqual(expected);
  await client.patch(`/Users/${id}`, { op: 'remove', path: 'roles' });
  expect(at((await client.patch(`/Users/${id}`, { op: 'Add', path: 'roles', value: roles })).body, 'roles')).toEqual(expected);
});

test('at most one value is primary', async () => {
  const client = await start();
  const emails = ['work', 'home'].map((type) => ({ type, value: `${type}@example.com`, primary: true }));
  const id = await client.user('u@example.com', { emails });
  const primaries = async () => {
    const list = at((await client.get(`/Users/${id}`)).body, 'emails');
    return Array.isArray(list) ? list.filter((item) => at(item, 'primary') === true).map((item) => at(item, 'type')) : [];
  };
  expect(await primaries()).toEqual(['work']);
  await client.patch(`/Users/${id}`, { op: 'replace', path: 'emails[type eq "home"].primary', value: true });
  expect(await primaries()).toEqual(['home']);
});

test('a PATCH that fails anywhere changes nothing', async () => {
  const client = await start();
  const id = await client.user('w@example.com', { title: 'before' });
  const before = (await client.get(`/Users/${id}`)).body;
  const cases: [unknown, string][] = [
    [{ op: 'replace', path: 'noSuchThing', value: 1 }, 'invalidPath'],
    [{ op: 'replace', path: 'emails[', value: 1 }, 'invalidPath'],
    [{ op: 'remove' }, 'noTarget'],
    [{ op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'],
    [{ op: 'move', path: 'title', value: 'x' }, 'invalidSyntax'],
    [{ op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    [{ op: 'replace', path: 'groups', value: [] }, 'mutability'],
    [{ op: 'remove', path: 'userName' }, 'mutability'],
    ['text', 'invalidSyntax'],
  ];
  for (const [operation, scimType] of cases) {
    const answer = await client.patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'after' }, operation);
    expect(answer.status, JSON.stringify(operation)).toBe(400);
    expect(at(answer.body, 'scimType'), JSON.stringify(operation)).toBe(scimType);
  }
  expect((await client.send('PATCH', `/Users/${id}`, { schemas: [] })).body).toMatchObject({ scimType: 'invalidSyntax' });
  expect((await client.get(`/Users/${id}`)).body).toEqual(before);
  expect((await client.patch('/Users/nobody', { op: 'replace', path: 'title', value: 'x' })).status).toBe(404);
});

test('empty text and null clear or are kept as sent', async () => {
  const client = await start();
  const id = await client.user('y@example.com', { title: 'T', nickName: 'N' });
  const { body } = await client.patch(
    `/Users/${id}`,
    { op: 'replace', path: 'title', value: '' },
    { op: 'replace', path: 'nickName', value: null },
  );
  expect([undefined, '']).toContain(at(body, 'title'));
  expect(at(body, 'nickName')).toBeUndefined();
  expect((await client.send('PATCH', `/Users/${id}`, { Operations: [] })).status).toBe(200);
});
