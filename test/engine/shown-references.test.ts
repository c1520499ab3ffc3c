import { expect, it } from 'vitest';
import { referenceDifference } from '../../src/engine/run/shown-references.js';
import { OwnedResource } from '../../src/engine/state/owned-resource.js';
import { twinOfCreation } from '../../src/engine/state/twin.js';
import type { JsonObject } from '../../src/scim/json.js';
import type { ResourceType } from '../../src/scim/message.js';
import { ENTERPRISE_USER_URN } from '../../src/scim/urn.js';

const owned = (id: string, type: ResourceType, body: JsonObject): [string, OwnedResource] => [
  id,
  new OwnedResource({ key: id, type, id, entry: 1, twin: twinOfCreation(body, id) }),
];
const LIVING = new Map([
  owned('1', 'User', { userName: 'ada@example.com' }),
  owned('21', 'User', { userName: 'grace@example.com' }),
  owned('g1', 'Group', { displayName: 'Team' }),
]);
const member = (element: JsonObject): JsonObject => ({ members: [element] });
const manager = (element: JsonObject): JsonObject => ({ [ENTERPRISE_USER_URN]: { manager: element } });

it.each([
  ['a member with the type of the other collection', member({ value: '1', type: 'Group' }), 'members.type'],
  ['a group with the type of a user', member({ value: 'g1', type: 'user' }), 'members.type'],
  ['the reference of the other collection', member({ value: '1', $ref: 'https://a.test/scim/Groups/1' }), 'members.$ref'],
  ['the reference of somebody whose id ends alike', member({ value: '1', $ref: '../Users/21' }), 'members.$ref'],
  ['a reference that ends with no id', member({ value: '1', $ref: 'https://a.test/scim/Users/undefined' }), 'members.$ref'],
  ['the reference of a group among those of a user', { groups: [{ value: 'g1', $ref: '/Users/g1' }] }, 'groups.$ref'],
  [
    'a reference that ends with no id, on the host that the target calls its own',
    { ...member({ value: '1', $ref: 'http://inside.test:8080/Users/null' }), meta: { location: 'http://inside.test:8080/Groups/g1' } },
    'members.$ref',
  ],
  ['a manager whose reference leads to somebody else', manager({ value: '1', $ref: '/Users/21' }), 'manager.$ref'],
])('%s is told', (_what, seen, path) => {
  expect(referenceDifference(seen, LIVING, 'a.test')?.path).toBe(path);
});

it.each([
  ['nothing but the value', member({ value: '1' })],
  ['null and an empty reference', member({ value: '1', $ref: '', type: null })],
  ['a relative reference', member({ value: '1', $ref: '../Users/1', type: 'user' })],
  ['a reference on another host, with a query', member({ value: '1', $ref: 'https://b.test/Users/1?v=2' })],
  ['a reference into another system', member({ value: '1', $ref: 'https://people.b.test/v2/Users/4711', type: 'User' })],
  ['a reference into a directory', manager({ value: '1', $ref: 'ldap://directory.b.test/uid=ada,dc=b' })],
  ['a group of another system', { groups: [{ value: 'g1', $ref: 'https://b.test:8443/v2/Groups/21' }] }],
  ['a reference by the userName', member({ value: '1', $ref: '/Users/ada%40example.com' })],
  ['a label of the target itself', member({ value: '1', type: 'direct' })],
  ['how a user is in a group', { groups: [{ value: 'g1', $ref: '/Groups/g1', type: 'Group' }] }],
  ['a member of whom the run knows nothing', member({ value: '7', $ref: '/Groups/8', type: 'Group' })],
  ['a manager as text', { [ENTERPRISE_USER_URN]: { manager: '1' } }],
])('%s is no difference', (_what, seen) => {
  expect(referenceDifference(seen, LIVING, 'a.test')).toBeUndefined();
});
