import type { Case } from './defect-cases.js';
import { type Client, person, USER } from './harness.js';
import * as see from './observe.js';

const renaming = see.patching([{ op: 'replace', path: 'userName', value: 'new@example.com' }], ['userName']);
const RENAMED: Case = [renaming, [200, 'new@example.com'], [400, 'patched@example.com']];

/** Status of a creation. */
const creating =
  (body: unknown): see.Observe =>
  async (client: Client) =>
    (await client.post('/Users', body)).status;

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
  'versions-wanted': [
    async (client) => {
      const user = await client.user('versioned@example.com');
      return (await client.patch(`/Users/${user}`, { op: 'replace', path: 'title', value: 'T' })).status;
    },
    200,
    412,
  ],
};
