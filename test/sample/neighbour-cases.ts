import { objectsIn } from '../../src/scim/json.js';
import type { Case } from './defect-cases.js';
import { at, type Client, ENTERPRISE, valuesOf } from './harness.js';
import type { Observe } from './observe.js';

const members = async (client: Client, group: string) => valuesOf(at((await client.get(`/Groups/${group}`)).body, 'members')).length;
const status = async (client: Client, path: string) => (await client.get(path)).status;

/** What a group with two members shows of them, beside their ids: the references without what stands before them, and the types. */
const shownMembers: Observe = async (client) => {
  const [first, second] = [await client.user('first@example.com'), await client.user('second@example.com')];
  const group = await client.group('Team', first, second);
  const shown = objectsIn(at((await client.get(`/Groups/${group}`)).body, 'members'));
  const named = (reference: unknown): string =>
    String(reference)
      .replace(/^.*(?=\/(Users|Groups)\/)/, '')
      .replace(first, 'FIRST')
      .replace(second, 'SECOND');
  return shown.map((each) => `${named(each['$ref'])} ${String(each['type'])}`);
};
const MEMBERS_AS_THEY_ARE = ['/Users/FIRST User', '/Users/SECOND User'];

/** Somebody's manager is deleted. */
export const reportOfDeleted =
  (look: (client: Client, report: string) => Promise<unknown>): Observe =>
  async (client) => {
    const boss = await client.user('boss@example.com');
    const report = await client.user('report@example.com', { [ENTERPRISE]: { manager: { value: boss } } });
    await client.delete(`/Users/${boss}`);
    return await look(client, report);
  };

/** Cases of the defects by which a write reaches others than the one that it addresses. */
export const NEIGHBOUR_CASES: Readonly<Record<string, Case>> = {
  'second-group-ends-first': [
    async (client) => {
      const user = await client.user('two@example.com');
      const [first, second] = [await client.group('First', user), await client.group('Second')];
      await client.patch(`/Groups/${second}`, { op: 'add', path: 'members', value: [{ value: user }] });
      return [await members(client, first), await members(client, second)];
    },
    [1, 1],
    [0, 1],
  ],
  'group-deletion-deletes-members': [
    async (client) => {
      const user = await client.user('member@example.com');
      await client.delete(`/Groups/${await client.group('Team', user)}`);
      return await status(client, `/Users/${user}`);
    },
    200,
    404,
  ],
  'emptied-group-deleted': [
    async (client) => {
      const group = await client.group('Team', await client.user('member@example.com'));
      await client.patch(`/Groups/${group}`, { op: 'replace', path: 'members', value: [] });
      return await status(client, `/Groups/${group}`);
    },
    200,
    404,
  ],
  'member-type-fixed': [shownMembers, MEMBERS_AS_THEY_ARE, ['/Groups/FIRST Group', '/Groups/SECOND Group']],
  'references-of-first': [shownMembers, MEMBERS_AS_THEY_ARE, ['/Users/FIRST User', '/Users/FIRST User']],
  'deleted-groups-still-shown': [
    async (client) => {
      const user = await client.user('member@example.com');
      await client.delete(`/Groups/${await client.group('Team', user)}`);
      return valuesOf(at((await client.get(`/Users/${user}`)).body, 'groups')).length;
    },
    0,
    1,
  ],
  'restore-ends-memberships': [
    async (client) => {
      const user = await client.user('member@example.com');
      const group = await client.group('Team', user);
      for (const value of [false, true]) await client.patch(`/Users/${user}`, { op: 'replace', path: 'active', value });
      return await members(client, group);
    },
    1,
    0,
  ],
  'reports-deleted-with-manager': [reportOfDeleted((client, report) => status(client, `/Users/${report}`)), 200, 404],
  'valid-token-refused-at-times': [
    async (client) => {
      const seen = [];
      for (let turn = 0; turn < 40; turn += 1) seen.push(await status(client, '/Users'));
      return seen.at(-1);
    },
    200,
    401,
  ],
  'server-errors-at-times': [
    async (client) => {
      const seen = [];
      for (let turn = 0; turn < 17; turn += 1) seen.push(await status(client, '/Users'));
      return Math.max(...seen);
    },
    200,
    500,
  ],
};
