import { expect, test } from 'vitest';
import { at, ENTERPRISE, idOf, person, start, USER, valuesOf } from './harness.js';

test('a created user comes back as 201 with id, location, version and what was sent', async () => {
  const client = await start();
  const answer = await client.post('/Users', person('Ada.Byron@example.com', { externalId: 'e-1', title: 'Countess' }));
  const id = idOf(answer);
  expect(answer.status).toBe(201);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  expect(answer.headers['location']).toBe(`${client.sample.url}/Users/${id}`);
  expect(at(answer.body, 'meta', 'location')).toBe(answer.headers['location']);
  expect(at(answer.body, 'meta', 'resourceType')).toBe('User');
  expect(at(answer.body, 'meta', 'version')).toBe(answer.headers['etag']);
  expect(answer.body).toMatchObject({ userName: 'Ada.Byron@example.com', externalId: 'e-1', title: 'Countess', active: true });
  expect((await client.get(`/Users/${id}`)).body).toEqual(answer.body);
  expect((await client.get(`/Users/${id}/`)).status).toBe(200);
});

test('attribute names have no case, text stands for booleans, nulls and unknown attributes are dropped', async () => {
  const client = await start();
  const { body } = await client.post('/Users', {
    schemas: [USER, 'urn:unknown:schema'],
    USERNAME: 'b@example.com',
    Active: 'False',
    DisplayName: 'B',
    externalId: null,
    emails: null,
    favouriteColour: 'red',
    Name: { GivenName: 'Bea', middleName: '' },
    [ENTERPRISE.toUpperCase()]: { Department: 'D' },
    'urn:unknown:schema': { a: 1 },
  });
  expect(body).toMatchObject({ userName: 'b@example.com', active: false, displayName: 'B', name: { givenName: 'Bea', middleName: '' } });
  expect(at(body, ENTERPRISE)).toEqual({ department: 'D' });
  expect(at(body, 'schemas')).toEqual([USER, ENTERPRISE]);
  for (const name of ['externalId', 'emails', 'favouriteColour', 'urn:unknown:schema']) expect(at(body, name)).toBeUndefined();
});

test('a password is accepted, never returned and not kept', async () => {
  const client = await start();
  const answer = await client.post('/Users', person('c@example.com', { password: 'correct horse', groups: [], roles: [] }));
  expect(answer.status).toBe(201);
  expect(answer.text).not.toContain('horse');
  await client.patch(`/Users/${idOf(answer)}`, { op: 'replace', value: { password: 'battery staple' } });
  expect(JSON.stringify(client.sample.snapshot())).not.toMatch(/horse|staple|password/);
});

test('a userName is required, and unique without regard to case', async () => {
  const client = await start();
  const id = await client.user('d@example.com');
  const other = await client.user('e@example.com');
  for (const userName of [undefined, '', '  ', null, { a: 1 }]) {
    const answer = await client.post('/Users', { ...person('x'), userName });
    expect(answer.status, String(userName)).toBe(400);
    expect(at(answer.body, 'scimType')).toBe('invalidValue');
  }
  const conflicts = [
    await client.post('/Users', person('D@EXAMPLE.com')),
    await client.put(`/Users/${other}`, person('D@example.com')),
    await client.patch(`/Users/${other}`, { op: 'Replace', path: 'userName', value: 'D@example.com' }),
  ];
  for (const answer of conflicts) {
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ status: '409', scimType: 'uniqueness' });
  }
  expect((await client.put(`/Users/${id}`, person('D@example.com'))).status).toBe(200);
});

