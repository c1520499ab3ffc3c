import { expect, it } from 'vitest';
import { adapted } from '../../src/engine/selection/adapted.js';
import { DEFAULT_MAPPING } from '../../src/mapping/default.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { attribute } from '../../src/scim/attribute.js';
import { SchemaSet } from '../../src/scim/schema-set.js';
import { USER_URN } from '../../src/scim/urn.js';
import { scenariosNamed } from '../scenario/shipped.js';

const described = (characteristics: Parameters<typeof attribute>[2]): SchemaSet =>
  new SchemaSet([
    {
      id: USER_URN,
      name: 'User',
      attributes: [attribute('title', '', characteristics), ...['userName', 'nickName'].map((name) => attribute(name, ''))],
    },
  ]);

const titled = (required: boolean): SchemaSet => described({ required });

it('what the target requires of everybody is not taken away: another attribute takes its place', () => {
  const [scenario] = scenariosNamed('users/clear-attribute');
  const cleared = (required: boolean) =>
    adapted(scenario as Scenario, DEFAULT_MAPPING, titled(required), 'rfc').steps.flatMap(({ intent }) =>
      intent.kind === 'update' ? intent.clear : [],
    );
  expect(cleared(false)).toEqual(['title']);
  expect(cleared(true)).toEqual(['nickName']);
});

it.each(['okta-crud/crud', 'membership/profile-put'])(
  '%s changes the displayName of people where the target has no parts of names',
  (id) => {
    const [scenario] = scenariosNamed(id);
    const nameless = { ...DEFAULT_MAPPING, users: DEFAULT_MAPPING.users.filter(({ name }) => !name.startsWith('name.')) };
    const changed = (mapping: Mapping) =>
      adapted(scenario as Scenario, mapping, titled(false), 'rfc').steps.flatMap(({ intent }) =>
        intent.kind === 'update' ? Object.keys(intent.set) : [],
      );
    expect(changed(DEFAULT_MAPPING)).toContain('name.givenName');
    expect(changed(nameless)).toContain('displayName');
    expect(changed(nameless)).not.toContain('name.givenName');
  },
);

it('where a target has a list of values, a scenario takes from it', () => {
  const [scenario] = scenariosNamed('users/transfer');
  const department = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department';
  const users = DEFAULT_MAPPING.users.map((row) => (row.name === department ? { ...row, allowed: ['Sales', 'Legal'] } : row));
  const played = adapted(scenario as Scenario, { ...DEFAULT_MAPPING, users }, titled(false), 'rfc');
  expect(played.steps.flatMap(({ intent }) => (intent.kind === 'update' ? Object.values(intent.set) : []))).toContain('Legal');
  expect(JSON.stringify(played.steps)).not.toContain('Research');
});

it('what the target lets nobody change, or never shows, is not changed: another attribute takes its place', () => {
  const [scenario] = scenariosNamed('users/returner');
  const changed = (schemas: SchemaSet) =>
    adapted(scenario as Scenario, DEFAULT_MAPPING, schemas, 'rfc').steps.flatMap(({ intent }) =>
      intent.kind === 'update' ? Object.keys(intent.set) : [],
    );
  expect(changed(titled(false))).toContain('title');
  expect(changed(described({ mutability: 'immutable' }))).toEqual(['active', 'active', 'nickName']);
  expect(changed(described({ mutability: 'readOnly' }))).toEqual(['active', 'active', 'nickName']);
  expect(changed(described({ mutability: 'writeOnly', returned: 'never' }))).toEqual(['active', 'active', 'nickName']);
});

it('where nobody shares a value with others, a scenario has texts of its own, and looks for them', () => {
  const [scenario] = scenariosNamed('rfc/put');
  const users = DEFAULT_MAPPING.users.map((row) => (/^(displayName|userName)$/.test(row.name) ? { ...row, unique: true } : row));
  const textsOf = (mapping: Mapping) => JSON.stringify(adapted(scenario as Scenario, mapping, titled(false), 'rfc').steps);
  expect(textsOf(DEFAULT_MAPPING)).not.toContain('Replaced Person ${random.mark}');
  expect(textsOf({ ...DEFAULT_MAPPING, users })).toContain('"displayName":"Replaced Person ${random.mark}"');
  expect(textsOf({ ...DEFAULT_MAPPING, users })).not.toContain('"Replaced Person"');
});
