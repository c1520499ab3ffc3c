import { at, type Client, ENTERPRISE, entraFilter, GROUP, idOf, oktaFilter, person, USER, valuesOf } from './harness.js';

/** Asks a server something and says what it saw, in a form that can be compared. */
export type Observe = (client: Client) => Promise<unknown>;

const read = async (client: Client, id: string) => (await client.get(`/Users/${id}`)).body;
const membersOf = async (client: Client, id: string) => valuesOf(at((await client.get(`/Groups/${id}`)).body, 'members'));
const EMAILS = [
  { type: 'home', value: 'h@example.com', primary: true },
  { type: 'work', value: 'w@example.com' },
];

/** Status of a PATCH of a fresh user, and what stands at a place afterwards. */
export const patching =
  (operations: unknown[], place: (string | number)[], more: Record<string, unknown> = {}): Observe =>
  async (client) => {
    const id = await client.user('patched@example.com', more);
    const { status } = await client.patch(`/Users/${id}`, ...operations);
    return [status, at(await read(client, id), ...place)];
  };

export const deactivateByText = patching([{ op: 'Replace', path: 'active', value: 'False' }], ['active']);
export const deactivatePathless = patching([{ op: 'replace', value: { active: false } }], ['active']);
export const addTitle = patching([{ op: 'Add', path: 'title', value: 'T' }], ['title']);
export const addTitleInLowerCase = patching([{ op: 'add', path: 'title', value: 'T' }], ['title']);
export const removeTitle = patching([{ op: 'remove', path: 'title' }], ['title'], { title: 'T' });
export const removeWorkMail = patching(
  [{ op: 'Remove', path: 'emails[type eq "work"].value', value: 'x@example.com' }],
  ['emails', 1, 'value'],
  { emails: EMAILS },
);
export const newWorkMail = patching([{ op: 'Add', path: 'emails[type eq "work"].value', value: 'w@example.com' }], ['emails', 0, 'value']);
export const changedWorkMail = patching(
  [{ op: 'Replace', path: 'emails[type eq "work"].value', value: 'new@example.com' }],
  ['emails', 0, 'value'],
  { emails: EMAILS },
);
export const dottedKey = patching([{ op: 'replace', value: { 'name.givenName': 'G' } }], ['name', 'givenName']);
export const dottedLiteral = patching([{ op: 'replace', value: { 'name.givenName': 'G' } }], ['name.givenName']);
export const urnKey = patching([{ op: 'replace', value: { [`${ENTERPRISE}:department`]: 'D' } }], [`${ENTERPRISE}:department`]);
export const departmentPath = patching([{ op: 'Replace', path: `${ENTERPRISE}:department`, value: 'D' }], [ENTERPRISE, 'department']);
export const managerAsText = patching([{ op: 'Add', path: `${ENTERPRISE}:manager`, value: 'm' }], [ENTERPRISE, 'manager']);
export const roleAsJson = patching(
  [{ op: 'Add', path: 'roles', value: [{ value: '{"id":"1","value":"Admin","displayName":"A"}' }] }],
  ['roles', 0, 'value'],
);
export const addressAndActive = patching(
  [
    { op: 'Add', path: 'addresses[type eq "work"].locality', value: 'Riga' },
    { op: 'Replace', path: 'active', value: 'False' },
  ],
  ['active'],
);
export const unknownPath = patching([{ op: 'replace', path: 'colour', value: 'red' }], ['colour']);
export const secondOperationFails = patching(
  [
    { op: 'replace', path: 'title', value: 'T' },
    { op: 'replace', path: 'colour', value: 'red' },
  ],
  ['title'],
);
export const secondPrimary = patching([{ op: 'replace', path: 'emails[type eq "work"].primary', value: true }], ['emails', 0, 'primary'], {
  emails: EMAILS,
});
export const twoOperations = patching(
  [
    { op: 'replace', path: 'title', value: 'T' },
    { op: 'replace', path: 'nickName', value: 'N' },
  ],
  ['nickName'],
);

export const firstOfTwo = patching(
  [
    { op: 'replace', path: 'title', value: 'D' },
    { op: 'replace', path: 'nickName', value: 'N' },
  ],
  ['title'],
);

export const othersMail: Observe = async (client) => {
  const other = await client.user('other@example.com', { emails: EMAILS });
  await changedWorkMail(client);
  return at(await read(client, other), 'emails', 1, 'value');
};

