import { expect, test } from 'vitest';
import { at, ENTERPRISE, entraFilter, oktaFilter, start } from './harness.js';

async function people() {
  const client = await start({ users: 0, groups: 0 });
  await client.user('Ann@example.com', {
    externalId: 'Alias-1',
    emails: [
      { type: 'work', value: 'ann.work@example.com', primary: true },
      { type: 'home', value: 'ann.home@example.com' },
    ],
    [ENTERPRISE]: { department: 'R & D' },
  });
  await client.user('bob+tag@example.com', {
    externalId: 'alias-2',
    active: false,
    emails: [{ type: 'home', value: 'ann.work@example.com' }],
  });
  await client.user("o'neil@example.com", { displayName: 'Say "hi" 100%', title: 'Boss' });
  return client;
}

test('filters find what they describe, in both encodings', async () => {
  const client = await people();
  const cases: [string, string[]][] = [
    ['userName eq "ann@EXAMPLE.com"', ['Ann@example.com']],
    ['USERNAME EQ "Ann@example.com"', ['Ann@example.com']],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName eq "ann@example.com"', ['Ann@example.com']],
    ['userName eq "bob+tag@example.com"', ['bob+tag@example.com']],
    ['userName eq "bob tag@example.com"', []],
    ['userName eq "o\'neil@example.com"', ["o'neil@example.com"]],
    ['displayName eq "Say \\"hi\\" 100%"', ["o'neil@example.com"]],
    ['externalId eq "Alias-1"', ['Ann@example.com']],
    ['externalId eq "alias-1"', []],
    ['emails[type eq "work"].value eq "ann.work@example.com"', ['Ann@example.com']],
    ['emails[type eq "work" and value co "work"]', ['Ann@example.com']],
    ['emails.value sw "ann.work"', ['Ann@example.com', 'bob+tag@example.com']],
    ['active eq false', ['bob+tag@example.com']],
    ['active eq true and title pr', ["o'neil@example.com"]],
    ['not (active eq true)', ['bob+tag@example.com']],
    ['title eq "Boss" or userName ew "TAG@example.com"', ['bob+tag@example.com', "o'neil@example.com"]],
    [`${ENTERPRISE}:department eq "R & D"`, ['Ann@example.com']],
    ['meta.created gt "2001-01-01T00:00:00Z" and userName sw "ann"', ['Ann@example.com']],
    ['userName eq "2d3b8a0e-9f1c-4f1e-8d59-4e1f4c1a7b55"', []],
  ];
  for (const [filter, expected] of cases) {
    for (const encoded of [entraFilter(filter), oktaFilter(filter)]) {
      const { status, body } = await client.get(`/Users?${encoded}`);
      expect(status, filter).toBe(200);
      expect(namesIn(body), filter).toEqual(expected);
      expect(body).toMatchObject({ totalResults: expected.length, startIndex: 1, itemsPerPage: expected.length });
    }
  }
});

test('a filter that cannot be understood is refused, never ignored', async () => {
  const client = await people();
  for (const filter of ['', 'userName', 'userName eq', 'userName eq "a', 'colour eq "red"', 'userName eq "a" xor b', '(('.repeat(5000)]) {
    const { status, body } = await client.get(`/Users?${oktaFilter(filter)}`);
    expect(status, filter.slice(0, 20)).toBe(400);
    expect(at(body, 'scimType')).toBe('invalidFilter');
  }
});

test('pages are counted from 1, stable, of integers, and empty beyond the end', async () => {
  const client = await start({ users: 7 });
  const all = namesIn((await client.get('/Users')).body);
  expect(all).toHaveLength(7);
  const pages: [string, number, number, unknown[]][] = [
    ['startIndex=1&count=2', 1, 2, all.slice(0, 2)],
    ['startIndex=3&count=2', 3, 2, all.slice(2, 4)],
    ['count=100&startIndex=6', 6, 2, all.slice(5)],
    ['startIndex=8&count=2', 8, 0, []],
    ['startIndex=101&count=100', 101, 0, []],
    ['count=0', 1, 0, []],
    ['count=-3', 1, 0, []],
    ['startIndex=0&count=1', 1, 1, all.slice(0, 1)],
    ['startIndex=-5&count=1', 1, 1, all.slice(0, 1)],
  ];
  for (const [query, startIndex, itemsPerPage, expected] of pages) {
    const { status, body } = await client.get(`/Users?${query}`);
    expect(status, query).toBe(200);
    expect(body, query).toMatchObject({ totalResults: 7, startIndex, itemsPerPage });
    expect(namesIn(body), query).toEqual(expected);
  }
  expect((await client.get('/Users?count=two')).body).toMatchObject({ status: '400', scimType: 'invalidValue' });
});

test('attributes and excludedAttributes are honoured on lists, items and writes', async () => {
  const client = await people();
  const { body } = await client.get(`/Users?attributes=userName,emails.value,${ENTERPRISE}:department&${oktaFilter('userName sw "ann"')}`);
  const resource = at(body, 'Resources', 0);
  expect(Object.keys(resource ?? {}).sort()).toEqual(['emails', 'id', 'schemas', ENTERPRISE, 'userName'].sort());
  expect(at(resource, 'emails', 0)).toEqual({ value: 'ann.work@example.com' });
  const id = String(at(resource, 'id'));
  const item = await client.get(`/Users/${id}?excludedAttributes=EMAILS,name.givenName,id,meta`);
  expect(at(item.body, 'emails')).toBeUndefined();
  expect(at(item.body, 'meta')).toBeUndefined();
  expect(at(item.body, 'id')).toBe(id);
  expect(at(item.body, 'name')).toEqual({ familyName: 'Family', formatted: 'Given Family' });
  const patched = await client.patch(`/Users/${id}?attributes=title`, { op: 'add', path: 'title', value: 'T' });
  expect(Object.keys(patched.body ?? {}).sort()).toEqual(['id', 'schemas', 'title']);
  const created = await client.post('/Users?attributes=userName', { userName: 'new@example.com' });
  expect(Object.keys(created.body ?? {}).sort()).toEqual(['id', 'schemas', 'userName']);
  expect(created.headers['location']).toContain(String(at(created.body, 'id')));
});

test('a query may come by POST, for one type or for all', async () => {
  const client = await start();
  const group = await client.group('Searchers');
  const users = await client.post('/Users/.search', { filter: 'displayName sw "s"', count: 1, attributes: ['userName'] });
  expect(users.body).toMatchObject({ totalResults: 1, itemsPerPage: 1 });
  const both = await client.post('/.search', { filter: 'displayName sw "s"', startIndex: 1 });
  expect(both.body).toMatchObject({ totalResults: 2 });
  expect(at(both.body, 'Resources', 1, 'id')).toBe(group);
  const root = await client.get('/');
  expect(at(root.body, 'totalResults')).toBe(5);
});

function namesIn(body: unknown): unknown[] {
  const resources = at(body as never, 'Resources');
  return Array.isArray(resources) ? resources.map((resource) => at(resource, 'userName')) : ['no Resources'];
}
