import type { JsonObject } from '../../src/scim/json.js';
import type { Case } from './defect-cases.js';
import { at, type Client, ENTERPRISE, GROUP, idOf, person, TOKEN, USER, valuesOf } from './harness.js';
import * as see from './observe.js';

/** What a look-up by userName shows of a user, and what a read by the id shows. */
const bothPictures =
  (more: Record<string, unknown>, ...place: (string | number)[]): see.Observe =>
  async (client) => {
    const id = await client.user('Two@example.com', more);
    const listed = at((await client.get(`/Users?filter=${encodeURIComponent('userName eq "Two@example.com"')}`)).body, 'Resources', 0);
    return [at(listed, ...place), at((await client.get(`/Users/${id}`)).body, ...place)];
  };

/** What the answer to a write shows, and what a read shows after it. */
const answered =
  (write: (client: Client, id: string) => Promise<{ body: Parameters<typeof at>[0] }>, place: string): see.Observe =>
  async (client) => {
    const id = await client.user('answered@example.com', { title: 'Old' });
    const answer = await write(client, id);
    return [at(answer.body, place), at((await client.get(`/Users/${id}`)).body, place)];
  };

/** Of users with these names the first is looked up by its own: how many are found. */
const neighbours =
  (...names: string[]): see.Observe =>
  async (client) => {
    for (const name of names) await client.user(name);
    return await see.countOf(client, '/Users', `userName eq "${names[0]}"`);
  };

/** A group of this name is looked up by it. */
const named =
  (displayName: string): see.Observe =>
  async (client) => {
    await client.group(displayName);
    return await see.countOf(client, '/Groups', `displayName eq "${displayName}"`);
  };

/** How many are found by name before they are created, and afterwards, when a part is added to the URL. */
const askedBefore =
  (more: string): see.Observe =>
  async (client) => {
    const url = `/Users?filter=${encodeURIComponent('userName eq "asked@example.com"')}`;
    const before = at((await client.get(url)).body, 'totalResults');
    await client.user('asked@example.com');
    return [before, at((await client.get(`${url}${more}`)).body, 'totalResults')];
  };

/** A user is deleted and created again; the group is the one that had the deleted user. */
const createdAgain =
  (
    look: (client: Client, id: string, group: string, old: string) => Promise<unknown>,
    values: JsonObject = { title: 'New' },
  ): see.Observe =>
  async (client) => {
    const old = await client.user('back@example.com', { title: 'Old' });
    const group = await client.group('Team', old);
    await client.delete(`/Users/${old}`);
    return await look(client, await client.user('back@example.com', values), group, old);
  };

const membersOf = async (client: Client, group: string) => valuesOf(at((await client.get(`/Groups/${group}`)).body, 'members')).length;

/** `meta` before and after a change: is it the same? */
const metaMember =
  (name: string): see.Observe =>
  async (client) => {
    const id = await client.user('meta@example.com');
    const before = at((await client.get(`/Users/${id}`)).body, 'meta', name);
    client.clock.advance(1000);
    await client.patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'T' });
    return at((await client.get(`/Users/${id}`)).body, 'meta', name) === before;
  };

/** Total and number of what a page shows. */
const page =
  (path: string): see.Observe =>
  async (client) => {
    for (const name of ['one', 'two', 'three']) await client.group(name);
    const { status, body } = await client.get(path);
    const resources = at(body, 'Resources');
    return [status, at(body, 'totalResults'), Array.isArray(resources) ? resources.length : undefined];
  };
const FOUND = `/Users?filter=${encodeURIComponent('userName sw "sena" or userName sw "milo"')}`;

const stored =
  (value: string): see.Observe =>
  async (client) =>
    at((await client.get(`/Users/${await client.user('texts@example.com', { title: value })}`)).body, 'title');

const replaced = (...letters: ('a' | 'b' | 'c')[]) =>
  see.membership((ids) => [{ op: 'replace', path: 'members', value: letters.map((letter) => ({ value: ids[letter] })) }]);

