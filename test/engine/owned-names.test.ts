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

const cause = { id: 7, candidates: ['SC2100'] } as const;

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
    expect(resources.deletedNamesake({ ...create('ada'), method: 'PUT' })).toBeUndefined();
    expect(resources.deletedNamesake({ ...create('ada'), body: 'ada' })).toBeUndefined();
    expect(resources.deletedNamesake(create('nobody'))).toBeUndefined();
    resources.add(owned('User', 'u2', { userName: 'ada' }));
    expect(resources.deletedNamesake(create('ADA'))).toBeUndefined();
  });

  it('leave a name vacant when they take another or are deleted, until somebody has it again', () => {
    const resources = new OwnedResources();
    const ada = owned('User', 'u1', { userName: 'ada' });
    resources.add(ada);
    const vacant = (): boolean[] => ['ADA', 'grace', 'never'].map((name) => resources.isVacated('User', name));
    expect(vacant()).toEqual([false, false, false]);
    ada.follow({ method: 'PUT', body: { userName: 'grace' } }, rules('User', 'userName'));
    expect(vacant()).toEqual([true, false, false]);
    ada.markDeleted();
    expect(vacant()).toEqual([true, true, false]);
    resources.add(owned('User', 'u2', { userName: 'ada' }));
    expect(vacant()).toEqual([false, true, false]);
    expect(resources.isVacated('Group', 'grace')).toBe(false);
  });

  it('are found by other attributes, but for those that are gone or of which nothing is known', () => {
    const resources = new OwnedResources();
    const [ada, eva] = [owned('User', 'u1', { title: 'Boss' }), owned('User', 'u2', { title: 'BOSS' })];
    for (const each of [ada, eva, owned('Group', 'g1', { title: 'Boss' }), owned('User', 'u3', { title: 'Chef' })]) resources.add(each);
    const found = () => resources.hits(find('boss', 'title'))?.map(({ id }) => id);
    expect(found()).toEqual(['u1', 'u2']);
    eva.markUnknown();
    expect(found()).toEqual(['u1']);
    ada.markShown();
    ada.markMissing();
    expect(found()).toEqual([]);
    expect(resources.hits({ method: 'GET', target: '/Users', headers: [], purpose: 'list', resourceType: 'User' })).toBeUndefined();
  });

  it('are not written to any more, and are no namesakes, once they are given up or their id leads to another', () => {
    const resources = new OwnedResources();
    const [ada, eva] = [owned('User', 'u1', { userName: 'ada' }), owned('User', 'u2', { userName: 'eva' })];
    for (const each of [ada, eva]) resources.add(each);
    resources.disown(ada);
    resources.giveAway(eva, cause);
    expect([resources.owns('User', 'u1'), resources.owns('User', 'u2'), resources.all()]).toEqual([false, false, []]);
    expect([resources.hits(find('ada')), resources.hits(find('eva'))]).toEqual([[], []]);
    expect(['u1', 'u2', undefined].map((id) => resources.givenAway('User', id))).toEqual([undefined, { cause }, undefined]);
    expect(resources.givenAway('Group', 'u2')).toBeUndefined();
    ada.expect(twinOfCreation({ userName: 'eva' }, 'u1'));
    expect(resources.hits(find('eva'))).toEqual([]);
  });

  it('may not be written to before they have been shown to be the own', () => {
    const resources = new OwnedResources();
    const twin = twinOfCreation({}, 'u1');
    const ada = new OwnedResource({ key: 'ada', type: 'User', id: 'u1', entry: 1, twin, proven: false });
    resources.add(ada);
    expect(resources.owns('User', 'u1')).toBe(false);
    ada.prove();
    expect(resources.owns('User', 'u1')).toBe(true);
  });

  it('may be written to by their ids alone', () => {
    const resources = new OwnedResources();
    resources.add(owned('Group', 'g1', {}));
    expect([resources.owns('Group', 'g1'), resources.owns('User', 'g1'), resources.owns('Group', 'G1')]).toEqual([true, false, false]);
  });
});

describe('what is unreliable', () => {
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
