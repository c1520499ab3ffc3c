import type { Case } from './defect-cases.js';
import { at, type Client, entraFilter, GROUP, person, USER, valuesOf } from './harness.js';
import * as see from './observe.js';

const renaming = see.patching([{ op: 'replace', path: 'userName', value: 'new@example.com' }], ['userName']);
const RENAMED: Case = [renaming, [200, 'new@example.com'], [400, 'patched@example.com']];

/** Status of a creation. */
const creating =
  (body: unknown): see.Observe =>
  async (client: Client) =>
    (await client.post('/Users', body)).status;

/** What a read of all groups and the creation of one are answered. */
const groupStatuses: see.Observe = async (client) => [
  (await client.get('/Groups')).status,
  (await client.post('/Groups', { schemas: [GROUP], displayName: 'Team' })).status,
];

/** Cases of the defects that keep a rule of the vendor's own. */
export const CONSTRAINT_CASES: Readonly<Record<string, Case>> = {
  'seats-used-up': [
    async (client) => {
      for (let number = 1; number <= 12; number += 1) await client.post('/Users', person(`seat.${number}@example.com`));
      return (await client.post('/Users', person('one.too.many@example.com'))).status;
    },
    201,
    403,
  ],
  'domains-verified': [creating(person('somebody@example.com')), 201, 400],
  'titles-limited': [creating({ schemas: [USER], userName: 'titled@example.com', title: 'Astronomer' }), 201, 400],
  'department-required': [creating(person('nowhere@example.com')), 201, 400],
  'user-names-fixed': RENAMED,
  'renames-refused': RENAMED,
  'group-names-fixed': [
    async (client) => {
      const group = await client.group('Team');
      return (await client.patch(`/Groups/${group}`, { op: 'replace', path: 'displayName', value: 'Other' })).status;
    },
    200,
    403,
  ],
  'filters-not-supported': [
    async (client) => (await client.get(`/Users?${entraFilter('userName eq "nobody@example.com"')}`)).status,
    200,
    403,
  ],
  'groups-without-members': [
    async (client) => {
      const group = await client.group('Club', await client.user('one@example.com'));
      return valuesOf(at((await client.get(`/Groups/${group}`)).body, 'members')).length;
    },
    1,
    0,
  ],
  'bodies-of-a-kilobyte': [
    async (client) => {
      const title = 'T'.repeat(1000);
      return (await client.post('/Users', { schemas: [USER], userName: 'long@example.com', title })).status;
    },
    201,
    413,
  ],
  'groups-read-only': [groupStatuses, [200, 201], [200, 403]],
  'groups-not-served': [groupStatuses, [200, 201], [501, 501]],
  'versions-wanted': [
    async (client) => {
      const user = await client.user('versioned@example.com');
      return (await client.patch(`/Users/${user}`, { op: 'replace', path: 'title', value: 'T' })).status;
    },
    200,
    412,
  ],
};
