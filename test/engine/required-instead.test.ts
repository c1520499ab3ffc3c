import { expect, it } from 'vitest';
import { adapted } from '../../src/engine/run/adapted.js';
import { DEFAULT_MAPPING } from '../../src/mapping/default.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { attribute } from '../../src/scim/attribute.js';
import { SchemaSet } from '../../src/scim/schema-set.js';
import { USER_URN } from '../../src/scim/urn.js';
import { scenariosNamed } from '../scenario/shipped.js';

const titled = (required: boolean): SchemaSet =>
  new SchemaSet([
    {
      id: USER_URN,
      name: 'User',
      attributes: [attribute('title', '', { required }), ...['userName', 'nickName'].map((name) => attribute(name, ''))],
    },
  ]);

it('what the target requires of everybody is not taken away: another attribute takes its place', () => {
  const [scenario] = scenariosNamed('users/clear-attribute');
  const cleared = (required: boolean) =>
    adapted(scenario as Scenario, DEFAULT_MAPPING, titled(required)).steps.flatMap(({ intent }) =>
      intent.kind === 'update' ? intent.clear : [],
    );
  expect(cleared(false)).toEqual(['title']);
  expect(cleared(true)).toEqual(['nickName']);
});
