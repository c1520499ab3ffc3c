import { expect, test } from 'vitest';
import { VARIANTS } from '../../src/sample/variants/index.js';
import { at, type Client, ENTERPRISE, entraFilter, start, valuesOf } from './harness.js';
import { reportOfDeleted } from './neighbour-cases.js';
import { FURTHER_VARIANTS, type VariantCase, WITHOUT_CASE } from './variant-cases.js';

const list = async (client: Client, query = '') => (await client.get(`/Users${query}`)).body;

/** Per variant: what is asked, what the plain server shows, and what the variant shows. */
const CASES: Readonly<Record<string, VariantCase>> = {
  'patch-no-content': [
    async (client) => (await client.patch(`/Users/${await client.user('a')}`, { op: 'add', path: 'title', value: 'T' })).status,
    200,
    204,
  ],
  'numeric-ids': [async (client) => /^\d+$/.test(await client.user('a')), false, true],
  'awkward-ids': [(client) => client.user('a b+c@example.com').then((id) => id === 'a b+c@example.com'), false, true],
  'small-pages': [async (client) => at(await list(client, '?count=3'), 'itemsPerPage'), 3, 2],
  'empty-list-without-resources': [
    async (client) => at(await list(client, `?${entraFilter('userName eq "x"')}`), 'Resources'),
    [],
    undefined,
  ],
  'managers-go-when-deleted': [
    reportOfDeleted(async (client, report) => at((await client.get(`/Users/${report}`)).body, ENTERPRISE, 'manager') !== undefined),
    true,
    false,
  ],
  'no-etags': [async (client) => (await client.get(`/Users/${await client.user('a')}`)).headers['etag'], 'W/"1"', undefined],
  'charset-in-content-type': [
    async (client) => (await client.get('/Users')).headers['content-type'],
    'application/scim+json',
    'application/scim+json; charset=utf-8',
  ],
  'bare-members': [
    async (client) => at((await client.get('/Groups')).body, 'Resources', 0, 'members', 0, 'display'),
    'Sena Okafor',
    undefined,
  ],
  'newest-first': [
    async (client) => at(await list(client), 'Resources', 0, 'userName'),
    'sena.okafor@example.com',
    'ines.duarte@example.com',
  ],
  'extra-attributes': [async (client) => JSON.stringify(await list(client)).includes('"shard":7'), false, true],
  'empty-lists-shown': [async (client) => at(await list(client), 'Resources', 1, 'phoneNumbers'), undefined, []],
  'sometimes-throttled': [
    async (client) => {
      const seen = [];
      for (let turn = 0; turn < 40; turn += 1) seen.push((await client.get('/Users')).status);
      return seen.at(-1);
    },
    200,
    429,
  ],
};

const ALL: Readonly<Record<string, VariantCase>> = { ...CASES, ...FURTHER_VARIANTS };

test('every variant has a case or a reason, and no case is stale', () => {
  const names = VARIANTS.map((variant) => variant.name);
  expect([...Object.keys(ALL), ...Object.keys(WITHOUT_CASE)].sort()).toEqual(names.sort());
});

test.each(Object.entries(ALL))('%s does what it says', async (name, [observe, plain, unusual]) => {
  expect(await observe(await start())).toEqual(plain);
  expect(await observe(await start({ variants: [name] }))).toEqual(unusual);
});

/** Where a group's members are not to be seen in a plain GET, or there are no groups. */
const WITHOUT_MEMBERS = new Set([
  'members-on-request',
  'members-never-shown',
  'members-among-the-users-groups',
  'no-groups',
  'no-group-type',
]);
const FOR_ALL = VARIANTS.filter((variant) => variant.clients === undefined).map((variant) => variant.name);

test.each(FOR_ALL)('a client gets through its work under %s', async (name) => {
  const client = await start({ variants: [name] });
  const person = { displayName: 'Work', name: { familyName: 'Work' }, emails: [{ type: 'work', value: 'work@example.com' }] };
  const user = encodeURIComponent(await client.user('work+1@example.com', person));
  const grouped = !WITHOUT_MEMBERS.has(name);
  const group = grouped ? encodeURIComponent(await client.group('Work', decodeURIComponent(user))) : '';
  const found = await client.get(`/Users?${entraFilter('userName eq "WORK+1@example.com"')}`);
  expect(at(found.body, 'Resources', 0, 'id')).toBe(decodeURIComponent(user));
  expect((await client.patch(`/Users/${user}`, { op: 'Replace', path: 'active', value: 'False' })).status).toBeLessThan(300);
  expect(at((await client.get(`/Users/${user}`)).body, 'active')).toBe(false);
  if (grouped) {
    expect(valuesOf(at((await client.get(`/Groups/${group}`)).body, 'members'))).toEqual([decodeURIComponent(user)]);
    expect((await client.delete(`/Groups/${group}`)).status).toBe(204);
  }
  expect((await client.delete(`/Users/${user}`)).status).toBe(204);
  expect((await client.get(`/Users/${user}`)).status).toBe(404);
});
