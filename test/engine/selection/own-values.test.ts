import { expect, it } from 'vitest';
import { withOwnValues } from '../../../src/engine/selection/own-values.js';
import { DEFAULT_MAPPING } from '../../../src/mapping/default.js';
import type { Mapping } from '../../../src/mapping/mapping.js';
import { loadScenario } from '../../../src/scenario/load.js';

/** A mapping to a target in which titles, names and nicknames are unique. */
const UNIQUE: Mapping = {
  ...DEFAULT_MAPPING,
  users: DEFAULT_MAPPING.users.map((row) => (/^(title|userName|nickName)$/.test(row.name) ? { ...row, unique: true } : row)),
};

function steps(yaml: string, mapping: Mapping) {
  const { scenario, problems } = loadScenario(`id: a\ntitle: b\nsteps:\n${yaml}`, 'x');
  if (scenario === undefined) throw new Error(JSON.stringify(problems));
  const changed = withOwnValues(scenario, mapping);
  return { isSame: changed === scenario, text: JSON.stringify(changed.steps.map(({ intent, expect: expected }) => [intent, expected])) };
}

const WITH_TITLE = `  - create: { user: ann, with: { title: Clerk, displayName: Ann Clerk } }
  - update: ann
    set: { nickName: Annie }
    expect: { attributes: { title: Clerk } }
  - request:
      method: PATCH
      path: /Users/\${ann.id}
      body: { schemas: [x], Operations: [{ op: replace, path: title, value: Manager }] }
`;

it('texts of a unique attribute get a word of their own, wherever the scenario has them', () => {
  const { text } = steps(WITH_TITLE, UNIQUE);
  expect(text.match(/(Clerk|Annie|Manager) \$\{random\.mark\}/g)?.sort()).toEqual([
    'Annie ${random.mark}',
    'Clerk ${random.mark}',
    'Clerk ${random.mark}',
    'Manager ${random.mark}',
  ]);
  expect(text).toContain('"Ann Clerk"');
});

it('names, addresses and what is made up are somebody’s own already', () => {
  const yaml = `  - create: { user: ann, with: { userName: ann, title: "\${random.uuid}", nickName: ann@example.com } }\n`;
  expect(steps(yaml, UNIQUE).isSame).toBe(true);
  expect(steps(WITH_TITLE, DEFAULT_MAPPING).isSame).toBe(true);
});
