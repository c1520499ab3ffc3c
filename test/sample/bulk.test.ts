import { expect, test } from 'vitest';
import { at, start } from './harness.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const create = (bulkId: string, userName: string, more: Record<string, unknown> = {}) => ({
  method: 'POST',
  path: '/Users',
  bulkId,
  data: { schemas: [USER], userName, ...more },
});
const statuses = (body: unknown): unknown[] => {
  const results = at(body as never, 'Operations');
  return Array.isArray(results) ? results.map((result) => at(result, 'status')) : [];
};

test('a group finds the user whom a later operation creates', async () => {
  const client = await start();
  const { body } = await client.post('/Bulk', {
    Operations: [
      { method: 'POST', path: '/Groups', bulkId: 'g', data: { displayName: 'Crew', members: [{ value: 'bulkId:u' }] } },
      create('u', 'new@example.com'),
    ],
  });
  expect(statuses(body)).toEqual(['201', '201']);
  const group = client.sample.snapshot().groups.find((each) => each['displayName'] === 'Crew');
  const user = client.sample.snapshot().users.find((each) => each['userName'] === 'new@example.com');
  expect(at(group ?? null, 'members', 0, 'value')).toBe(user?.['id']);
});

test('an error stops nothing, unless failOnErrors says so', async () => {
  const client = await start();
  await client.user('taken@example.com');
  const operations = [create('a', 'taken@example.com'), create('b', 'free@example.com')];
  expect(statuses((await client.post('/Bulk', { failOnErrors: 1, Operations: operations })).body)).toEqual(['409']);
  expect(statuses((await client.post('/Bulk', { Operations: operations })).body)).toEqual(['409', '201']);
});

test('people who refer to one another are refused, others are not', async () => {
  const client = await start();
  const circle = [
    { method: 'POST', path: '/Groups', bulkId: 'a', data: { displayName: 'A', members: [{ value: 'bulkId:b' }] } },
    { method: 'POST', path: '/Groups', bulkId: 'b', data: { displayName: 'B', members: [{ value: 'bulkId:a' }] } },
  ];
  const answer = await client.post('/Bulk', { Operations: [...circle, create('u', 'new@example.com')] });
  expect(answer.status).toBe(200);
  expect(statuses(answer.body)).toContain('201');
});

test('what is no operation is refused', async () => {
  const client = await start();
  const { body } = await client.post('/Bulk', {
    Operations: [
      { method: 'GET', path: '/Users' },
      { method: 'POST', path: '/Bulk', data: {} },
    ],
  });
  expect(statuses(body)).toEqual(['400', '400']);
  const many = Array.from({ length: 21 }, () => ({ method: 'DELETE', path: '/Users/x' }));
  expect((await client.post('/Bulk', { Operations: many })).status).toBe(413);
});

test('a list is sorted by the value of an attribute, those without it last', async () => {
  const client = await start({ users: 0, groups: 0 });
  await client.user('b@example.com', { title: 'x' });
  await client.user('A@example.com');
  await client.user('c@example.com', { title: 'W' });
  const names = async (query: string): Promise<string> => {
    const found = at((await client.get(`/Users?${query}`)).body, 'Resources');
    return Array.isArray(found) ? found.map((each) => String(at(each, 'userName'))[0]).join('') : '';
  };
  expect(await names('sortBy=userName')).toBe('Abc');
  expect(await names('sortBy=userName&sortOrder=descending')).toBe('cbA');
  expect(await names('sortBy=title')).toBe('cbA');
  expect(await names('sortBy=title&sortOrder=descending')).toBe('Abc');
  expect(await names('sortBy=nothing')).toBe('bAc');
});
