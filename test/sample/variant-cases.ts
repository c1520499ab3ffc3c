import { expect } from 'vitest';
import { bulkOrder, bulkStatus, bulkStatuses, sorted } from './bulk-cases.js';
import { at, type Client, ENTERPRISE, GROUP, idOf, person, USER, valuesOf } from './harness.js';
import type { Observe } from './observe.js';
import * as see from './observe.js';

/** What is asked, what the plain server shows, and what the variant shows. */
export type VariantCase = readonly [observe: Observe, plain: unknown, unusual: unknown];

/** A header of an answer to a GET. */
const header =
  (name: string, path = '/Users', sent: Record<string, string> = {}): Observe =>
  async (client) =>
    (await client.get(path, sent)).headers[name];
/** How many members a group of one shows in a GET with this query, and in how many groups its member is shown to be. */
const membership =
  (query = ''): Observe =>
  async (client) => {
    const user = await client.user('member@example.com');
    const group = await client.group('Team', user);
    const members = valuesOf(at((await client.get(`/Groups/${group}${query}`)).body, 'members')).length;
    return [members, valuesOf(at((await client.get(`/Users/${user}`)).body, 'groups')).length];
  };
const created = async (client: Client, more: Record<string, unknown> = {}) =>
  (await client.post('/Users', person('New@example.com', more))).body;
const errorHas =
  (member: string): Observe =>
  async (client) =>
    at((await client.get('/Users?filter=x')).body, member) !== undefined;