/** A user with this shape as it is read back. */
export const reading =
  (more: Record<string, unknown>, ...place: (string | number)[]): Observe =>
  async (client) => {
    const manager = await client.user('manager@example.com');
    const id = await client.user('Read@example.com', { ...more, [ENTERPRISE]: { manager: { value: manager } } });
    const found = at(await read(client, id), ...place);
    return found === manager ? 'the id of the manager' : typeof found === 'object' && found !== null ? 'an object' : found;
  };

export const inactive =
  (then: (client: Client, id: string) => Promise<unknown>): Observe =>
  async (client) => {
    const id = await client.user('leaver@example.com');
    await client.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: false });
    return then(client, id);
  };
export const inactiveByFilter = inactive((client) => countOf(client, '/Users', 'userName eq "leaver@example.com"'));
export const inactiveById = inactive(async (client, id) => (await client.get(`/Users/${id}`)).status);
export const restored = inactive(async (client, id) => {
  const { status } = await client.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: true });
  return [status, at((await client.get(`/Users/${id}`)).body, 'active')];
});
export const inactiveMember: Observe = async (client) => {
  const id = await client.user('leaver@example.com');
  const group = await client.group('Team', id);
  await client.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: false });
  return (await membersOf(client, group)).length;
};

/** Which of members a, b and c are there after a PATCH or PUT of a group with a and b. */
export const membership =
  (change: (ids: { a: string; b: string; c: string; group: string }) => unknown[] | { put: unknown }): Observe =>
  async (client) => {
    const [a, b, c] = [await client.user('a@example.com'), await client.user('b@example.com'), await client.user('c@example.com')];
    const group = await client.group('Team', a, b);
    const what = change({ a, b, c, group });
    const answer = Array.isArray(what) ? await client.patch(`/Groups/${group}`, ...what) : await client.put(`/Groups/${group}`, what.put);
    const after = await membersOf(client, group);
    const letters = [a, b, c].flatMap((id, index) => (after.includes(id) ? ['abc'[index]] : []));
    return `${answer.status} ${letters.join('')}`;
  };
export const removedByValue = membership(({ a }) => [{ op: 'Remove', path: 'members', value: [{ $ref: null, value: a }] }]);
export const removedByFilter = membership(({ a }) => [{ op: 'remove', path: `members[value eq "${a}"]` }]);
export const added = membership(({ c }) => [{ op: 'Add', path: 'members', value: [{ value: c }] }]);
export const addedTwo = membership(({ b, c }) => [
  { op: 'remove', path: 'members' },
  { op: 'Add', path: 'members', value: [{ value: b }, { value: c }] },
]);
export const addedAgain = membership(({ a }) => [{ op: 'add', path: 'members', value: [{ value: a }] }]);
export const addedUnknown = membership(() => [{ op: 'Add', path: 'members', value: [{ value: 'nobody' }] }]);
export const renamed = membership(({ group }) => [{ op: 'replace', value: { id: group, displayName: 'Crew' } }]);
export const putMembers = membership(({ c }) => ({ put: { schemas: [GROUP], displayName: 'Team', members: [{ value: c }] } }));
export const putNullDisplay = membership(({ c }) => ({ put: { displayName: 'Team', members: [{ value: c, display: null }] } }));

export const groupPatched =
  (operation: unknown, place: string): Observe =>
  async (client) => {
    const id = await client.group('Team');
    const { status } = await client.patch(`/Groups/${id}`, operation);
    return [status, at((await client.get(`/Groups/${id}`)).body, place)];
  };
