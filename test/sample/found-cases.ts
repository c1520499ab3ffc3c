import type { Case } from './defect-cases.js';
import { at, type Client, ENTERPRISE, GROUP, idOf, person, valuesOf } from './harness.js';
import * as see from './observe.js';

const membersOf = async (client: Client, group: string) => at((await client.get(`/Groups/${group}`)).body, 'members');

/** A group of somebody who is active, and of somebody who is not. */
const whenAway =
  (look: (client: Client, group: string, away: string) => Promise<unknown>): see.Observe =>
  async (client) => {
    const [here, away] = [await client.user('here@example.com'), await client.user('away@example.com')];
    await client.patch(`/Users/${away}`, { op: 'replace', path: 'active', value: false });
    return await look(client, await client.group('Team', here), away);
  };

/** What a group shows that was created with a description and labels, and got other labels. */
const describedGroup =
  (attribute: string): see.Observe =>
  async (client) => {
    const body = { schemas: [GROUP], displayName: 'Sales', description: 'For all of sales', labels: ['north'] };
    const id = idOf(await client.post('/Groups', body));
    await client.patch(`/Groups/${id}`, { op: 'replace', path: 'labels', value: ['south'] });
    return at((await client.get(`/Groups/${id}`)).body, attribute);
  };

/** Somebody is renamed and looked up by this name. */
const renamed =
  (name: string): see.Observe =>
  async (client) => {
    const id = await client.user('maiden@example.com');
    await client.patch(`/Users/${id}`, { op: 'replace', path: 'userName', value: 'married@example.com' });
    return await see.countOf(client, '/Users', `userName eq "${name}"`);
  };

/** A PUT of a user who has a manager. */
const put =
  (look: (client: Client, id: string, status: number) => Promise<unknown>, active = true): see.Observe =>
  async (client) => {
    const manager = await client.user('manager@example.com');
    const body = person('report@example.com', { [ENTERPRISE]: { manager: { value: manager } } });
    const id = await client.user('report@example.com');
    await client.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: active });
    return await look(client, id, (await client.put(`/Users/${id}`, body)).status);
  };

/** How many members a group has whose only one got another value. */
const changedMember =
  (path: string, value: unknown): see.Observe =>
  async (client) => {
    const id = await client.user('member@example.com');
    const group = await client.group('Team', id);
    await client.patch(`/Users/${id}`, { op: 'replace', path, value });
    return valuesOf(await membersOf(client, group)).length;
  };

