import type { Case } from './defect-cases.js';
import { at, type Client, ENTERPRISE, GROUP, idOf, valuesOf } from './harness.js';
import * as see from './observe.js';

/** The ids of three people. */
const threeOf = (client: Client) => Promise.all(['a@example.com', 'b@example.com', 'c@example.com'].map((name) => client.user(name)));

/** What becomes of somebody who gets a manager that was created after them. */
const younger =
  (look: (client: Client, report: string, status: number, boss: string) => Promise<unknown>): see.Observe =>
  async (client) => {
    const [report, boss] = [await client.user('report@example.com'), await client.user('boss@example.com')];
    const { status } = await client.patch(`/Users/${report}`, { op: 'replace', path: `${ENTERPRISE}:manager`, value: { value: boss } });
    return await look(client, report, status, boss);
  };

/** How it is answered that a group is to be a member of a group, and how many members that one has then. */
const outerGroup: see.Observe = async (client) => {
  const [inner, outer] = [await client.group('Inner'), await client.group('Outer')];
  const { status } = await client.patch(`/Groups/${outer}`, { op: 'add', path: 'members', value: [{ value: inner, type: 'Group' }] });
  return [status, valuesOf(at((await client.get(`/Groups/${outer}`)).body, 'members')).length];
};

/** Cases of defects that show at an edge: of a count, of an order, of what a request brings or asks for. */
export const EDGE_CASES: Readonly<Record<string, Case>> = {
  'created-with-two': [
    async (client) => {
      const members = (await threeOf(client)).map((value) => ({ value }));
      const id = idOf(await client.post('/Groups', { schemas: [GROUP], displayName: 'Team', members }));
      return valuesOf(at((await client.get(`/Groups/${id}`)).body, 'members')).length;
    },
    3,
    2,
  ],
  'members-lost-with-name': [
    async (client) => {
      const [ann, bob] = await threeOf(client);
      const group = await client.group('Team', ann ?? '');
      const rename = { op: 'replace', path: 'displayName', value: 'Crew' };
      await client.patch(`/Groups/${group}`, rename, { op: 'add', path: 'members', value: [{ value: bob }] });
      const { body } = await client.get(`/Groups/${group}`);
      return [at(body, 'displayName'), valuesOf(at(body, 'members')).length];
    },
    ['Crew', 2],
    ['Crew', 1],
  ],
  'inner-groups-dropped': [outerGroup, [200, 1], [200, 0]],
  'inner-groups-500': [outerGroup, [200, 1], [500, 0]],
  'younger-manager-500': [younger(async (_client, _report, status) => status), 200, 500],
  'younger-manager-dropped': [
    younger(
      async (client, report, _status, boss) => at((await client.get(`/Users/${report}`)).body, ENTERPRISE, 'manager', 'value') === boss,
    ),
    true,
    false,
  ],
  'empty-body-500': [async (client) => (await client.send('POST', '/Users')).status, 400, 500],
  'at-least-as-more': [see.finding('a@example.com', 'userName ge "a@example.com" and userName le "a@example.com"'), 1, 0],
  'less-as-at-most': [see.finding('a@example.com', 'userName gt "a@example.com" and userName eq "a@example.com"'), 0, 1],
  'part-removes-element': [
    see.patching([{ op: 'remove', path: 'addresses[type eq "work"].locality' }], ['addresses', 0, 'country'], {
      addresses: [{ type: 'work', locality: 'Bern', country: 'CH' }],
    }),
    [200, 'CH'],
    [200, undefined],
  ],
  'parts-not-projected': [
    async (client) => {
      const id = await client.user('part@example.com', { name: { familyName: 'Part' } });
      return at((await client.get(`/Users/${id}?attributes=name.familyName`)).body, 'name', 'familyName');
    },
    'Part',
    undefined,
  ],
  'single-resource-type-404': [see.failing('/ResourceTypes/User', ({ status }) => status), 200, 404],
};