export const emptyGroup: Observe = async (client) => at((await client.get(`/Groups/${await client.group('Empty')}`)).body, 'members');
export const withoutMembers: Observe = async (client) => {
  const group = await client.group('Team', await client.user('a@example.com'));
  return at((await client.get(`/Groups/${group}?excludedAttributes=members`)).body, 'members') === undefined;
};
export const microsoftGroup: Observe = async (client) =>
  (
    await client.post('/Groups', {
      schemas: [GROUP, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
      displayName: 'G',
    })
  ).status;
export const parallelAdds: Observe = async (client) => {
  const ids = await Promise.all(['a', 'b', 'c', 'd'].map((name) => client.user(`${name}@example.com`)));
  const group = await client.group('Team');
  await Promise.all(ids.map((value) => client.patch(`/Groups/${group}`, { op: 'Add', path: 'members', value: [{ value }] })));
  const kept = (await membersOf(client, group)).length;
  return kept === 4 ? 'all' : 'some lost';
};
export const oneAfterTheOther: Observe = async (client) => {
  const ids = [await client.user('a@example.com'), await client.user('b@example.com')];
  const group = await client.group('Team');
  for (const value of ids) await client.patch(`/Groups/${group}`, { op: 'Add', path: 'members', value: [{ value }] });
  return (await membersOf(client, group)).length;
};

/** Status of a PUT of a fresh user, and what stands at a place afterwards. */
export const putting =
  (body: (id: string) => Record<string, unknown>, place: string): Observe =>
  async (client) => {
    const id = await client.user('put@example.com', { title: 'T' });
    const { status } = await client.put(`/Users/${id}`, body(id));
    return [status, at(await read(client, id), place)];
  };
export const putInactive = putting((id) => person('put@example.com', { id, active: false }), 'active');
export const putWithoutActive = putting(() => ({ schemas: [USER], userName: 'put@example.com' }), 'active');
export const putUnknown: Observe = async (client) => (await client.put('/Users/nobody', person('nobody@example.com'))).status;

export const countOf = async (client: Client, path: string, filter: string, more = '') => {
  const answer = await client.get(`${path}?${entraFilter(filter)}${more}`);
  return answer.status === 200 ? at(answer.body, 'totalResults') : answer.status;
};
export const finding =
  (userName: string, filter: string, more = ''): Observe =>
  async (client) => {
    await client.user(userName, { externalId: 'e-1', displayName: 'A B', emails: EMAILS });
    return countOf(client, '/Users', filter, more);
  };
export const findingGroup: Observe = async (client) => {
  await client.group('EDU All');
  return countOf(client, '/Groups', 'displayName eq "EDU All"');
};
export const findingInOktasWay: Observe = async (client) => {
  await client.user('plus+tag@example.com');
  return at((await client.get(`/Users?${oktaFilter('userName eq "plus+tag@example.com"')}&startIndex=1&count=100`)).body, 'totalResults');
};

/** Status of a second creation, and how many there are afterwards. */
export const twice =
  (first: string, second: string): Observe =>
  async (client) => {
    await client.user(first, { title: 'first' });
    const { status } = await client.post('/Users', person(second, { title: 'second' }));
    const found = await client.get(`/Users?${entraFilter(`userName eq "${first}"`)}`);
    return [status, at(found.body, 'totalResults'), at(found.body, 'Resources', 0, 'title')];
  };
export const creating =
  (more: Record<string, unknown>, look: (answer: Awaited<ReturnType<Client['post']>>) => unknown): Observe =>
  async (client) =>
    look(await client.post('/Users', person('new@example.com', more)));

export const deleting =
  (path: '/Users' | '/Groups'): Observe =>
  async (client) => {
    const id = path === '/Users' ? await client.user('gone@example.com') : await client.group('Gone');
    const { status } = await client.delete(`${path}/${id}`);
    return [status, (await client.get(`${path}/${id}`)).status];
  };
export const deletedAndBack: Observe = async (client) => {
  await client.delete(`/Users/${await client.user('back@example.com')}`);
  return (await client.post('/Users', person('back@example.com'))).status;
};
export const password: Observe = async (client) =>
  at((await client.get(`/Users/${idOf(await client.post('/Users', person('pw@example.com', { password: 'x' })))}`)).body, 'password');

/** What an error looks like. */
export const failing =
  (path: string, look: (answer: Awaited<ReturnType<Client['get']>>) => unknown, headers: Record<string, string> = {}): Observe =>
  async (client) =>
    look(await client.get(path, headers));
export const conflict: Observe = async (client) => {
  await client.user('twice@example.com');
  return at((await client.post('/Users', person('twice@example.com'))).body, 'scimType');
};

export const listing =
  (query: string, look: (body: Awaited<ReturnType<Client['get']>>['body']) => unknown): Observe =>
  async (client) => {
    await client.user('one@example.com');
    await client.user('two@example.com');
    return look((await client.get(`/Users${query}`)).body);
  };
export const orders: Observe = async (client) => {
  const [first, second] = [await client.get('/Users?attributes=userName'), await client.get('/Users?attributes=userName')];
  return first.text === second.text;
};

/** How many members a group has after the PUT of one of them with an empty list of groups. */
export const putWithoutGroups: Observe = async (client) => {
  const id = await client.user('member@example.com');
  const group = await client.group('Team', id);
  await client.send('PUT', `/Users/${id}`, { schemas: [USER], userName: 'member@example.com', groups: [] });
  return (await membersOf(client, group)).length;
};
