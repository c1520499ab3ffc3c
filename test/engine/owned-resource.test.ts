import { describe, expect, it } from 'vitest';
import { OwnedResource } from '../../src/engine/state/owned-resource.js';
import { OwnedResources } from '../../src/engine/state/owned-resources.js';
import type { JsonObject } from '../../src/scim/json.js';

function owned(resource: JsonObject, id = 'g1'): OwnedResource {
  const twin = { resource, cleared: new Set<string>(), clearedOrKept: new Set<string>() };
  return new OwnedResource({ key: 'team', type: 'Group', id, entry: 1, twin });
}

describe('a group that this run created', () => {
  it('has no member any more when its last one is deleted: a server that still shows one is told so', () => {
    const group = owned({ displayName: 'Team', members: [{ value: 'u1' }] });
    group.loseMember('u1');
    expect(group.twin.resource['members']).toEqual([]);
    expect([...group.twin.cleared]).toEqual(['members']);
  });

  it('keeps its other members', () => {
    const group = owned({ members: [{ value: 'u1' }, { value: 'u2' }] });
    group.loseMember('u1');
    expect(group.twin.resource['members']).toEqual([{ value: 'u2' }]);
  });

  it('does not change for somebody who is not in it', () => {
    for (const resource of [{ members: [{ value: 'u2' }] }, { displayName: 'Team' }]) {
      const group = owned(resource);
      const { twin } = group;
      group.loseMember('u1');
      expect(group.twin).toBe(twin);
    }
  });
});

describe('the resources of a run', () => {
  it('are strangers when they were met before the moment of a creation, and not when they were met after it', () => {
    const resources = new OwnedResources();
    resources.noteStrangers('User', [{ id: 'early' }]);
    const moment = resources.moment();
    resources.noteStrangers('User', [{ id: 'late' }, { id: 'early' }]);
    expect(['early', 'late', 'never'].map((id) => resources.isStranger('User', id, moment))).toEqual([true, false, false]);
    expect(resources.isStranger('Group', 'early', moment)).toBe(false);
  });

  it('are never strangers', () => {
    const resources = new OwnedResources();
    resources.add(owned({}, 'g1'));
    resources.noteStrangers('Group', [{ id: 'g1' }]);
    expect(resources.isStranger('Group', 'g1', resources.moment())).toBe(false);
  });
});
