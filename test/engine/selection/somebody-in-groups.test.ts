import { expect, it } from 'vitest';
import { withSomebodyInGroups } from '../../../src/engine/selection/somebody-in-groups.js';
import { loadScenario } from '../../../src/scenario/load.js';
import { SchemaSet, STANDARD_SCHEMAS } from '../../../src/scim/schema-set.js';

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

/** The schemas of a target that demands members of its groups. */
const DEMANDING = new SchemaSet(
  STANDARD_SCHEMAS.schemas.map((schema) => ({
    ...schema,
    attributes: schema.attributes.map((each) => (schema.id === GROUP && each.name === 'members' ? { ...each, required: true } : each)),
  })),
);

function scenario(steps: string) {
  const { scenario: loaded, problems } = loadScenario(`id: a\ntitle: b\nsteps:\n${steps}`, 'x');
  if (loaded === undefined) throw new Error(JSON.stringify(problems));
  return loaded;
}

const PUSH = scenario(`  - create: { user: ann }
  - create: { group: team, members: [ann] }
  - create: { group: empty }
    expect: { absent: [members, externalId] }
  - update: team
    members: []
    expect: { absent: [members] }
  - read: team
    expect: { members: [ann] }
  - update: team
    set: { displayName: Other }
`);

it('each group has somebody besides those whom the scenario names, who is created before', () => {
  const { steps } = withSomebodyInGroups(PUSH, DEMANDING);
  expect(steps.map(({ intent }) => (intent.kind === 'create' ? [intent.object.key, ...intent.object.members] : intent.kind))).toEqual([
    ['keeper'],
    ['ann'],
    ['team', 'ann', 'keeper'],
    ['empty', 'keeper'],
    'update',
    'read',
    'update',
  ]);
  expect(steps.map(({ intent }) => (intent.kind === 'update' ? intent.members : undefined)).slice(4)).toEqual([
    ['keeper'],
    undefined,
    undefined,
  ]);
  expect(steps.map(({ expect: { members, absent } }) => ({ members, absent })).slice(3)).toEqual([
    { members: undefined, absent: ['externalId'] },
    { members: undefined, absent: undefined },
    { members: ['ann', 'keeper'], absent: undefined },
    { members: undefined, absent: undefined },
  ]);
});

it('a scenario stays as it is where groups may be empty, or where there is none', () => {
  expect(withSomebodyInGroups(PUSH, STANDARD_SCHEMAS)).toBe(PUSH);
  const alone = scenario('  - create: { user: ann }\n');
  expect(withSomebodyInGroups(alone, DEMANDING)).toBe(alone);
});