/** Cases of the kinds that are tried as kinds: pictures, neighbours, what comes after a deletion, sets, repetition. */
export const KIND_CASES: Readonly<Record<string, Case>> = {
  'lists-without-extension': [bothPictures({ [ENTERPRISE]: { department: 'D' } }, ENTERPRISE, 'department'), ['D', 'D'], [undefined, 'D']],
  'lists-without-emails': [
    bothPictures({ emails: [{ value: 'm@example.com' }] }, 'emails', 0, 'value'),
    ['m@example.com', 'm@example.com'],
    [undefined, 'm@example.com'],
  ],
  'lists-in-lower-case': [bothPictures({}, 'userName'), ['Two@example.com', 'Two@example.com'], ['two@example.com', 'Two@example.com']],
  'lists-show-old-names': [
    async (client) => {
      const id = await client.user('old@example.com', { displayName: 'Old' });
      await client.patch(`/Users/${id}`, { op: 'replace', path: 'displayName', value: 'New' });
      const list = await client.get(`/Users?filter=${encodeURIComponent('userName eq "old@example.com"')}`);
      return [at(list.body, 'Resources', 0, 'displayName'), at((await client.get(`/Users/${id}`)).body, 'displayName')];
    },
    ['New', 'New'],
    ['Old', 'New'],
  ],
  'deleted-still-listed': [
    async (client) => {
      const id = await client.user('gone@example.com');
      await client.delete(`/Users/${id}`);
      const listed = at((await client.get('/Users')).body, 'Resources');
      return [Array.isArray(listed) && listed.some((each) => at(each, 'id') === id), (await client.get(`/Users/${id}`)).status];
    },
    [false, 404],
    [true, 404],
  ],
  'patch-answers-old-state': [
    answered((client, id) => client.patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'New' }), 'title'),
    ['New', 'New'],
    ['Old', 'New'],
  ],
  'put-answers-old-state': [
    answered((client, id) => client.put(`/Users/${id}`, person('answered@example.com', { title: 'New' })), 'title'),
    ['New', 'New'],
    ['Old', 'New'],
  ],
  'create-answers-other-name': [
    async (client) => {
      const answer = await client.post('/Users', person('new@example.com', { displayName: 'New' }));
      return [at(answer.body, 'displayName'), at((await client.get(`/Users/${idOf(answer)}`)).body, 'displayName')];
    },
    ['New', 'New'],
    ['new', 'New'],
  ],
  'created-moves': [metaMember('created'), true, false],
  'last-modified-stays': [metaMember('lastModified'), false, true],
  'version-stays': [metaMember('version'), false, true],
  'credential-repeated': [see.failing('/Users/x', (answer) => answer.text.includes(TOKEN)), false, true],
  'stack-traces-shown': [
    async (client) => String(at((await client.get('/Users/nobody')).body, 'detail')).includes('users.js:10'),
    false,
    true,
  ],

  'names-found-inside-others': [neighbours('ann@example.com', 'joann@example.com'), 1, 2],
  'names-found-by-beginning': [neighbours('ann', 'ann@example.com'), 1, 2],
  'names-found-by-pattern': [neighbours('a_n@example.com', 'ann@example.com'), 1, 2],
  'accents-passed-over': [neighbours('zoë@example.com', 'zoe@example.com'), 1, 2],
  'punctuation-passed-over': [neighbours('a.n@example.com', 'a-n@example.com'), 1, 2],
  'former-name-found': [
    async (client) => {
      const id = await client.user('maiden@example.com');
      await client.patch(`/Users/${id}`, { op: 'replace', path: 'userName', value: 'married@example.com' });
      return await see.countOf(client, '/Users', 'userName eq "maiden@example.com"');
    },
    0,
    1,
  ],
  'words-in-names-misread': [named('Sales and Marketing'), 1, 0],
  'brackets-in-names-refused': [named('Sales (EU)'), 1, 400],

  'recreated-inactive': [createdAgain(async (client, id) => at((await client.get(`/Users/${id}`)).body, 'active')), true, false],
  'recreated-with-old-title': [
    createdAgain(async (client, id) => at((await client.get(`/Users/${id}`)).body, 'title'), {}),
    undefined,
    'Old',
  ],
  'ids-from-names': [createdAgain(async (_client, id, _group, old) => id === old), false, true],
  'recreated-with-old-id': [createdAgain(async (_client, id, _group, old) => id === old), false, true],
  'recreated-in-old-groups': [createdAgain((client, _id, group) => membersOf(client, group)), 0, 1],
  'recreated-not-addable': [
    createdAgain(
      async (client, value, group) => (await client.patch(`/Groups/${group}`, { op: 'add', path: 'members', value: [{ value }] })).status,
    ),
    200,
    400,
  ],
  'recreated-with-old-members': [
    async (client) => {
      await client.delete(`/Groups/${await client.group('Former', await client.user('one@example.com'))}`);
      return await membersOf(client, await client.group('Former'));
    },
    0,
    1,
  ],

  'members-replaced-by-themselves-gone': [replaced('b', 'a'), '200 ab', '200 '],
  'members-overlap-500': [replaced('b', 'c'), '200 bc', '500 ab'],
  'members-overlap-lost': [replaced('b', 'c'), '200 bc', '200 c'],
  'members-emptying-refused': [replaced(), '200 ', '400 ab'],
  'remove-all-members-refused': [see.membership(() => [{ op: 'remove', path: 'members' }]), '200 ', '400 ab'],
  'one-of-two-removed': [
    see.membership(({ a, b }) => [{ op: 'remove', path: 'members', value: [{ value: a }, { value: b }] }]),
    '200 ',
    '200 b',
  ],
  'third-member-replaces': [see.added, '200 abc', '200 c'],
  'no-member-removed-500': [see.membership(({ c }) => [{ op: 'remove', path: `members[value eq "${c}"]` }]), '200 ab', '500 ab'],
  'no-member-left-500': [
    async (client) => {
      const id = await client.group('Team');
      return (await client.patch(`/Groups/${id}`, { op: 'remove', path: 'members', value: [{ value: 'nobody' }] })).status;
    },
    200,
    500,
  ],
  'no-member-removed-takes-another': [see.membership(({ c }) => [{ op: 'remove', path: `members[value eq "${c}"]` }]), '200 ab', '200 a'],
  'no-change-refused': [see.patching([{ op: 'replace', path: 'title', value: 'T' }], ['title'], { title: 'T' }), [200, 'T'], [400, 'T']],
  'put-no-change-refused': [see.membership(({ a, b }) => ({ put: group('Team', a, b) })), '200 ab', '409 ab'],
  'put-of-own-name-taken': [see.membership(({ a }) => ({ put: group('Team', a) })), '200 a', '409 ab'],
  'put-creates-groups': [async (client) => (await client.put('/Groups/nobody', group('New'))).status, 404, 201],
  'put-doubles-members': [
    async (client) => {
      const user = await client.user('one@example.com');
      const id = await client.group('Team', user);
      await client.put(`/Groups/${id}`, group('Team', user));
      return await membersOf(client, id);
    },
    1,
    2,
  ],
  'own-name-in-other-case-taken': [
    see.patching([{ op: 'replace', path: 'userName', value: 'Patched@example.com' }], ['userName']),
    [200, 'Patched@example.com'],
    [409, 'patched@example.com'],
  ],
  'member-twice-in-one-request-500': [
    see.membership(({ c }) => [{ op: 'add', path: 'members', value: [{ value: c }, { value: c }] }]),
    '200 abc',
    '500 ab',
  ],
  'inactive-not-changed': [
    see.patching([{ op: 'replace', path: 'title', value: 'New' }], ['title'], { title: 'Old', active: false }),
    [200, 'New'],
    [403, 'Old'],
  ],
  'inactive-changed-activates': [
    see.patching([{ op: 'replace', path: 'title', value: 'New' }], ['active'], { active: false }),
    [200, false],
    [200, true],
  ],

  'group-pages-ignored': [page('/Groups?startIndex=1&count=2'), [200, 4, 2], [200, 4, 4]],
  'group-total-is-page-size': [page('/Groups?startIndex=1&count=2'), [200, 4, 2], [200, 2, 2]],
  'filtered-total-is-page-size': [page(`${FOUND}&count=1`), [200, 2, 1], [200, 1, 1]],
  'filtered-pages-repeat': [page(`${FOUND}&startIndex=9`), [200, 2, 0], [200, 2, 2]],
  'negative-start-index-500': [page('/Groups?startIndex=-1'), [200, 4, 4], [500, undefined, undefined]],
  'group-count-negative-refused': [page('/Groups?count=-1'), [200, 4, 0], [400, undefined, undefined]],

  'location-inside': [
    async (client) =>
      String(at((await client.get(`/Users/${await client.user('where@example.com')}`)).body, 'meta', 'location')).includes('.internal'),
    false,
    true,
  ],
  'remove-part-500': [
    see.patching([{ op: 'remove', path: 'name.middleName' }], ['name', 'middleName'], { name: { familyName: 'F', middleName: 'M' } }),
    [200, undefined],
    [500, 'M'],
  ],
  'name-missing-500': [
    async (client) => {
      const id = idOf(await client.post('/Users', { schemas: [USER], userName: 'nameless' }));
      return (await client.patch(`/Users/${id}`, { op: 'add', path: 'name.givenName', value: 'G' })).status;
    },
    200,
    500,
  ],
  'nameless-put-500': [
    async (client) => {
      const id = idOf(await client.post('/Users', { schemas: [USER], userName: 'nameless' }));
      return (await client.put(`/Users/${id}`, { schemas: [USER], userName: 'nameless', title: 'T' })).status;
    },
    200,
    500,
  ],
  'extension-needs-urn': [
    see.patching([{ op: 'add', path: `${ENTERPRISE}:department`, value: 'D' }], [ENTERPRISE, 'department'], { schemas: [USER] }),
    [200, 'D'],
    [200, undefined],
  ],
  'given-name-required': [
    async (client) => (await client.post('/Users', person('mono', { name: { familyName: 'Mono' } }))).status,
    201,
    400,
  ],
  'leading-zeros-lost': [stored('0070123'), '0070123', '70123'],
  'latin-letters-only': [stored('Zoë 営業'), 'Zoë 営業', 'Zoë ??'],
  'markup-escaped': [stored('R&D'), 'R&D', 'R&amp;D'],
  'markup-removed': [stored('Sales <EU>'), 'Sales <EU>', 'Sales '],
  'look-ups-are-cached': [askedBefore(''), [0, 1], [0, 0]],
  'absence-is-cached': [askedBefore('&count=9'), [0, 1], [0, 0]],
  'blanks-trimmed': [stored(' Team  Lead '), ' Team  Lead ', 'Team Lead'],
  'texts-cut-at-255': [stored('x'.repeat(256)), 'x'.repeat(256), 'x'.repeat(255)],
  'texts-cut-at-forty': [stored('x'.repeat(50)), 'x'.repeat(50), 'x'.repeat(40)],
};

function group(displayName: string, ...members: string[]) {
  return { schemas: [GROUP], displayName, members: members.map((value) => ({ value })) };
}
