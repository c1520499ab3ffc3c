import type { Case } from './defect-cases.js';
import { at, GROUP, idOf, person, USER, valuesOf } from './harness.js';
import * as see from './observe.js';

const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

const newUser =
  (body: Record<string, unknown>): see.Observe =>
  async (client) =>
    (await client.post('/Users', { schemas: [USER], ...body })).status;

/** Cases of defects that were read of in public reports of the year 2026. */
export const FIELD_CASES: Readonly<Record<string, Case>> = {
  'write-to-unknown-500': [
    async (client) => {
      const { status } = await client.send('PATCH', '/Users/nobody', { schemas: [PATCH], Operations: [] });
      return [status, (await client.get('/Users/nobody')).status];
    },
    [404, 404],
    [500, 404],
  ],
  'patch-unknown-204': [
    async (client) => (await client.send('PATCH', '/Users/nobody', { schemas: [PATCH], Operations: [] })).status,
    404,
    204,
  ],
  'read-lists': [
    async (client) => {
      const { body } = await client.get(`/Users/${await client.user('one@example.com')}`);
      return [at(body, 'userName'), at(body, 'Resources', 0, 'userName')];
    },
    ['one@example.com', undefined],
    [undefined, 'one@example.com'],
  ],
  'replace-without-value-refused': [see.patching([{ op: 'replace', path: 'title', value: 'T' }], ['title']), [200, 'T'], [400, undefined]],
  'required-removed': [see.patching([{ op: 'remove', path: 'userName' }], ['userName']), [400, 'patched@example.com'], [200, undefined]],
  'replace-members-adds': [see.membership(({ c }) => [{ op: 'replace', path: 'members', value: [{ value: c }] }]), '200 c', '200 abc'],
  'member-without-display-refused': [see.added, '200 abc', '400 ab'],
  'created-members-not-kept': [
    async (client) => {
      const user = await client.user('member@example.com');
      const answer = await client.post('/Groups', { schemas: [GROUP], displayName: 'Team', members: [{ value: user }] });
      const held = at((await client.get(`/Groups/${idOf(answer)}`)).body, 'members');
      return [valuesOf(at(answer.body, 'members')).length, valuesOf(held).length];
    },
    [1, 1],
    [1, 0],
  ],
  'group-names-narrow': [
    async (client) => (await client.post('/Groups', { schemas: [GROUP], displayName: 'R&D (Köln)' })).status,
    201,
    400,
  ],
  'deleted-group-name-stays-taken': [
    async (client) => {
      await client.send('DELETE', `/Groups/${await client.group('Former')}`);
      const found = await see.countOf(client, '/Groups', 'displayName eq "Former"');
      return [found, (await client.post('/Groups', { schemas: [GROUP], displayName: 'Former' })).status];
    },
    [0, 201],
    [0, 409],
  ],
  'apostrophe-500': [newUser({ userName: 'a@example.com', displayName: "Siobhan O'Brien" }), 201, 500],
  'emoji-refused': [newUser({ userName: 'a@example.com', displayName: 'Fuchs 🦊' }), 201, 400],
  'emoji-breaks-creates': [
    async (client) => {
      const before = await client.post('/Users', { userName: 'a@example.com', displayName: 'Fuchs 🦊' });
      return [before.status, (await client.post('/Users', { userName: 'b@example.com' })).status];
    },
    [201, 201],
    [201, 500],
  ],
  'user-names-narrow': [newUser({ userName: "o'neil@example.com" }), 201, 400],
  'external-id-required': [newUser({ userName: 'own@example.com' }), 201, 400],
  'family-name-required': [newUser({ userName: 'mono@example.com', externalId: 'm', name: { givenName: 'Mono' } }), 201, 400],
  'change-500-kept': [see.patching([{ op: 'replace', path: 'title', value: 'N' }], ['title'], { title: 'O' }), [200, 'N'], [500, 'N']],
  'create-500-kept': [
    async (client) => {
      const { status } = await client.post('/Users', person('kept@example.com'));
      return [status, await see.countOf(client, '/Users', 'userName eq "kept@example.com"')];
    },
    [201, 1],
    [500, 1],
  ],
  'apostrophe-breaks-lists': [
    async (client) => {
      const before = (await client.get('/Users?count=1')).status;
      await client.user("o'brien@example.com");
      return [before, (await client.get('/Users?count=1')).status];
    },
    [200, 200],
    [200, 500],
  ],
  'value-path-contains-empty': [
    async (client) => {
      await client.user('a@example.com', { emails: [{ type: 'work', value: 'a@elsewhere.example' }] });
      return see.countOf(client, '/Users', 'emails[value co "@elsewhere"]');
    },
    1,
    0,
  ],
};
