import { expect, it } from 'vitest';
import { noteDeleted } from '../../../src/engine/outcome/deletion-outcome.js';
import { OwnedResource } from '../../../src/engine/state/owned-resource.js';
import { OwnedResources } from '../../../src/engine/state/owned-resources.js';
import { twinOfCreation } from '../../../src/engine/state/twin.js';
import type { JsonObject } from '../../../src/scim/json.js';

it('whoever is deleted is in no group any more', () => {
  const resources = new OwnedResources();
  const own = (type: 'User' | 'Group', id: string, body: JsonObject): OwnedResource => {
    const resource = new OwnedResource({ key: id, type, id, entry: 1, twin: twinOfCreation(body, id) });
    resources.add(resource);
    return resource;
  };
  const ada = own('User', 'u1', {});
  const groups = ['g1', 'g2'].map((id) => own('Group', id, { members: [{ value: 'u1' }, { value: id }] }));
  noteDeleted({ resources }, ada);
  expect(ada.deleted).toBe(true);
  expect(groups.map(({ twin }) => twin.resource['members'])).toEqual([[{ value: 'g1' }], [{ value: 'g2' }]]);
});
