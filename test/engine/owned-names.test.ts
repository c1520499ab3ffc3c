import { describe, expect, it } from 'vitest';
import { compilePath } from '../../src/engine/state/compiled-path.js';
import { OwnedResource } from '../../src/engine/state/owned-resource.js';
import { OwnedResources } from '../../src/engine/state/owned-resources.js';
import { twinOfCreation } from '../../src/engine/state/twin.js';
import type { JsonObject } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

const owned = (type: 'User' | 'Group', id: string, body: JsonObject): OwnedResource =>
  new OwnedResource({ key: id, type, id, entry: 1, twin: twinOfCreation(body, id) });
const rules = (type: 'User' | 'Group', ...paths: string[]) => ({
  type,
  family: 'rfc' as const,
  schemas: STANDARD_SCHEMAS,
  paths: paths.map((path) => compilePath(STANDARD_SCHEMAS, type, path)),
  deletedIds: new Set<string>(),
});
const find = (value: string, attribute = 'userName'): ScimRequest => ({
  method: 'GET',
  target: '/Users',
  headers: [],
  purpose: 'match',
  resourceType: 'User',
  filter: { attribute, value },
});
const create = (userName: string): ScimRequest => ({ ...find(''), method: 'POST', body: { userName } });

describe('the resources of a run', () => {
  it('are found by their name in any letter case, as it is now', () => {
    const resources = new OwnedResources();
    const ada = owned('User', 'u1', { userName: 'Ada' });
    resources.add(ada);
    expect(resources.hits(find('aDA'))?.map(({ id }) => id)).toEqual(['u1']);
    ada.follow({ method: 'PUT', body: { userName: 'Grace' } }, rules('User', 'userName'));
    expect(resources.hits(find('ada'))).toEqual([]);
    expect(resources.hits(find('grace'))?.map(({ id }) => id)).toEqual(['u1']);
    expect(resources.hits(find('', 'title'))).toEqual([]);
  });

  it('are no hits once they are deleted, and leave their names to others', () => {
    const resources = new OwnedResources();
    const ada = owned('User', 'u1', { userName: 'ada' });
    resources.add(ada);
    expect(resources.deletedNamesake(create('ADA'))).toBeUndefined();
    ada.markDeleted();
    expect([resources.hits(find('ada')), [...resources.deletedIds]]).toEqual([[], ['u1']]);
    expect(resources.deletedNamesake(create('ADA'))).toMatchObject({ userName: 'ada' });
    resources.add(owned('User', 'u2', { userName: 'ada' }));
    expect(resources.deletedNamesake(create('ADA'))).toBeUndefined();
  });

  it('may be written to by their ids alone', () => {
    const resources = new OwnedResources();
    resources.add(owned('Group', 'g1', {}));
    expect([resources.owns('Group', 'g1'), resources.owns('User', 'g1'), resources.owns('Group', 'G1')]).toEqual([true, false, false]);
  });
});

describe('what is unreliable', () => {
  const cause = { id: 7, candidates: ['SC2100'] } as const;

  it('is told with its cause, in any letter case', () => {
    const ada = owned('User', 'u1', {});
    ada.markUnreliable('Title', cause);
    ada.markUnreliable('nickName');
    expect(ada.reliabilityOf(['TITLE', 'nickname', 'x'])).toEqual({ unreliable: true, causes: [cause] });
    expect(ada.reliabilityOf(['x'])).toEqual({ unreliable: false, causes: [] });
  });

  it('can be taken back', () => {
    const ada = owned('User', 'u1', {});
    ada.markUnreliable('title', cause);
    const earlier = ada.unreliable();
    ada.markUnreliable('active', cause);
    ada.restoreUnreliable(earlier);
    expect([...ada.unreliablePaths]).toEqual(['title']);
  });
});
