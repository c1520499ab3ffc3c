import { expect } from 'vitest';
import { at, type Client, ENTERPRISE, entraFilter, GROUP, person, USER, valuesOf } from './harness.js';
import * as see from './observe.js';

/** What is asked, what the correct server shows, and what the defective one shows. */
export type Case = readonly [observe: see.Observe, right: unknown, wrong: unknown];

const MAILS = [
  { type: 'home', value: 'h@example.com' },
  { type: 'work', value: 'w@example.com' },
];
const statusOf =
  (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): see.Observe =>
  async (client) =>
    (await client.send(method, path, body, headers)).status;

/** Status of a request about a fresh user, and what stands at a place of the answer. */
const asking =
  (query: string, ...place: (string | number)[]): see.Observe =>
  async (client) => {
    const answer = await client.get(`/Users/${await client.user('asked@example.com', { title: 'T' })}${query}`);
    return [answer.status, at(answer.body, ...place)];
  };
const document =
  (path: string, look: (answer: Awaited<ReturnType<Client['get']>>) => unknown): see.Observe =>
  async (client) =>
    look(await client.get(path));
const withVersion =
  (method: string, header: string, version: (etag: string) => string, body?: unknown): see.Observe =>
  async (client) => {
    const path = `/Users/${await client.user('version@example.com')}`;
    const etag = (await client.get(path)).headers['etag'] ?? '';
    return (await client.send(method, path, body, { [header]: version(etag) })).status;
  };
const PATCHED = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [{ op: 'replace', path: 'title', value: 'N' }] };

/** How many addresses a user with two has after an add of this list. */
const adding =
  (value: unknown): see.Observe =>
  async (client) => {
    const id = await client.user('adding@example.com', { emails: MAILS });
    const { status } = await client.patch(`/Users/${id}`, { op: 'add', path: 'emails', value });
    const emails = at((await client.get(`/Users/${id}`)).body, 'emails');
    return [status, Array.isArray(emails) ? emails.length : undefined];
  };

/** What two creates at the same moment are answered. */
const together =
  (...names: readonly string[]): see.Observe =>
  async (client) => {
    const answers = await Promise.all(names.map((name) => client.post('/Users', person(name))));
    return answers.map(({ status }) => status).sort();
  };

/** What is shown of a list of an extension of the app's own. */
const listed: see.Observe = async (client) => {
  const urn = 'urn:ietf:params:scim:schemas:extension:badge:2.0:User';
  return at((await client.post('/Users', person('x@example.com', { [urn]: { colours: ['red', 'green'] } }))).body, urn, 'colours');
};

/** The statuses of three changes of one user, the second one a while after the first. */
const changingInARow = async (client: Client) => {
  const id = await client.user('mover@example.com');
  const change = async (value: string) => (await client.patch(`/Users/${id}`, { op: 'replace', path: 'title', value })).status;
  const early = await change('Director');
  client.clock.advance(400);
  return [early, await change('Engineer'), await change('Manager')];
};

