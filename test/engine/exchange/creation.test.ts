import { describe, expect, it } from 'vitest';
import { isBulk, requestsIn } from '../../../src/engine/exchange/bulk-request.js';
import { creationOf, namesGivenBy } from '../../../src/engine/exchange/creation.js';
import type { Json, JsonObject } from '../../../src/scim/json.js';
import type { ScimRequest } from '../../../src/scim/message.js';

const MADE_UP = new Set(['nobody']);

function request(method: ScimRequest['method'], target: string, over: Partial<ScimRequest> = {}): ScimRequest {
  return { method, target, headers: [], purpose: 'raw', body: { userName: 'ada', displayName: 'Team', externalId: 'e' }, ...over };
}

describe('a creation is', () => {
  it.each<[string, ScimRequest, JsonObject | undefined]>([
    ['a POST of somebody', request('POST', '/Users'), { resourceType: 'User', name: 'ada', traces: ['e'] }],
    ['a POST of a group', request('POST', '/Groups?x=1'), { resourceType: 'Group', name: 'Team', traces: ['e'] }],
    [
      'a PUT to an id that nobody has',
      request('PUT', '/Users/nobody', { id: 'nobody' }),
      { resourceType: 'User', name: 'ada', traces: ['e'] },
    ],
    ['not a PUT to an id that somebody has', request('PUT', '/Users/u1', { id: 'u1' }), undefined],
    ['not a PUT to no id', request('PUT', '/Users'), undefined],
    ['not a PATCH or DELETE of an id that nobody has', request('PATCH', '/Users/nobody', { id: 'nobody' }), undefined],
    ['not a DELETE', request('DELETE', '/Users/u1', { id: 'u1' }), undefined],
    ['not a GET', request('GET', '/Users'), undefined],
    ['not a search', request('POST', '/Users/.search'), undefined],
    ['not a POST elsewhere', request('POST', '/Bulk'), undefined],
  ])('%s', (_what, sent, created) => {
    expect(creationOf(sent, MADE_UP)).toEqual(created);
  });

  it('written down without a name and traces where it has none', () => {
    expect(creationOf(request('POST', '/Users', { body: { active: true } }), MADE_UP)).toEqual({ resourceType: 'User', name: '' });
  });
});

describe('the names that a write gives', () => {
  const operations = (...list: JsonObject[]): JsonObject => ({ Operations: list });

  it.each<[string, ScimRequest['method'], Json | undefined, string[]]>([
    ['a PUT', 'PUT', { userName: 'eva' }, ['eva']],
    ['a PUT without a name', 'PUT', { title: 'eva' }, []],
    ['a path', 'PATCH', operations({ path: 'userName', value: 'eva' }, { path: 'title', value: 'x' }), ['eva']],
    ['a path in other letters, with a URN', 'PATCH', operations({ path: 'urn:x:USERNAME', value: 'eva' }), ['eva']],
    ['a key', 'PATCH', operations({ value: { userName: 'eva', title: 'x' } }), ['eva']],
    ['no text', 'PATCH', operations({ path: 'userName', value: 7 }), []],
    ['a POST', 'POST', { userName: 'eva' }, []],
    ['no body', 'PUT', undefined, []],
    ['no operations', 'PATCH', { userName: 'eva' }, []],
  ])('by %s', (_what, method, body, names) => {
    expect(namesGivenBy({ method, ...(body === undefined ? {} : { body }) }, 'User')).toEqual(names);
  });
});

describe('a bulk request', () => {
  it('is a POST to /Bulk itself', () => {
    expect(['/Bulk', '/bulk/', '/Bulk?x=1'].map((target) => isBulk({ method: 'POST', target }))).toEqual([true, true, true]);
    expect(['/Users/Bulk', '/Bulky', '/Bulk/x', '/'].map((target) => isBulk({ method: 'POST', target }))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(isBulk({ method: 'GET', target: '/Bulk' })).toBe(false);
  });

  it('stands for its operations, where each says whom it means', () => {
    const bulk = (...Operations: JsonObject[]): ScimRequest => request('POST', '/Bulk', { body: { Operations } });
    const one = { method: 'PATCH', path: '/Users/u1', data: { a: 1 } };
    expect(requestsIn(bulk(one))?.map(({ method, target, body }) => [method, target, body])).toEqual([['PATCH', '/Users/u1', { a: 1 }]]);
    expect(requestsIn(bulk(one, { ...one, path: 'Users/u1' }))).toBeUndefined();
    expect(requestsIn(bulk(one, { ...one, path: '/Users/bulkId:a' }))).toBeUndefined();
    expect(requestsIn(bulk(one, { ...one, method: 'GET' }))).toHaveLength(1);
  });
});
