import type { Case } from './defect-cases.js';
import { at, type Client, GROUP, person, valuesOf } from './harness.js';
import type { Observe } from './observe.js';

const BULK_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const make = (userName: string) => ({ method: 'POST', path: '/Users', bulkId: userName, data: person(`${userName}@example.com`) });
const MISTAKE = { method: 'POST', path: '/Users', bulkId: 'wrong', data: { schemas: [] } };
const TEAM = {
  method: 'POST',
  path: '/Groups',
  bulkId: 'team',
  data: { schemas: [GROUP], displayName: 'Team', members: [{ value: 'bulkId:a' }] },
};

/** What a bulk request is answered with. */
const bulk = async (client: Client, operations: unknown[], more: Record<string, unknown> = {}) =>
  await client.post('/Bulk', { schemas: [BULK_REQUEST], Operations: operations, ...more });

/** One member of each result. */
const results =
  (member: string, operations: unknown[], more: Record<string, unknown> = {}): Observe =>
  async (client) => {
    const found = at((await bulk(client, operations, more)).body, 'Operations');
    return Array.isArray(found) ? found.map((each) => at(each, member)) : found;
  };
const told = async (client: Client) => {
  const found = at((await bulk(client, [MISTAKE])).body, 'Operations', 0, 'response', 'status');
  return found;
};
const membersMade: Observe = async (client) => {
  await bulk(client, [make('a'), TEAM]);
  return valuesOf(at((await client.get('/Groups?filter=displayName%20eq%20%22Team%22')).body, 'Resources', 0, 'members')).length;
};

/** The first letters of the titles in a sorted list; a dash where there is none. */
export const sorted =
  (query: string): Observe =>
  async (client) => {
    await client.user('b@example.com', { title: 'beta' });
    await client.user('a@example.com', { title: 'Alpha' });
    await client.user('C@example.com', { title: 'Gamma' });
    await client.user('d@example.com');
    const found = at((await client.get(`/Users?${query}&filter=name.familyName%20eq%20%22Family%22`)).body, 'Resources');
    const titles = Array.isArray(found) ? found.map((each) => at(each, 'title')) : [];
    return titles.map((title) => (typeof title === 'string' ? title.charAt(0) : '-')).join('');
  };

/** Cases of the defects that concern bulk requests and sorting. */
export const BULK_AND_SORT_CASES: Readonly<Record<string, Case>> = {
  'bulk-always-200': [results('status', [make('a')]), ['201'], ['200']],
  'bulk-errors-untold': [told, '400', undefined],
  'bulk-fail-on-errors-ignored': [results('status', [MISTAKE, make('a')], { failOnErrors: 1 }), ['400'], ['400', '201']],
  'bulk-promised-404': [async (client) => (await bulk(client, [make('a')])).status, 200, 404],
  'bulk-patch-references-refused': [
    async (client) => {
      const id = await client.group('Crew');
      const change = { Operations: [{ op: 'add', path: 'members', value: [{ value: 'bulkId:a' }] }] };
      return at(
        (await bulk(client, [make('a'), { method: 'PATCH', path: `/Groups/${id}`, data: change }])).body,
        'Operations',
        1,
        'status',
      );
    },
    '200',
    '400',
  ],
  'bulk-references-dropped': [membersMade, 1, 0],
  'bulk-stops-at-first-error': [results('status', [MISTAKE, make('a')]), ['400', '201'], ['400']],
  'bulk-without-bulk-id': [results('bulkId', [make('a')]), ['a'], [undefined]],
  'bulk-without-limit': [
    async (client) =>
      (
        await bulk(
          client,
          Array.from({ length: 21 }, (_, index) => make(`n${index}`)),
        )
      ).status,
    413,
    200,
  ],
  'bulk-without-location': [
    async (client) => at((await bulk(client, [make('a')])).body, 'Operations', 0, 'location') === undefined,
    false,
    true,
  ],
  'sort-by-letter-case': [sorted('sortBy=userName'), 'AbG-', 'GAb-'],
  'sort-no-value-first': [sorted('sortBy=title'), 'AbG-', '-AbG'],
  'sort-order-ignored': [sorted('sortBy=title&sortOrder=descending'), '-GbA', 'AbG-'],
  'sort-promised-ignored': [sorted('sortBy=title'), 'AbG-', 'bAG-'],
};

/** The order of the results of a bulk request. */
export const bulkOrder = results('bulkId', [make('a'), make('b')]);
/** The status of a bulk request. */
export const bulkStatus: Observe = async (client) => (await bulk(client, [make('a')])).status;
/** The status of each result of a bulk request. */
export const bulkStatuses = results('status', [make('a')]);
