import type { Case } from './defect-cases.js';
import { at, type Client, GROUP } from './harness.js';

/** A hundred and one users. */
const crowd = (client: Client): Promise<string[]> =>
  Promise.all(Array.from({ length: 101 }, (_, index) => client.user(`crowd-${index}@example.com`)));

/** Cases of defects that show where there are more than a hundred. */
export const SIZE_CASES: Readonly<Record<string, Case>> = {
  'members-cut-at-hundred': [
    async (client) => {
      const id = await client.group('Crowd', ...(await crowd(client)));
      return Object.keys(at((await client.get(`/Groups/${id}`)).body, 'members') ?? {}).length;
    },
    101,
    100,
  ],
  'put-cuts-members': [
    async (client) => {
      const members = (await crowd(client)).map((value) => ({ value }));
      const id = await client.group('Crowd');
      await client.put(`/Groups/${id}`, { schemas: [GROUP], displayName: 'Crowd', members });
      return Object.keys(at((await client.get(`/Groups/${id}`)).body, 'members') ?? {}).length;
    },
    101,
    50,
  ],
  'members-cut-at-twenty': [
    async (client) => {
      const id = await client.group('Crowd', ...(await crowd(client)));
      return Object.keys(at((await client.get(`/Groups/${id}`)).body, 'members') ?? {}).length;
    },
    101,
    20,
  ],
  'second-page-empty': [
    async (client) => {
      await crowd(client);
      return Object.keys(at((await client.get('/Users?startIndex=101&count=100')).body, 'Resources') ?? {}).length;
    },
    // The sample has people of its own.
    4,
    0,
  ],
  'hundredth-skipped': [
    async (client) => {
      await crowd(client);
      return Object.keys(at((await client.get('/Users?startIndex=101&count=100')).body, 'Resources') ?? {}).length;
    },
    4,
    3,
  ],
  'total-counts-deleted': [
    async (client) => {
      await client.delete(`/Users/${await client.user('deleted@example.com')}`);
      return at((await client.get('/Users')).body, 'totalResults');
    },
    3,
    4,
  ],
  'large-group-refused': [
    async (client) => {
      const members = (await crowd(client)).map((value) => ({ value }));
      return (await client.post('/Groups', { schemas: [GROUP], displayName: 'Crowd', members })).status;
    },
    201,
    500,
  ],
  'members-limited': [
    async (client) => {
      const members = (await crowd(client)).map((value) => ({ value }));
      return (await client.post('/Groups', { schemas: [GROUP], displayName: 'Crowd', members })).status;
    },
    201,
    413,
  ],
  'total-stops-at-hundred': [
    async (client) => {
      await crowd(client);
      return at((await client.get('/Users')).body, 'totalResults');
    },
    104,
    100,
  ],
  'second-page-repeats': [
    async (client) => {
      await crowd(client);
      const [first, second] = [await client.get('/Users?startIndex=1&count=100'), await client.get('/Users?startIndex=101&count=100')];
      return at(first.body, 'Resources', 0, 'id') === at(second.body, 'Resources', 0, 'id');
    },
    false,
    true,
  ],
};
