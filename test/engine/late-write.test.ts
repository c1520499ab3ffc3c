import { expect, it } from 'vitest';
import type { Observation } from '../../src/check/context.js';
import { isLateWrite } from '../../src/engine/compare/late-write.js';
import { OwnedResource } from '../../src/engine/state/owned-resource.js';
import { OwnedResources } from '../../src/engine/state/owned-resources.js';
import { twinOfCreation } from '../../src/engine/state/twin.js';
import type { Json } from '../../src/scim/json.js';
import type { Method } from '../../src/scim/message.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

const resources = new OwnedResources();
const ann = new OwnedResource({ key: 'ann', type: 'User', id: 'u-1', entry: 1, twin: twinOfCreation({ userName: 'ann' }, 'u-1') });
const team = new OwnedResource({ key: 'team', type: 'Group', id: 'g-1', entry: 2, twin: twinOfCreation({ displayName: 'Team' }, 'g-1') });
for (const each of [ann, team]) resources.add(each);

function refused(method: Method, body: Json, status: number, text = '', wanted?: readonly number[]): Observation {
  const isNew = method === 'POST';
  const request = {
    method,
    target: isNew ? '/Groups' : '/Groups/g-1',
    headers: [],
    purpose: 'update',
    resourceType: 'Group',
    body,
  } as const;
  return {
    dialect: 'rfc',
    family: 'rfc',
    request: isNew ? request : { ...request, id: 'g-1' },
    response: { status, headers: [], text, body: null, milliseconds: 1 },
    facts: { host: 'example.com', schemas: STANDARD_SCHEMAS },
    ...(isNew ? {} : { addressed: team.expected }),
    ...(wanted === undefined ? {} : { wanted }),
  };
}

const adding = (value: string): Json => ({ Operations: [{ op: 'add', path: 'members', value: [{ value }] }] });
const renamed: Json = { Operations: [{ op: 'replace', path: 'displayName', value: 'Crew' }] };

it.each([
  ['the resource is said not to be there', refused('PATCH', renamed, 404), true],
  ['it is, where the scenario wants that', refused('PATCH', renamed, 404, '', [404]), false],
  ['a member of this run is said not to be there', refused('PATCH', adding('u-1'), 400, 'No such user: u-1'), true],
  [
    'a member of a new group is',
    refused('POST', { displayName: 'New', members: [{ value: 'u-1' }] }, 422, 'Member u-1 does not exist'),
    true,
  ],
  ['a member is refused for another reason', refused('PATCH', adding('u-1'), 400, 'Groups have no members here.'), false],
  ['somebody else is said not to be there', refused('PATCH', adding('u-2'), 400, 'No such user: u-2'), false],
  ['the resource is being changed', refused('PATCH', renamed, 409, 'Concurrent modification'), true],
  ['it is locked', refused('PUT', { displayName: 'Crew' }, 423), true],
  ['a name is taken', refused('PATCH', renamed, 409, 'The name is already in use.'), false],
  ['a new group is in conflict', refused('POST', { displayName: 'Crew' }, 409, 'Conflict'), false],
  ['a server error', refused('PATCH', adding('u-1'), 500, 'not found'), false],
])('%s', (_what, observation, isLate) => {
  expect(isLateWrite(observation, resources)).toBe(isLate);
});