/** Cases of defects that were seen on servers, or thought of, after the kinds. */
export const FOUND_CASES: Readonly<Record<string, Case>> = {
  'further-lists-dropped': [see.reading({ photos: [{ value: 'https://example.com/a', type: 'photo' }] }, 'photos'), 'an object', undefined],
  'photos-stay': [
    see.patching([{ op: 'remove', path: 'photos' }], ['photos', 0, 'value'], { photos: [{ value: 'https://example.com/a' }] }),
    [200, undefined],
    [200, 'https://example.com/a'],
  ],
  'created-active': [see.reading({ active: false }, 'active'), false, true],
  'group-descriptions-lost': [describedGroup('description'), 'For all of sales', undefined],
  'group-labels-stay': [describedGroup('labels'), ['south'], ['north']],
  'profile-url-lost': [
    see.patching([{ op: 'replace', path: 'profileUrl', value: 'https://example.com/a' }], ['profileUrl']),
    [200, 'https://example.com/a'],
    [200, undefined],
  ],
  'inactive-members-hidden': [
    whenAway(async (client, group, away) => {
      await client.patch(`/Groups/${group}`, { op: 'add', path: 'members', value: [{ value: away }] });
      return valuesOf(await membersOf(client, group)).length;
    }),
    2,
    1,
  ],
  'inactive-not-added': [
    whenAway(async (client, group, away) => {
      await client.patch(`/Groups/${group}`, { op: 'add', path: 'members', value: [{ value: away }] });
      return valuesOf(await membersOf(client, group)).length;
    }),
    2,
    1,
  ],
  'members-by-user-name': [
    async (client) => {
      const id = await client.user('member@example.com');
      const shown = at(await membersOf(client, await client.group('Team', id)), 0, 'value');
      return shown === id ? 'the id' : shown;
    },
    'the id',
    'member@example.com',
  ],
  'single-member-no-list': [
    async (client) => Array.isArray(await membersOf(client, await client.group('Team', await client.user('member@example.com')))),
    true,
    false,
  ],
  'filtered-total-zero': [
    async (client) => {
      await client.user('found@example.com');
      return at((await client.get(`/Users?filter=${encodeURIComponent('userName eq "found@example.com"')}`)).body, 'totalResults');
    },
    1,
    0,
  ],
  'value-path-clears-element': [
    see.patching([{ op: 'replace', path: 'addresses[type eq "work"].locality', value: 'Riga' }], ['addresses', 0, 'country'], {
      addresses: [{ type: 'work', locality: 'Bern', country: 'CH' }],
    }),
    [200, 'CH'],
    [200, undefined],
  ],
  'names-indexed-once': [renamed('married@example.com'), 1, 0],
  'found-once-per-address': [
    async (client) => {
      const emails = ['work', 'home'].map((type) => ({ type, value: `${type}@example.com` }));
      await client.user('two@example.com', { emails });
      return await see.countOf(client, '/Users', 'userName eq "two@example.com"');
    },
    1,
    2,
  ],
  'dots-passed-over': [
    async (client) => {
      await client.user('a.lovelace@example.com');
      return await see.countOf(client, '/Users', 'userName eq "alovelace@example.com"');
    },
    0,
    1,
  ],
  'domains-passed-over': [
    async (client) => {
      await client.user('ada@example.com');
      return await see.countOf(client, '/Users', 'userName eq "ada@elsewhere.example.com"');
    },
    0,
    1,
  ],
  'member-again-toggled': [see.addedAgain, '200 ab', '200 b'],
  'manager-as-name': [
    async (client) => {
      const manager = await client.user('manager@example.com');
      const report = await client.user('report@example.com', { [ENTERPRISE]: { manager: { value: manager } } });
      return at((await client.get(`/Users/${report}`)).body, ENTERPRISE, 'manager', 'value') === manager;
    },
    true,
    false,
  ],
  'put-drops-manager': [
    put(async (client, id) => at((await client.get(`/Users/${id}`)).body, ENTERPRISE, 'manager') !== undefined),
    true,
    false,
  ],
  'put-drops-extension': [put(async (client, id) => at((await client.get(`/Users/${id}`)).body, ENTERPRISE) !== undefined), true, false],
  'pathless-extension-ignored': [
    see.patching([{ op: 'replace', value: { [ENTERPRISE]: { department: 'D' } } }], [ENTERPRISE, 'department']),
    [200, 'D'],
    [200, undefined],
  ],
  'inactive-put-404': [put(async (_client, _id, status) => status, false), 200, 404],
  'external-ids-missing-conflict': [
    async (client) => {
      const [first, second] = [person('first@example.com'), person('second@example.com')];
      return [(await client.post('/Users', first)).status, (await client.post('/Users', second)).status];
    },
    [201, 201],
    [201, 409],
  ],
  'writes-answer-lists': [
    async (client) => {
      const id = await client.user('written@example.com');
      const { body } = await client.patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'T' });
      return [at(body, 'title'), at(body, 'Resources', 0, 'title')];
    },
    ['T', undefined],
    [undefined, 'T'],
  ],
  'password-required': [
    async (client) => {
      const [without, withOne] = [person('without@example.com'), person('with@example.com', { password: 'Pa55-word-1' })];
      return [(await client.post('/Users', without)).status, (await client.post('/Users', withOne)).status];
    },
    [201, 201],
    [400, 201],
  ],
  'long-texts-refused': [
    async (client) => {
      const extension = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
      const long = [
        { title: 'Head of Quality and Tools' },
        { addresses: [{ type: 'work', streetAddress: '1 Very Long Sample Street' }] },
        { [extension]: { department: 'Quality, Processes and Tools' } },
        { title: 'Head of Quality' },
      ];
      const statuses = [];
      for (const [index, each] of long.entries())
        statuses.push((await client.post('/Users', person(`p${index}@example.com`, each))).status);
      return statuses;
    },
    [201, 201, 201, 201],
    [400, 400, 400, 201],
  ],
  'passwords-long': [
    async (client) => {
      const [short, long] = [
        person('short@example.com', { password: 'k3Jd92Lq' }),
        person('long@example.com', { password: 'k3Jd92Lq-k3Jd92Lq' }),
      ];
      return [(await client.post('/Users', short)).status, (await client.post('/Users', long)).status];
    },
    [201, 201],
    [400, 201],
  ],
  'byte-order-mark': [
    async (client) => {
      const { headers, text } = await client.get('/Users');
      return Number(headers['content-length']) - Buffer.byteLength(text); // what reads the text has passed over the mark
    },
    0,
    3,
  ],
  'list-names-in-lower-case': [
    async (client) => Object.keys((await client.get('/Users')).body ?? {}).filter((name) => /resources/i.test(name)),
    ['Resources'],
    ['resources'],
  ],
  'renamed-leaves-groups': [changedMember('userName', 'renamed@example.com'), 1, 0],
  'new-address-leaves-groups': [changedMember('emails', [{ type: 'work', value: 'new@example.com' }]), 1, 0],
  'new-manager-leaves-groups': [
    async (client) => {
      const [boss, id] = [await client.user('boss@example.com'), await client.user('report@example.com')];
      const group = await client.group('Team', id);
      await client.patch(`/Users/${id}`, { op: 'replace', path: `${ENTERPRISE}:manager`, value: { value: boss } });
      return valuesOf(await membersOf(client, group)).length;
    },
    1,
    0,
  ],
  'inactive-manager-dropped': [
    async (client) => {
      const boss = await client.user('boss@example.com', { active: false });
      const id = await client.user('report@example.com', { [ENTERPRISE]: { manager: { value: boss } } });
      await client.patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'Chief' });
      return at((await client.get(`/Users/${id}`)).body, ENTERPRISE, 'manager', 'value') === boss;
    },
    true,
    false,
  ],
  'deleted-name-not-for-others': [
    async (client) => {
      await client.delete(`/Users/${await client.user('former@example.com')}`);
      const id = await client.user('present@example.com');
      return (await client.patch(`/Users/${id}`, { op: 'replace', path: 'userName', value: 'former@example.com' })).status;
    },
    200,
    409,
  ],
  'new-department-leaves-groups': [
    async (client) => {
      const id = await client.user('mover@example.com', { [ENTERPRISE]: { department: 'Sales' } });
      const group = await client.group('Team', id);
      await client.patch(`/Users/${id}`, { op: 'replace', path: `${ENTERPRISE}:department`, value: 'Care' });
      return valuesOf(await membersOf(client, group)).length;
    },
    1,
    0,
  ],
  'department-clears-manager': [
    async (client) => {
      const manager = await client.user('manager@example.com');
      const id = await client.user('report@example.com', { [ENTERPRISE]: { department: 'Sales', manager: { value: manager } } });
      await client.patch(`/Users/${id}`, { op: 'replace', path: `${ENTERPRISE}:department`, value: 'Care' });
      return at((await client.get(`/Users/${id}`)).body, ENTERPRISE, 'manager', 'value') === manager;
    },
    true,
    false,
  ],
  'member-again-stops-others': [
    async (client) => {
      const [first, second] = [await client.user('first@example.com'), await client.user('second@example.com')];
      const group = await client.group('Team', first);
      await client.patch(`/Groups/${group}`, { op: 'add', path: 'members', value: [{ value: first }, { value: second }] });
      return valuesOf(await membersOf(client, group)).length;
    },
    2,
    1,
  ],
  'former-name-taken': [
    async (client) => {
      const id = await client.user('first@example.com');
      await client.patch(`/Users/${id}`, { op: 'replace', path: 'userName', value: 'second@example.com' });
      const back = await client.patch(`/Users/${id}`, { op: 'replace', path: 'userName', value: 'first@example.com' });
      return [back.status, (await client.post('/Users', person('second@example.com'))).status];
    },
    [200, 201],
    [409, 409],
  ],
  'former-group-name-taken': [
    async (client) => {
      const id = await client.group('Team');
      await client.patch(`/Groups/${id}`, { op: 'replace', path: 'displayName', value: 'Crew' });
      return (await client.post('/Groups', { schemas: [GROUP], displayName: 'Team' })).status;
    },
    201,
    409,
  ],
  'inactive-change-ignored': [
    async (client) => {
      const id = await client.user('away@example.com', { active: false, title: 'Old' });
      await client.patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'New' });
      return at((await client.get(`/Users/${id}`)).body, 'title');
    },
    'New',
    'Old',
  ],
  'put-names-not-indexed': [
    async (client) => {
      const id = await client.user('put@example.com');
      await client.put(`/Users/${id}`, person('other@example.com'));
      return await see.countOf(client, '/Users', 'userName eq "other@example.com"');
    },
    1,
    0,
  ],
  'external-id-uuid-only': [
    async (client) => (await client.post('/Users', person('nick@example.com', { externalId: 'nick' }))).status,
    201,
    400,
  ],
  'empty-group-refused': [
    async (client) => (await client.post('/Groups', { schemas: [GROUP], displayName: 'T', members: [] })).status,
    201,
    400,
  ],
  'last-member-stays': [
    async (client) => {
      const id = await client.user('last@example.com');
      return (await client.patch(`/Groups/${await client.group('Team', id)}`, { op: 'remove', path: 'members' })).status;
    },
    200,
    400,
  ],
  'last-member-kept': [
    async (client) => {
      const group = await client.group('Team', await client.user('last@example.com'));
      const { status } = await client.patch(`/Groups/${group}`, { op: 'remove', path: 'members' });
      return [status, at((await client.get(`/Groups/${group}`)).body, 'members', 0) === undefined];
    },
    [200, true],
    [200, false],
  ],
  'renames-ignored': [
    async (client) => {
      const id = await client.user('old@example.com');
      const { status } = await client.patch(`/Users/${id}`, { op: 'replace', path: 'userName', value: 'new@example.com' });
      return [status, at((await client.get(`/Users/${id}`)).body, 'userName')];
    },
    [200, 'new@example.com'],
    [200, 'old@example.com'],
  ],
  'rename-changes-id': [
    async (client) => {
      const id = await client.user('old@example.com');
      const { status } = await client.patch(`/Users/${id}`, { op: 'replace', path: 'userName', value: 'new@example.com' });
      return [status, (await client.get(`/Users/${id}`)).status];
    },
    [200, 200],
    [200, 404],
  ],
  'display-names-composed': [
    async (client) => {
      const body = { ...person('made@example.com'), displayName: 'A. Byron', name: { givenName: 'Ada', familyName: 'Byron' } };
      return at((await client.post('/Users', body)).body, 'displayName');
    },
    'A. Byron',
    'Ada Byron',
  ],
  'group-names-short': [
    async (client) => {
      const created = async (displayName: string) => (await client.post('/Groups', { schemas: [GROUP], displayName })).status;
      return [await created('Team'), await created('Team '.repeat(13).trim())];
    },
    [201, 201],
    [201, 400],
  ],
  'namesakes-refused': [
    async (client) => {
      const created = async (userName: string) => (await client.post('/Users', { ...person(userName), displayName: 'Ada Byron' })).status;
      return [await created('first@example.com'), await created('second@example.com')];
    },
    [201, 201],
    [201, 409],
  ],
  'local-parts-unique': [
    async (client) => {
      const created = async (userName: string) => (await client.post('/Users', person(userName))).status;
      return [await created('ada@one.example'), await created('ada@two.example'), await created('ada.b@one.example')];
    },
    [201, 201, 201],
    [201, 409, 201],
  ],
  'patch-answers-202': [
    async (client) =>
      (await client.patch(`/Users/${await client.user('a@example.com')}`, { op: 'replace', path: 'title', value: 'T' })).status,
    200,
    202,
  ],
  'put-answers-204': [
    async (client) => (await client.put(`/Users/${await client.user('b@example.com')}`, person('b@example.com'))).status,
    200,
    204,
  ],
  'answers-without-id': [
    async (client) => {
      const id = await client.user('shown@example.com');
      return at((await client.patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'T' })).body, 'id') === id;
    },
    true,
    false,
  ],
  'names-are-patterns': [
    async (client) => {
      await client.user('a-b@example.com');
      await client.user('a.b@example.com');
      return await see.countOf(client, '/Users', 'userName eq "a.b@example.com"');
    },
    1,
    2,
  ],
  'external-ids-indexed-once': [
    async (client) => {
      const id = await client.user('moved@example.com', { externalId: 'old' });
      await client.patch(`/Users/${id}`, { op: 'replace', path: 'externalId', value: 'new' });
      return await see.countOf(client, '/Users', 'externalId eq "new"');
    },
    1,
    0,
  ],
};