/** Cases of the defects that show in one or two exchanges of their own. */
export const FURTHER_CASES: Readonly<Record<string, Case>> = {
  'deactivation-ignored': [see.patching([{ op: 'replace', path: 'active', value: false }], ['active']), [200, false], [200, true]],
  'active-not-in-lists': [see.listing('', (body) => at(body, 'Resources', 0, 'active')), true, undefined],
  'user-without-name-accepted': [statusOf('POST', '/Users', { schemas: [USER], displayName: 'Nobody' }), 400, 201],
  'wrong-type-500': [statusOf('POST', '/Users', { schemas: [USER], userName: 'w', active: { not: 'a boolean' } }), 400, 500],
  'text-body-500': [statusOf('POST', '/Users', '"text"'), 400, 500],
  'rename-collision-accepted': [
    async (client) => {
      await client.user('one@example.com');
      const id = await client.user('two@example.com');
      return (await client.patch(`/Users/${id}`, { op: 'replace', path: 'userName', value: 'one@example.com' })).status;
    },
    409,
    200,
  ],
  'delete-unknown-204': [statusOf('DELETE', '/Users/nobody'), 404, 204],
  'delete-answers-200': [see.deleting('/Users'), [204, 404], [200, 404]],
  'own-schema-untrue': [document('/Schemas', (answer) => /"name":"userName"[^{}]*"returned":"never"/.test(answer.text)), false, true],
  'config-missing-404': [statusOf('GET', '/ServiceProviderConfig'), 200, 404],
  'entitlements-count-ignored': [document('/Entitlements?count=1&startIndex=1', (answer) => at(answer.body, 'itemsPerPage')), undefined, 3],
  'resource-types-bare-array': [document('/ResourceTypes', (answer) => Array.isArray(answer.body)), false, true],
  'discovery-filter-ignored': [statusOf('GET', '/Schemas?filter=id%20eq%20%22x%22'), 403, 200],
  'single-schema-404': [statusOf('GET', `/Schemas/${USER}`), 200, 404],
  'max-results-untrue': [document('/ServiceProviderConfig', (answer) => at(answer.body, 'filter', 'maxResults')), 200, 1],
  'filter-denied-in-config': [document('/ServiceProviderConfig', (answer) => at(answer.body, 'filter', 'supported')), true, false],
  'unknown-endpoint-200': [statusOf('GET', '/NoSuchEndpoint'), 404, 200],
  'scim-type-unknown': [see.failing('/Users?filter=x', (answer) => at(answer.body, 'scimType')), 'invalidFilter', 'ERR_BAD_INPUT'],
  'challenge-missing': [
    see.failing('/Users', (answer) => answer.headers['www-authenticate'] === undefined, { Authorization: 'Bearer wrong' }),
    false,
    true,
  ],
  'detail-missing-401': [
    see.failing('/Users', (answer) => typeof at(answer.body, 'detail'), { Authorization: 'Bearer wrong' }),
    'string',
    'undefined',
  ],
  'read-html': [asking('', 'userName'), [200, 'asked@example.com'], [200, undefined]],
  'read-500': [asking('', 'userName'), [200, 'asked@example.com'], [500, undefined]],
  'read-404': [asking('', 'userName'), [200, 'asked@example.com'], [404, undefined]],
  'any-method-accepted': [
    async (client) => (await client.post(`/Users/${await client.user('post@example.com')}`, person('post@example.com'))).status,
    405,
    200,
  ],
  'missing-token-accepted': [async (client) => (await fetch(`${client.sample.url}/Users`)).status, 401, 200],
  'unguarded-reads': [
    async (client) => [
      (await fetch(`${client.sample.url}/Users`)).status,
      (await fetch(`${client.sample.url}/Users/nobody`, { method: 'DELETE' })).status,
    ],
    [401, 401],
    [200, 401],
  ],
  'unguarded-writes': [
    async (client) => [
      (await fetch(`${client.sample.url}/Users`)).status,
      (await fetch(`${client.sample.url}/Users/nobody`, { method: 'DELETE' })).status,
    ],
    [401, 401],
    [401, 404],
  ],
  'search-taken-for-create': [statusOf('POST', '/Users/.search', { filter: 'userName eq "nobody"' }), 200, 400],
  'attributes-ignored': [asking('?attributes=userName', 'title'), [200, undefined], [200, 'T']],
  'attributes-in-lower-case': [asking('?attributes=userName', 'userName'), [200, 'asked@example.com'], [200, undefined]],
  'attributes-urn-unknown': [
    asking('?attributes=urn:ietf:params:scim:schemas:core:2.0:User:userName', 'userName'),
    [200, 'asked@example.com'],
    [200, undefined],
  ],
  'attributes-without-id': [
    async (client) => at((await client.get(`/Users/${await client.user('a@example.com')}?attributes=userName`)).body, 'id') === undefined,
    false,
    true,
  ],
  'invalid-filter-ignored': [statusOf('GET', '/Users?filter=userName%20eq'), 400, 200],
  'or-finds-nothing': [see.finding('a@example.com', 'userName eq "nobody" or userName eq "a@example.com"'), 1, 0],
  'starts-with-as-equals': [see.finding('a@example.com', 'userName sw "a@ex"'), 1, 0],
  'user-filter-empty': [see.finding('a@example.com', 'userName eq "a@example.com"'), 1, 0],
  'look-up-finds-twice': [see.finding('a@example.com', 'userName eq "a@example.com"'), 1, 2],
  'truth-filter-empty': [
    async (client) => {
      await client.user('x@example.com', { active: true });
      return see.countOf(client, '/Users', 'active eq true and userName eq "x@example.com"');
    },
    1,
    0,
  ],
  'list-path-filter-empty': [
    async (client) => {
      await client.user('x@example.com', { emails: MAILS });
      return see.countOf(client, '/Users', 'emails.value co "@" and userName eq "x@example.com"');
    },
    1,
    0,
  ],
  'extension-filter-empty': [
    async (client) => {
      await client.user('x@example.com', { [ENTERPRISE]: { department: 'Research' } });
      return see.countOf(client, '/Users', `${ENTERPRISE}:department eq "Research"`);
    },
    1,
    0,
  ],
  'filter-values-case-sensitive': [
    async (client) => {
      await client.user('t@example.com', { title: 'Engineer' });
      return see.countOf(client, '/Users', 'title eq "ENGINEER"');
    },
    1,
    0,
  ],
  'filter-without-value-finds-nothing': [statusOf('GET', '/Users?filter=userName%20eq'), 400, 200],
  'group-list-refused': [statusOf('GET', '/Groups'), 200, 400],
  'user-list-refused': [statusOf('GET', '/Users'), 200, 400],
  'member-twice': [
    async (client) => {
      const user = await client.user('again@example.com');
      const group = await client.group('Team', user);
      await client.patch(`/Groups/${group}`, { op: 'add', path: 'members', value: [{ value: user }] });
      return valuesOf(at((await client.get(`/Groups/${group}`)).body, 'members')).length;
    },
    1,
    2,
  ],
  'replace-members-ignored': [see.membership(({ c }) => [{ op: 'replace', path: 'members', value: [{ value: c }] }]), '200 c', '200 ab'],
  'read-wrong-user': [asking('', 'userName'), [200, 'asked@example.com'], [200, 'sena.okafor@example.com']],
  'reads-are-late': [
    async (client) => {
      const early = await see.addTitle(client);
      client.clock.advance(300);
      return [early, at((await client.get(`/Users?${entraFilter('userName eq "patched@example.com"')}`)).body, 'Resources', 0, 'title')];
    },
    [[200, 'T'], 'T'],
    [[200, undefined], 'T'],
  ],
  'user-names-immutable': [
    see.patching([{ op: 'replace', path: 'userName', value: 'new@example.com' }], ['userName']),
    [200, 'new@example.com'],
    [400, 'patched@example.com'],
  ],
  'names-immutable': [
    see.patching([{ op: 'replace', path: 'name.familyName', value: 'Byron' }], ['name', 'familyName']),
    [200, 'Byron'],
    [400, 'Family'],
  ],
  'members-required': [async (client) => (await client.post('/Groups', { schemas: [GROUP], displayName: 'Empty' })).status, 201, 400],
  'member-types-required': [
    async (client) => {
      const user = await client.user('member@example.com');
      const bare = await client.post('/Groups', { schemas: [GROUP], displayName: 'Bare', members: [{ value: user }] });
      const typed = { schemas: [GROUP], displayName: 'Typed', members: [{ value: user, type: 'User' }] };
      return [bare.status, (await client.post('/Groups', typed)).status];
    },
    [201, 201],
    [400, 201],
  ],
  'group-names-immutable': [
    async (client) => {
      const group = await client.group('Team');
      return (await client.patch(`/Groups/${group}`, { op: 'replace', path: 'displayName', value: 'Other' })).status;
    },
    200,
    400,
  ],
  'index-is-late': [
    async (client) => {
      const early = await see.addTitle(client);
      const find = async () => at((await client.get(`/Users?${entraFilter('userName eq "patched@example.com"')}`)).body, 'totalResults');
      const found = await find();
      client.clock.advance(3000);
      return [early, found, await find()];
    },
    [[200, 'T'], 1, 1],
    [[200, 'T'], 0, 1],
  ],
  'lists-are-cached': [
    async (client) => {
      const find = async () => at((await client.get(`/Users?${entraFilter('userName eq "patched@example.com"')}`)).body, 'totalResults');
      const before = await find();
      const early = await see.addTitle(client);
      const found = await find();
      client.clock.advance(2100);
      return [before, early, found, await find()];
    },
    [0, [200, 'T'], 1, 1],
    [0, [200, 'T'], 0, 1],
  ],
  'members-are-late': [
    async (client) => {
      const user = await client.user('joiner@example.com');
      const group = await client.group('Team', user);
      const count = async () => valuesOf(at((await client.get(`/Groups/${group}`)).body, 'members')).length;
      const early = await count();
      client.clock.advance(2100);
      return [early, await count()];
    },
    [1, 1],
    [0, 1],
  ],
  'writes-answer-first-group': [
    async (client) => {
      const id = await client.group('Second');
      return at((await client.patch(`/Groups/${id}`, { op: 'replace', path: 'displayName', value: 'Renamed' })).body, 'displayName');
    },
    'Renamed',
    'Residents',
  ],
  'last-of-each-path': [
    async (client) => {
      const members = [await client.user('one@example.com'), await client.user('two@example.com')];
      const id = await client.group('Team');
      const operations = members.map((value) => ({ op: 'add', path: 'members', value: [{ value }] }));
      return valuesOf(at((await client.patch(`/Groups/${id}`, ...operations)).body, 'members')).length;
    },
    2,
    1,
  ],
  'newcomers-not-addable': [
    async (client) => {
      const value = await client.user('joiner@example.com');
      const group = await client.group('Team');
      const add = async () => (await client.patch(`/Groups/${group}`, { op: 'add', path: 'members', value: [{ value }] })).status;
      const early = await add();
      client.clock.advance(1600);
      return [early, await add()];
    },
    [200, 200],
    [404, 200],
  ],
  'changes-in-a-row-refused': [changingInARow, [200, 200, 200], [409, 200, 409]],
  'changes-in-a-row-500': [changingInARow, [200, 200, 200], [500, 200, 500]],
  'negative-count-refused': [statusOf('GET', '/Users?startIndex=1&count=-1'), 200, 400],
  'negative-count-means-all': [see.listing('?startIndex=1&count=-1', (body) => at(body, 'Resources', 0) !== undefined), false, true],
  'start-index-missing': [see.listing('?startIndex=2&count=1', (body) => at(body, 'startIndex')), 2, undefined],
  'remove-without-path-accepted': [
    see.patching([{ op: 'remove' }], ['userName']),
    [400, 'patched@example.com'],
    [200, 'patched@example.com'],
  ],
  'unknown-operation-accepted': [
    see.patching([{ op: 'increase', path: 'title', value: 'x' }], ['title']),
    [400, undefined],
    [200, undefined],
  ],
  'read-only-ignored': [
    see.patching([{ op: 'replace', path: 'id', value: 'other' }], ['userName']),
    [400, 'patched@example.com'],
    [200, 'patched@example.com'],
  ],
  'replace-ignored': [see.patching([{ op: 'replace', path: 'title', value: 'N' }], ['title'], { title: 'T' }), [200, 'N'], [200, 'T']],
  'value-path-replace-ignored': [
    see.patching([{ op: 'replace', path: 'emails[type eq "work"].value', value: 'n@example.com' }], ['emails', 1, 'value'], {
      emails: MAILS,
    }),
    [200, 'n@example.com'],
    [200, 'w@example.com'],
  ],
  'patch-clears-nickname': [
    see.patching([{ op: 'replace', path: 'title', value: 'N' }], ['nickName'], { nickName: 'Nick' }),
    [200, 'Nick'],
    [200, undefined],
  ],
  'no-target-ignored': [
    see.patching([{ op: 'replace', path: 'emails[value ew "@nowhere.example"].value', value: 'n@example.com' }], ['emails', 1, 'value'], {
      emails: MAILS,
    }),
    [400, 'w@example.com'],
    [200, 'w@example.com'],
  ],
  'pathless-list-appended': [
    see.patching([{ op: 'replace', value: { emails: [{ type: 'other', value: 'o@example.com' }] } }], ['emails', 'length'], {
      emails: MAILS,
    }),
    [200, 1],
    [200, 3],
  ],
  'list-appended': [
    see.patching([{ op: 'replace', path: 'emails', value: [{ type: 'other', value: 'o@example.com' }] }], ['emails', 'length'], {
      emails: MAILS,
    }),
    [200, 1],
    [200, 3],
  ],
  'whole-element-500': [
    see.patching([{ op: 'remove', path: 'emails[type eq "home"]' }], ['emails', 'length'], { emails: MAILS }),
    [200, 1],
    [500, 2],
  ],
  'null-in-patch-refused': [
    see.patching([{ op: 'replace', path: 'title', value: null }], ['title'], { title: 'T' }),
    [200, undefined],
    [400, 'T'],
  ],
  'value-path-removes-alone': [
    see.patching([{ op: 'replace', path: 'emails[type eq "work"].value', value: 'n@example.com' }], ['emails', 1, 'value'], {
      emails: MAILS,
    }),
    [200, 'n@example.com'],
    [400, 'w@example.com'],
  ],
  'paths-refused': [see.patching([{ op: 'replace', path: 'title', value: 'N' }], ['title'], { title: 'T' }), [200, 'N'], [400, 'T']],
  'paths-ignored': [see.patching([{ op: 'replace', path: 'title', value: 'N' }], ['title'], { title: 'T' }), [200, 'N'], [200, 'T']],
  'value-path-refused': [
    see.patching([{ op: 'replace', path: 'emails[type eq "work"].value', value: 'n@example.com' }], ['emails', 1, 'value'], {
      emails: MAILS,
    }),
    [200, 'n@example.com'],
    [400, 'w@example.com'],
  ],
  'complex-replaced-whole': [
    see.patching([{ op: 'replace', path: 'name', value: { givenName: 'N' } }], ['name', 'familyName']),
    [200, 'Family'],
    [200, undefined],
  ],
  'no-change-changes-time': [
    async (client) => {
      const path = `/Users/${await client.user('same@example.com', { title: 'T' })}`;
      const before = at((await client.get(path)).body, 'meta', 'lastModified');
      client.clock.advance(5);
      await client.patch(path, { op: 'replace', path: 'title', value: 'T' });
      return at((await client.get(path)).body, 'meta', 'lastModified') === before;
    },
    true,
    false,
  ],
  'operations-reversed': [
    see.patching(
      [
        { op: 'replace', path: 'title', value: 'first' },
        { op: 'replace', path: 'title', value: 'last' },
      ],
      ['title'],
    ),
    [200, 'last'],
    [200, 'first'],
  ],
  'etag-not-compared': [withVersion('PATCH', 'If-Match', () => 'W/"other"', PATCHED), 412, 200],
  'etag-promised-not-sent': [
    async (client) => {
      const promised = at((await client.get('/ServiceProviderConfig')).body, 'etag', 'supported');
      return [promised, (await client.get(`/Users/${await client.user('e@example.com')}`)).headers['etag'] !== undefined];
    },
    [true, true],
    [true, false],
  ],
  'if-none-match-ignored': [withVersion('GET', 'If-None-Match', (etag) => etag), 304, 200],
  'if-match-never-matches': [withVersion('PATCH', 'If-Match', (etag) => etag, PATCHED), 200, 412],
  'meta-missing': [see.reading({}, 'meta'), 'an object', undefined],
  'dates-without-time': [
    async (client) => /T/.test(String(at((await client.get(`/Users/${await client.user('d@example.com')}`)).body, 'meta', 'created'))),
    true,
    false,
  ],
  'own-extension-wrapped': [
    async (client) => {
      const urn = 'urn:ietf:params:scim:schemas:extension:badge:2.0:User';
      return at((await client.post('/Users', person('x@example.com', { [urn]: { colour: 'red' } }))).body, urn, 'colour');
    },
    'red',
    { value: 'red' },
  ],
  'list-values-merged': [listed, ['red', 'green'], 'red,green'],
  'list-values-lost': [listed, ['red', 'green'], ['red']],
  'json-refused': [
    async (client) => (await client.send('POST', '/Users', person('j@example.com'), { 'Content-Type': 'application/json' })).status,
    201,
    415,
  ],
  'add-list-refused': [adding([{ type: 'other', value: 'o@example.com' }]), [200, 3], [400, 2]],
  'add-replaces-list': [adding([{ type: 'other', value: 'o@example.com' }]), [200, 3], [200, 1]],
  'error-detail-list': [async (client) => Array.isArray(at((await client.get('/Users/nobody')).body, 'detail')), false, true],
  'parallel-creates-fail': [together('parallel.a@example.com', 'parallel.b@example.com'), [201, 201], [201, 409]],
  'parallel-duplicates-accepted': [together('same@example.com', 'same@example.com'), [201, 409], [201, 201]],
  'removes-applied-last': [
    see.patching(
      [
        { op: 'remove', path: 'title' },
        { op: 'add', path: 'title', value: 'New' },
      ],
      ['title'],
      { title: 'Old' },
    ),
    [200, 'New'],
    [200, undefined],
  ],
  'create-again-accepted': [
    async (client) => {
      const body = { ...person('again@example.com'), externalId: 'again' };
      return [(await client.post('/Users', body)).status, (await client.post('/Users', body)).status];
    },
    [201, 409],
    [201, 201],
  ],
  'deleted-name-refused': [
    see.patching([{ op: 'Replace', path: 'userName', value: `${'0a'.repeat(16)}a@example.com` }], ['userName']),
    [200, `${'0a'.repeat(16)}a@example.com`],
    [400, 'patched@example.com'],
  ],
  'primary-address-refused': [
    statusOf('POST', '/Users', { ...person('home@example.com'), addresses: [{ primary: true, type: 'work', locality: 'L' }] }),
    201,
    400,
  ],
  'second-primary-refused': [see.secondPrimary, [200, false], [400, true]],
  'total-of-everything': [see.listing('?filter=userName%20eq%20%22nobody%22', (body) => Number(at(body, 'totalResults')) > 0), false, true],
  'phone-numbers-reformatted': [
    see.reading({ phoneNumbers: [{ type: 'work', value: '+44 20' }] }, 'phoneNumbers', 0, 'value'),
    '+44 20',
    '+4420',
  ],
  'names-not-supported': [see.reading({ name: { familyName: 'King' } }, 'name', 'familyName'), 'King', undefined],
  'one-name-for-two-attributes': [
    see.patching([{ op: 'Replace', path: 'name.formatted', value: 'Ada King' }], ['displayName']),
    [200, 'Person patched@example.com'],
    [200, 'Ada King'],
  ],
  'extensions-not-named': [see.reading({ [ENTERPRISE]: { department: 'D' } }, 'schemas', 1), ENTERPRISE, undefined],
  'location-of-others': [see.reading({}, 'meta', 'location'), expect.stringMatching(/Users\/.+/), expect.stringMatching(/Users$/)],
};