/** Cases of the variants that show in one or two exchanges of their own. */
export const FURTHER_VARIANTS: Readonly<Record<string, VariantCase>> = {
  'put-keeps-omitted': [see.putting(() => ({ schemas: [USER], userName: 'put@example.com' }), 'title'), [200, undefined], [200, 'T']],
  gzip: [header('content-encoding', '/Users', { 'Accept-Encoding': 'gzip' }), undefined, 'gzip'],
  chunked: [header('transfer-encoding'), undefined, 'chunked'],
  'no-enterprise-extension': [
    async (client) => at(await created(client, { [ENTERPRISE]: { department: 'D' } }), ENTERPRISE, 'department'),
    'D',
    undefined,
  ],
  'no-put': [see.putInactive, [200, false], [405, true]],
  'no-patch': [see.addTitle, [200, 'T'], [501, undefined]],
  'dates-without-fraction': [async (client) => /\.\d/.test(String(at(await created(client), 'meta', 'created'))), true, false],
  'dates-with-offset': [async (client) => String(at(await created(client), 'meta', 'created')).endsWith('+00:00'), false, true],
  'reversed-attributes': [async (client) => Object.keys((await created(client)) as object)[0], 'schemas', 'meta'],
  'reversed-members': [
    async (client) => {
      const [a, b] = [await client.user('a@example.com'), await client.user('b@example.com')];
      const group = await client.group('Team', a, b);
      return valuesOf(at((await client.get(`/Groups/${group}`)).body, 'members'))[0] === a;
    },
    true,
    false,
  ],
  'several-challenges': [
    async (client) => (await client.get('/Users', { Authorization: 'Bearer wrong' })).headers['www-authenticate']?.startsWith('Basic'),
    false,
    true,
  ],
  'extra-headers': [header('x-request-id'), undefined, 'a1b2c3'],
  'errors-without-detail': [errorHas('detail'), true, false],
  'errors-without-scim-type': [errorHas('scimType'), true, false],
  'nulls-for-nothing': [async (client) => at(await created(client), 'nickName'), undefined, null],
  'numbers-omitted': [see.listing('', (body) => at(body, 'itemsPerPage')), 5, undefined],
  'strong-etags': [async (client) => (await client.get(`/Users/${await client.user('e@example.com')}`)).headers['etag'], 'W/"1"', '"1"'],
  'slashes-in-ids': [async (client) => /[/%?#]/.test(await client.user('s@example.com')), false, true],
  'long-ids': [async (client) => (await client.user('l@example.com')).length, 36, 200],
  'no-search-by-post': [async (client) => (await client.post('/Users/.search', { filter: 'title pr' })).status, 200, 501],
  'user-names-in-lower-case': [async (client) => at(await created(client), 'userName'), 'New@example.com', 'new@example.com'],
  'defaults-filled-in': [async (client) => at(await created(client), 'profileUrl'), undefined, 'https://app.example.com/people'],
  'groups-not-shown': [membership(), [1, 1], [1, 0]],
  'media-type-in-capitals': [header('content-type'), 'application/scim+json', 'Application/SCIM+JSON'],
  'groups-described': [
    async (client) => {
      const id = idOf(await client.post('/Groups', { schemas: [GROUP], displayName: 'Sales', description: 'For all of sales' }));
      return at((await client.get(`/Groups/${id}`)).body, 'description');
    },
    undefined,
    'For all of sales',
  ],
  'further-resource-types': [async (client) => at((await client.get('/ResourceTypes')).body, 'totalResults'), 2, 3],
  entitlements: [async (client) => at((await client.get('/Entitlements?count=1&startIndex=1')).body, 'itemsPerPage'), undefined, 1],
  'connection-closed': [header('connection'), 'keep-alive', 'close'],
  'members-among-the-users-groups': [membership(), [1, 1], [0, 1]],
  'members-never-shown': [membership(), [1, 1], [0, 0]],
  'members-not-in-lists': [
    async (client) => {
      await client.group('Team', await client.user('m@example.com'));
      return JSON.stringify((await client.get('/Groups')).body).includes('"members"');
    },
    true,
    false,
  ],
  'attributes-on-request': [
    async (client) => at((await client.get(`/Users/${await client.user('q@example.com', { nickName: 'Q' })}`)).body, 'nickName'),
    'Q',
    undefined,
  ],
  'members-on-request': [membership(), [1, 1], [0, 1]],
  'defaults-when-removed': [async (client) => at(await created(client), 'locale'), undefined, 'en-US'],
  'formatted-names-made': [
    async (client) => at(await created(client, { name: { givenName: 'A', familyName: 'B', formatted: 'Dr A B' } }), 'name', 'formatted'),
    'Dr A B',
    'A B',
  ],
  'locations-by-name': [
    async (client) => {
      const location = String(at(await created(client), 'meta', 'location'));
      const path = location.slice(location.indexOf('/Users'));
      return [path.includes('New'), (await client.get(path)).status];
    },
    [false, 200],
    [true, 200],
  ],
  'no-group-type': [async (client) => (await client.get('/Groups')).status, 200, 404],
  'no-groups': [async (client) => (await client.get('/Groups')).status, 200, 404],
  'bulk-status-with-code': [bulkStatuses, ['201'], [{ code: '201' }]],
  'bulk-reordered': [bulkOrder, ['a', 'b'], ['b', 'a']],
  'no-bulk': [bulkStatus, 200, 501],
  'no-sort': [sorted('sortBy=title'), 'AbG-', 'bAG-'],
  'inactive-by-default': [see.putWithoutActive, [200, true], [200, false]],
  'discovery-filter-finds-nothing': [
    async (client) => {
      const answer = await client.get('/Schemas?filter=id%20eq%20%22x%22');
      return [answer.status, at(answer.body, 'totalResults')];
    },
    [403, undefined],
    [200, 0],
  ],
  'elements-described': [
    async (client) => at(await created(client, { phoneNumbers: [{ value: '1' }] }), 'phoneNumbers', 0, 'type'),
    undefined,
    'work',
  ],
  'first-is-primary': [
    async (client) => at(await created(client, { phoneNumbers: [{ value: '1', primary: false }] }), 'phoneNumbers', 0, 'primary'),
    false,
    true,
  ],
  'formatted-names-computed': [
    async (client) => {
      const id = await client.user('f@example.com', { name: { givenName: 'Ada', familyName: 'Old', formatted: 'Ada Old' } });
      return at((await client.patch(`/Users/${id}`, { op: 'replace', path: 'name.familyName', value: 'New' })).body, 'name', 'formatted');
    },
    'Ada Old',
    'Ada New',
  ],
  'values-in-capitals': [async (client) => at(await created(client, { title: 'Boss' }), 'title'), 'Boss', 'BOSS'],
  'phone-numbers-as-uris': [
    async (client) => at(await created(client, { phoneNumbers: [{ value: '+44 (0)20 79' }] }), 'phoneNumbers', 0, 'value'),
    '+44 (0)20 79',
    'tel:+44-20-79',
  ],
  'texts-decomposed': [async (client) => String(at(await created(client, { title: '\u00e9' }), 'title')).length, 1, 2],
  'filters-of-equality-only': [async (client) => (await client.get('/Users?filter=title%20pr')).status, 200, 400],
  'no-filters': [async (client) => at((await client.get('/ServiceProviderConfig')).body, 'filter', 'supported'), true, false],
  'few-attributes': [async (client) => at(await created(client, { title: 'Boss' }), 'title'), 'Boss', undefined],
  'names-in-capitals': [async (client) => at(await created(client), 'USERNAME'), undefined, 'New@example.com'],
  'versions-demanded': [see.addTitle, [200, 'T'], [428, undefined]],
  'ids-differ-in-case': [
    async (client) => (await client.user('i@example.com')).toLowerCase(),
    expect.not.stringContaining('resource'),
    'resourceidentifier',
  ],
  'inactive-not-listed': [see.inactive(async (client) => at((await client.get('/Users')).body, 'totalResults')), 4, 3],
  'null-lists': [see.listing('?count=0', (body) => at(body, 'Resources')), [], null],
  'external-ids-not-kept': [async (client) => at(await created(client, { externalId: 'x' }), 'externalId'), 'x', undefined],
  'defaults-in-place-of-blanks': [
    see.putting(() => ({ schemas: [USER], userName: 'put@example.com' }), 'userType'),
    [200, undefined],
    [200, 'Default'],
  ],
  'always-returned': [
    async (client) => at((await client.get(`/Users/${await client.user('a@example.com')}?attributes=id`)).body, 'displayName'),
    undefined,
    'Person a@example.com',
  ],
  'more-required': [async (client) => (await client.post('/Users', { schemas: [USER], userName: 'm@example.com' })).status, 201, 400],
  'more-unique': [
    async (client) => (await client.post('/Users', { schemas: [USER], userName: 'm@example.com', displayName: 'Sena Okafor' })).status,
    201,
    409,
  ],
  'hidden-values-not-filtered': [async (client) => (await client.get('/Users?filter=employeeNumber%20eq%20%227%22')).status, 200, 403],
  'filter-operators-declined': [async (client) => (await client.get('/Users?filter=title%20pr')).status, 200, 400],
};

/** Variants of which a client sees nothing, and why. */
export const WITHOUT_CASE: Readonly<Record<string, string>> = {
  'slow-answers': 'it differs in time alone, which no test of this project measures',
};
