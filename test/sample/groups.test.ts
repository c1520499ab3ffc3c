import { expect, test } from 'vitest';
import { at, entraFilter, GROUP, idOf, oktaFilter, start, valuesOf } from './harness.js';

async function team() {
  const client = await start({ users: 0, groups: 0 });
  const ids = [await client.user('a@example.com'), await client.user('b@example.com'), await client.user('c@example.com')] as const;
  return { client, ids, group: await client.group('Team', ids[0], ids[1]) };
}

test('members are shown with their names, and users with their groups', async () => {
  const { client, ids, group } = await team();
  const { body } = await client.get(`/Groups/${group}`);
  expect(at(body, 'members', 0)).toEqual({
    value: ids[0],
    $ref: `${client.sample.url}/Users/${ids[0]}`,
    display: 'Person a@example.com',
    type: 'User',
  });
  const user = await client.get(`/Users/${ids[0]}`);
  expect(at(user.body, 'groups')).toEqual([
    { value: group, $ref: `${client.sample.url}/Groups/${group}`, display: 'Team', type: 'direct' },
  ]);
  expect((await client.get(`/Groups/${group}?excludedAttributes=members`)).text).not.toContain('members');
});

test('all forms of membership change do what they say', async () => {
  const { client, ids, group } = await team();
  const [a, b, c] = ids;
  const cases: [unknown[], string[]][] = [
    [[{ op: 'Add', path: 'members', value: [{ $ref: null, value: c }] }], [a, b, c]],
    [[{ op: 'add', path: 'members', value: [{ value: c, display: 'again' }] }], [a, b, c]],
    [[{ op: 'Remove', path: 'members', value: [{ $ref: null, value: a }] }], [b, c]],
    [
      [
        { op: 'remove', path: `members[value eq "${b}"]` },
        { op: 'add', path: 'members', value: [{ value: a }] },
      ],
      [c, a],
    ],
    [[{ op: 'remove', path: 'members[value eq "nobody"]' }], [c, a]],
    [[{ op: 'replace', value: { id: group, displayName: 'Team 2' } }], [c, a]],
    [[{ op: 'replace', path: 'members', value: [{ value: b, display: null }] }], [b]],
    [[{ op: 'replace', value: { members: [{ value: a }, { value: a }] } }], [a]],
    [[{ op: 'replace', path: 'members', value: [] }], []],
    [[{ op: 'Add', path: 'members', value: [{ value: a }, { value: b }] }], [a, b]],
    [[{ op: 'remove', path: 'members' }], []],
  ];
  for (const [operations, expected] of cases) {
    const answer = await client.patch(`/Groups/${group}`, ...operations);
    expect(answer.status, JSON.stringify(operations)).toBe(200);
    expect(valuesOf(at((await client.get(`/Groups/${group}`)).body, 'members')), JSON.stringify(operations)).toEqual(expected);
  }
  expect(at((await client.get(`/Groups/${group}`)).body, 'displayName')).toBe('Team 2');
});

test('PUT sets the whole list, and null or nothing empties it', async () => {
  const { client, ids, group } = await team();
  const put = async (members: unknown) => {
    const answer = await client.put(`/Groups/${group}`, { schemas: [GROUP], id: group, displayName: 'Team', members });
    expect(answer.status).toBe(200);
    return valuesOf(at(answer.body, 'members'));
  };
  expect(await put([{ value: ids[2], display: null }])).toEqual([ids[2]]);
  expect(await put(null)).toEqual([]);
  expect(await put([{ value: ids[0] }])).toEqual([ids[0]]);
  expect(await put(undefined)).toEqual([]);
});

test('Entra creates a group with a foreign schema, an externalId and no members, and changes both names later', async () => {
  const client = await start();
  const created = await client.post('/Groups', {
    schemas: [GROUP, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
    externalId: 'obj-1',
    displayName: 'EDU All x',
    meta: { resourceType: 'Group' },
  });
  expect(created.status).toBe(201);
  expect(at(created.body, 'schemas')).toEqual([GROUP]);
  const found = await client.get(`/Groups?excludedAttributes=members&${entraFilter('displayName eq "edu all x"')}`);
  expect(at(found.body, 'Resources', 0, 'id')).toBe(idOf(created));
  const okta = await client.get(`/Groups?startIndex=1&count=100&${oktaFilter('displayName eq "EDU All x"')}`);
  expect(at(okta.body, 'totalResults')).toBe(1);
  const changed = await client.patch(
    `/Groups/${idOf(created)}`,
    { op: 'Replace', path: 'displayName', value: 'Renamed' },
    { op: 'Replace', path: 'externalId', value: 'obj-2' },
  );
  expect(changed.body).toMatchObject({ displayName: 'Renamed', externalId: 'obj-2' });
});

test('names are unique, members must exist', async () => {
  const { client, ids, group } = await team();
  expect((await client.post('/Groups', { displayName: 'TEAM' })).body).toMatchObject({ status: '409', scimType: 'uniqueness' });
  expect((await client.post('/Groups', { displayName: '' })).body).toMatchObject({ status: '400', scimType: 'invalidValue' });
  const unknown = await client.patch(`/Groups/${group}`, { op: 'Add', path: 'members', value: [{ value: ids[2] }, { value: 'nobody' }] });
  expect(unknown.body).toMatchObject({ status: '400', scimType: 'invalidValue' });
  expect(valuesOf(at((await client.get(`/Groups/${group}`)).body, 'members'))).toEqual([ids[0], ids[1]]);
});

test('a deleted user leaves all groups, an inactive one does not', async () => {
  const { client, ids, group } = await team();
  await client.patch(`/Users/${ids[0]}`, { op: 'Replace', path: 'active', value: 'False' });
  expect(valuesOf(at((await client.get(`/Groups/${group}`)).body, 'members'))).toEqual([ids[0], ids[1]]);
  await client.delete(`/Users/${ids[0]}`);
  await client.delete(`/Users/${ids[1]}`);
  expect(at((await client.get(`/Groups/${group}`)).body, 'members')).toBeUndefined();
  expect((await client.delete(`/Groups/${group}`)).status).toBe(204);
  expect((await client.get(`/Groups/${group}`)).status).toBe(404);
});

test('a hundred changes of one group at the same time lose nothing', async () => {
  const client = await start({ users: 0, groups: 0 });
  const ids = await Promise.all(Array.from({ length: 100 }, (_, index) => client.user(`m${index}@example.com`)));
  const group = await client.group('Crowd');
  const add = (value: string) => client.patch(`/Groups/${group}`, { op: 'Add', path: 'members', value: [{ value }] });
  const added = await Promise.all(ids.map(add));
  expect(new Set(added.map((answer) => answer.status))).toEqual(new Set([200]));
  expect(valuesOf(at((await client.get(`/Groups/${group}`)).body, 'members')).sort()).toEqual([...ids].sort());
  await Promise.all(ids.slice(0, 50).map((id) => client.patch(`/Groups/${group}`, { op: 'remove', path: `members[value eq "${id}"]` })));
  expect(valuesOf(at((await client.get(`/Groups/${group}`)).body, 'members')).sort()).toEqual(ids.slice(50).sort());
});
