import { expect, it } from 'vitest';
import { asksForNobody, demandsMembers } from '../../src/engine/compare/required-members.js';
import { adapted } from '../../src/engine/selection/adapted.js';
import { DEFAULT_MAPPING } from '../../src/mapping/default.js';
import { SchemaSet, STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';
import { CORE_URNS } from '../../src/scim/urn.js';
import { SCENARIOS } from '../scenario/shipped.js';

const demanding = new SchemaSet(
  STANDARD_SCHEMAS.schemas.map((schema) => ({
    ...schema,
    attributes: schema.attributes.map((each) =>
      schema.id === CORE_URNS.Group && each.name === 'members' ? { ...each, required: true } : each,
    ),
  })),
);
const groups = SCENARIOS.filter(({ steps }) => steps.some(({ intent }) => intent.kind === 'create' && intent.object.type === 'Group'));

it('a client of the standard has somebody in every group that it creates, where the target has none without members', () => {
  expect(groups.length).toBeGreaterThan(10);
  for (const scenario of groups) {
    const { steps } = adapted(scenario, DEFAULT_MAPPING, demanding, 'rfc');
    const created = new Set<string>();
    for (const { intent, expect: expected } of steps) {
      if (intent.kind === 'create') created.add(intent.object.key);
      if (intent.kind === 'create' && intent.object.type === 'Group') {
        expect(intent.object.members.length, scenario.id).toBeGreaterThan(0);
        expect(
          intent.object.members.every((key) => created.has(key)),
          scenario.id,
        ).toBe(true);
      }
      if (intent.kind === 'update') expect(intent.members, scenario.id).not.toEqual([]);
      expect(expected.members, scenario.id).not.toEqual([]);
      expect(expected.absent ?? [], scenario.id).not.toContain('members');
    }
  }
});

it('Entra and Okta create their groups as they do, whatever the target says, and everybody does where it says nothing', () => {
  for (const scenario of groups) {
    for (const family of ['entra', 'okta'] as const)
      expect(adapted(scenario, DEFAULT_MAPPING, demanding, family)).toEqual(adapted(scenario, DEFAULT_MAPPING, STANDARD_SCHEMAS, family));
    expect(adapted(scenario, DEFAULT_MAPPING, STANDARD_SCHEMAS, 'rfc').steps).toHaveLength(scenario.steps.length);
  }
});

it('members that only the target writes are demanded of nobody', () => {
  expect(demandsMembers(demanding)).toBe(true);
  expect(demandsMembers(STANDARD_SCHEMAS)).toBe(false);
  expect(demandsMembers(undefined)).toBe(false);
});

const held = { displayName: 'Team', members: [{ value: 'u1' }, { value: 'u2' }] };
const patch = (...Operations: object[]) => ({ method: 'PATCH', resourceType: 'Group', body: { Operations } }) as never;
const asks = (request: object, before?: typeof held) => asksForNobody(request as never, before, STANDARD_SCHEMAS);

it.each([
  ['a removal of the whole list', patch({ op: 'remove', path: 'members' })],
  ['a replace by nobody', patch({ op: 'Replace', path: 'members', value: [] })],
  [
    'removals of each',
    patch({ op: 'remove', path: 'members[value eq "u1"]' }, { op: 'remove', path: 'members', value: [{ value: 'u2' }] }),
  ],
  ['a PUT without members', { method: 'PUT', resourceType: 'Group', body: { displayName: 'Team' } }],
])('%s leaves nobody', (_name, request) => {
  expect(asks(request, held)).toBe(true);
});

it.each([
  ['a removal of one of two', patch({ op: 'remove', path: 'members[value eq "u1"]' })],
  ['a rename', patch({ op: 'replace', path: 'displayName', value: 'Crew' })],
  ['a replace by another', patch({ op: 'replace', path: 'members', value: [{ value: 'u3' }] })],
  ['a PUT with a member', { method: 'PUT', resourceType: 'Group', body: { members: [{ value: 'u1' }] } }],
])('%s leaves somebody', (_name, request) => {
  expect(asks(request, held)).toBe(false);
});

it('a new group without members has nobody; a new user has no members to lack', () => {
  expect(asks({ method: 'POST', resourceType: 'Group', body: { displayName: 'Team', members: [] } })).toBe(true);
  expect(asks({ method: 'POST', resourceType: 'Group', body: { members: [{ value: 'u1' }] } })).toBe(false);
  expect(asks({ method: 'POST', resourceType: 'User', body: { userName: 'ada' } })).toBe(false);
});
