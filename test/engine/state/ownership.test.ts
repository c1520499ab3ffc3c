import { describe, expect, it } from 'vitest';
import { isUsableId, ownershipOf, tracesGivenBy, tracesOf, tracesOfEntry } from '../../../src/engine/state/ownership.js';
import type { Json, JsonObject } from '../../../src/scim/json.js';
import type { ScimRequest } from '../../../src/scim/message.js';

it.each<[string, ScimRequest['method'], Json, string[]]>([
  ['a PUT', 'PUT', { externalId: 'e.sc2ab4def', emails: [{ value: 'b.sc2ab4def@x.example' }] }, ['e.sc2ab4def', 'b.sc2ab4def@x.example']],
  ['a value path', 'PATCH', ops({ path: 'emails[type eq "work"].value', value: 'b.sc2ab4def@x.example' }), ['b.sc2ab4def@x.example']],
  ['a list', 'PATCH', ops({ path: 'emails', value: [{ value: 'b.sc2ab4def@x.example' }] }), ['b.sc2ab4def@x.example']],
  ['no path', 'PATCH', ops({ value: { externalId: 'e.sc2ab4def', title: 'T.sc2ab4def' } }), ['e.sc2ab4def']],
  ['a value that people may have', 'PATCH', ops({ path: 'emails', value: [{ value: 'info@x.example' }] }), []],
  ['another attribute', 'PATCH', ops({ path: 'nickName', value: 'b.sc2ab4def' }), []],
])('%s gives traces by which a resource is known later', (_title, method, body, given) => {
  expect(tracesGivenBy({ method, body })).toEqual(given);
});

function ops(operation: JsonObject): JsonObject {
  return { Operations: [{ op: 'replace', ...operation }] };
}

describe('a resource is ours', () => {
  const sent = { userName: 'Ada.sc2ab4def@example.com', externalId: 'sc3ab4def', emails: [{ value: 'a.sc2ab4def@example.com' }] };
  const traces = tracesOf(sent, 'User');

  it.each<[string, JsonObject, ReturnType<typeof ownershipOf>]>([
    ['by its name', { userName: 'Ada.sc2ab4def@example.com' }, 'ours'],
    ['whatever the case and form of its name', { USERNAME: ' ADA.SC2AB4DEF@EXAMPLE.COM ' }, 'ours'],
    ['by the word in its name that nobody else has, and its externalId', { userName: 'ada.sc2ab4def', externalId: 'sc3ab4def' }, 'ours'],
    ['not by that word alone', { userName: 'a.ada.sc2ab4def@example.com', externalId: 'sc5ab4def' }, 'another'],
    ['under the address that was sent with it', { userName: 'A.sc2ab4def@example.com' }, 'ours'],
    ['without a name, with its externalId', { externalId: 'SC3ab4def' }, 'ours'],
    ['without a name, with its address', { emails: [{ value: 'A.sc2ab4def@example.com' }] }, 'ours'],
    ['not with what was sent under the name of another', { ...sent, userName: 'boss@example.com' }, 'another'],
    ['not by a name that only begins alike', { userName: 'ada.sc2ab4defh@example.com' }, 'another'],
    ['nobody knows without a name', { title: 'Boss' }, 'unclear'],
  ])('%s', (_what, shown, expected) => expect(ownershipOf(shown, traces)).toBe(expected));

  it.each<[string, JsonObject]>([
    ['externalId', { userName: 'a.sc2ab4def', externalId: '17' }],
    ['address', { userName: 'a.sc2ab4def', emails: [{ value: 'info@example.com' }] }],
  ])('not by the %s that people may have', (_what, { userName, ...others }) => {
    const shown = others['externalId'] === undefined && others['emails'] === undefined ? { userName: userName ?? '' } : others;
    expect(ownershipOf(shown, tracesOf({ userName: userName ?? '', ...others }, 'User'))).not.toBe('ours');
  });

  it('without a name, when it shows every text that was sent, and one of them was made up', () => {
    const nameless = tracesOf({ displayName: 'Nobody sc2ab4def', title: 'None' }, 'User');
    expect(ownershipOf({ displayName: 'Nobody sc2ab4def', title: 'None', userName: 'u17' }, nameless)).toBe('ours');
    expect(ownershipOf({ displayName: 'Nobody sc2ab4def', userName: 'u17' }, nameless)).toBe('unclear');
    expect(ownershipOf({ displayName: 'Boss', title: 'None' }, tracesOf({ displayName: 'Boss', title: 'None' }, 'User'))).toBe('unclear');
    expect(ownershipOf({ userName: 'u17' }, tracesOf({ active: true }, 'User'))).toBe('unclear');
  });

  it('without a name, not by an id, which the target has given', () => {
    const { others } = tracesOf({ id: 'sc2ab4def', displayName: 'Nobody sc2ab4def', active: true }, 'User');
    expect(others).toEqual(['Nobody sc2ab4def']);
    expect(ownershipOf({ id: 'sc2ab4def' }, { type: 'User', names: [], others: ['sc2ab4def'] })).toBe('unclear');
  });

  it('by no name when it was created with none: an empty text is no name', () => {
    expect(tracesOf({ userName: ' ', externalId: 'sc3ab4def' }, 'User')).toEqual({
      type: 'User',
      names: [],
      others: ['sc3ab4def'],
    });
  });
});

it('the ledger has of a creation its names and what else tells it from all others', () => {
  const entry = { n: 1, resourceType: 'User', dialect: 'rfc', name: 'ada', names: ['eva', ''], traces: ['e'] } as const;
  expect(tracesOfEntry(entry)).toEqual({ type: 'User', names: ['ada', 'eva'], others: ['e'] });
  expect(tracesOfEntry({ n: 1, resourceType: 'User', dialect: 'rfc', name: '' })).toEqual({ type: 'User', names: [], others: [] });
});

it('an id that would change the path cannot be used', () => {
  expect(['', '.', '..', '%2e', '%2E.', 'a/..', 'a%2f..', '..\\a', '..%5ca'].filter(isUsableId)).toEqual([]);
  expect(['u1', '...', 'a.b', 'a/b', '%2ea', '.a'].filter((id) => !isUsableId(id))).toEqual([]);
});
