import { describe, expect, it } from 'vitest';
import type { ExpectedResource, Observation } from '../../../src/check/context.js';
import { lateRead, shownBy, showsHitsAlone } from '../../../src/engine/compare/late-read.js';
import { OwnedResource } from '../../../src/engine/state/owned-resource.js';
import { OwnedResources } from '../../../src/engine/state/owned-resources.js';
import { twinOfCreation } from '../../../src/engine/state/twin.js';
import type { JsonObject } from '../../../src/scim/json.js';
import { STANDARD_SCHEMAS } from '../../../src/scim/schema-set.js';

function known(id: string, deleted = false, resource: JsonObject = { active: true }): ExpectedResource {
  return { key: id, type: 'User', id, resource, deleted, shown: true, renamed: false };
}

/** What is late in the answer to a read, in two words. */
function late(over: Partial<Observation>, status: number, body?: JsonObject, ...owned: string[]): string | undefined {
  const resources = new OwnedResources();
  for (const id of owned) resources.add(new OwnedResource({ key: id, type: 'User', id, entry: 1, twin: twinOfCreation({}, id) }));
  const found = lateRead(observation(over, status, body), resources);
  return found === undefined ? undefined : `${found.received}, not ${found.expected}`;
}

function observation({ request, ...over }: Partial<Observation>, status: number, body?: JsonObject): Observation {
  return {
    dialect: 'rfc',
    family: 'rfc',
    request: {
      method: 'GET',
      target: '/Users',
      headers: [],
      purpose: 'match',
      resourceType: 'User',
      filter: { attribute: 'userName', value: 'ada' },
      ...request,
    },
    response: { status, headers: [], text: '', milliseconds: 1, ...(body === undefined ? {} : { body }) },
    facts: { schemas: STANDARD_SCHEMAS },
    ...over,
  };
}

function list(total: number, ...resources: JsonObject[]): JsonObject {
  return { totalResults: total, Resources: resources };
}

const ONE = 'u1';
const READ = { request: { method: 'GET', target: '/Users/u1', headers: [], purpose: 'verify', resourceType: 'User', id: ONE } } as const;

describe('a read by the id is an old state', () => {
  it('where somebody is not there yet, or still there', () => {
    expect(late({ ...READ, addressed: known(ONE) }, 404)).toBe('404, not the resource');
    expect(late({ ...READ, addressed: known(ONE, true) }, 200)).toBe('200 with the resource, not 404 after the deletion');
  });

  it('not where it is right, an error, wanted, or about somebody else', () => {
    expect(late({ ...READ, addressed: known(ONE) }, 200)).toBeUndefined();
    expect(late({ ...READ, addressed: known(ONE, true) }, 404)).toBeUndefined();
    expect(late({ ...READ, addressed: known(ONE) }, 500)).toBeUndefined();
    expect(late({ ...READ, addressed: known(ONE, true) }, 500)).toBeUndefined();
    expect(late({ ...READ, addressed: known(ONE), wanted: [404] }, 404)).toBeUndefined();
    expect(late(READ, 404)).toBeUndefined();
    expect(late({ request: { ...READ.request, method: 'PATCH' }, addressed: known(ONE) }, 404)).toBeUndefined();
  });
});

describe('a search is an old state', () => {
  const hits = [known(ONE)];

  it.each<[string, Partial<Observation>, JsonObject, string[], string | undefined]>([
    ['where it lacks somebody', { hits }, list(0), [], 'no resource, not 1 resource of this run with "ada"'],
    ['where it shows a stranger in their place', { hits }, list(1, { id: 'x' }), [], 'no resource, not 1 resource of this run with "ada"'],
    [
      'where it shows one too many',
      { hits },
      list(2, { id: ONE }, { id: 'u2' }),
      ['u2'],
      '2 resources, not 1 resource of this run with "ada"',
    ],
    ['where it shows an old activity', { hits }, list(1, { id: ONE, active: false }), [], '"active": false, not "active": true'],
    ['not where it is right', { hits }, list(1, { id: ONE, active: true }), [ONE], undefined],
    ['not where it shows a stranger besides', { hits }, list(2, { id: ONE }, { id: 'x' }), [ONE], undefined],
    ['not where the rest may be on another page', { hits }, list(9, { id: 'x' }), [], undefined],
    ['not where the activity is no boolean', { hits }, list(1, { id: ONE, active: 'false' }), [], undefined],
    ['not where nobody knows what it must find', {}, list(0), [], undefined],
  ])('%s', (_what, over, body, owned, found) => {
    expect(late(over, 200, body, ...owned)).toBe(found);
  });

  it('not where it was refused, or its answer is no list', () => {
    expect(late({ hits }, 400, list(0))).toBeUndefined();
    expect(late({ hits }, 200)).toBeUndefined();
  });
});

it('what a search has shown of the own resources is told, and whether it has shown nothing else', () => {
  const hits = [known(ONE), known('u2')];
  const answered = (status: number, ...ids: string[]) => observation({ hits }, status, list(ids.length, ...ids.map((id) => ({ id }))));
  expect(shownBy(answered(200, ONE, 'x'))).toEqual([hits[0]?.resource]);
  expect(shownBy(answered(500, ONE))).toEqual([]);
  const alone = [
    answered(200, 'u2', ONE),
    answered(200, ONE),
    answered(200, ONE, 'x'),
    answered(200, ONE, 'u2', 'x'),
    answered(500, ONE, 'u2'),
  ];
  expect(alone.map(showsHitsAlone)).toEqual([true, false, false, false, false]);
});