test('a deactivated user stays readable and findable, comes back with the same id, and is gone only after DELETE', async () => {
  const client = await start();
  const id = await client.user('f@example.com');
  expect(at((await client.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' })).body, 'active')).toBe(false);
  expect(at((await client.get(`/Users/${id}`)).body, 'active')).toBe(false);
  const found = await client.get('/Users?filter=userName+eq+%22f%40example.com%22');
  expect(at(found.body, 'Resources', 0, 'active')).toBe(false);
  expect((await client.post('/Users', person('f@example.com'))).status).toBe(409);
  const restored = await client.patch(`/Users/${id}`, { op: 'replace', value: { active: true } });
  expect(restored.body).toMatchObject({ id, active: true });
  const gone = await client.delete(`/Users/${id}`);
  expect([gone.status, gone.text, gone.headers['content-type']]).toEqual([204, '', undefined]);
  for (const method of ['GET', 'DELETE']) expect((await client.send(method, `/Users/${id}`)).status).toBe(404);
  expect(at((await client.get('/Users?filter=userName+eq+%22f%40example.com%22')).body, 'totalResults')).toBe(0);
  expect((await client.post('/Users', person('f@example.com'))).status).toBe(201);
});

test('PUT replaces: what is left out is cleared, active and read-only attributes are kept', async () => {
  const client = await start();
  const emails = [{ value: 'g@example.com', type: 'work', primary: true }];
  const id = await client.user('g@example.com', { title: 'T', emails, [ENTERPRISE]: { department: 'D' } });
  const before = (await client.get(`/Users/${id}`)).body;
  const echo = await client.put(`/Users/${id}`, before);
  expect(echo.body).toEqual(before);
  await client.patch(`/Users/${id}`, { op: 'replace', value: { active: false } });
  const after = await client.put(`/Users/${id}`, {
    schemas: [USER],
    id: 'other',
    userName: 'g2@example.com',
    groups: [{ value: 'x' }],
    meta: { created: 'x' },
  });
  expect(after.status).toBe(200);
  expect(after.body).toMatchObject({ id, userName: 'g2@example.com', active: false, schemas: [USER] });
  for (const name of ['title', 'emails', 'name', 'groups', ENTERPRISE]) expect(at(after.body, name), name).toBeUndefined();
  expect(at(after.body, 'meta', 'created')).toBe(at(before, 'meta', 'created'));
  expect((await client.put('/Users/nobody', person('h@example.com'))).status).toBe(404);
});

test('versions change with each change and are honoured', async () => {
  const client = await start();
  const id = await client.user('v@example.com');
  const first = (await client.get(`/Users/${id}`)).headers['etag'] ?? '';
  expect(first).toMatch(/^W\/"/);
  const unchanged = await client.get(`/Users/${id}`, { 'If-None-Match': first });
  expect([unchanged.status, unchanged.text]).toEqual([304, '']);
  const same = await client.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: true });
  expect(same.headers['etag']).toBe(first);
  const changed = await client.send('PUT', `/Users/${id}`, person('v2@example.com'), { 'If-Match': first });
  expect(changed.status).toBe(200);
  expect(changed.headers['etag']).not.toBe(first);
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    const body = method === 'PATCH' ? { Operations: [{ op: 'replace', path: 'title', value: 'x' }] } : person('v3@example.com');
    const stale = await client.send(method, `/Users/${id}`, body, { 'If-Match': first });
    expect(stale.status, method).toBe(412);
    expect(at(stale.body, 'status')).toBe('412');
  }
  expect((await client.send('DELETE', `/Users/${id}`, undefined, { 'If-Match': '*' })).status).toBe(204);
});

test('people and groups are there before the first request', async () => {
  const client = await start({ users: 7, groups: 2 });
  expect(client.sample.requests()).toBe(0);
  const { users, groups } = client.sample.snapshot();
  expect(new Set(users.map((user) => user['userName'])).size).toBe(7);
  expect(users.every((user) => String(user['userName']).endsWith('@example.com'))).toBe(true);
  expect(groups).toHaveLength(2);
  expect(valuesOf(users[0]?.['groups'])).toEqual(groups.map((group) => group['id']));
  await client.get('/Users');
  expect(client.sample.requests()).toBe(1);
  users.length = 0;
  expect(client.sample.snapshot().users).toHaveLength(7);
});

test('schemas of a mapping are stored and advertised', async () => {
  const id = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User';
  const { attribute } = await import('../../src/scim/attribute.js');
  const client = await start({ extraSchemas: [{ id, name: 'Acme', attributes: [attribute('badge', 'The badge.')] }] });
  const user = await client.user('x@example.com', { [id]: { badge: '7' } });
  await client.patch(`/Users/${user}`, { op: 'Replace', path: `${id}:badge`, value: '8' });
  const { body } = await client.get(`/Users/${user}`);
  expect(at(body, id)).toEqual({ badge: '8' });
  expect(at(body, 'schemas')).toEqual([USER, id]);
  expect((await client.get(`/Schemas/${id}`)).status).toBe(200);
  expect((await client.get('/ResourceTypes/User')).text).toContain(id);
  expect(at((await client.get(`/Users?filter=${encodeURIComponent(`${id}:badge eq "8"`)}`)).body, 'totalResults')).toBe(1);
});
