import { describe, expect, it } from 'vitest';
import type { Intent } from '../../src/scenario/intent.js';
import { loadScenario } from '../../src/scenario/load.js';
import type { Expectation } from '../../src/scenario/scenario.js';
import { createdObjects } from '../../src/scenario/steps/registry.js';
import { withSteps } from './marked.js';

function only(steps: string): { intent: Intent | undefined; expect: Expectation | undefined; check: string | undefined } {
  const { scenario, problems } = loadScenario(withSteps(steps), 'x');
  expect(problems).toEqual([]);
  const last = scenario?.steps.at(-1);
  return { intent: last?.intent, expect: last?.expect, check: last?.check };
}

describe('loadScenario', () => {
  it('reads a whole scenario with its positions', () => {
    const text = `# yaml-language-server: $schema=../schemas/scenario.schema.json
id: users/leaver
title: A leaver is disabled, stays findable, and comes back with the same id
needs: [active]                     # mapped attributes or capabilities; otherwise skipped, with the reason
steps:
  - create: { user: leaver }
  - update: leaver
    set: { active: false }
  - match: leaver                   # the filter must still find an inactive user
    expect: { found: true, active: false }
  - update: leaver
    set: { active: true }
    expect: { sameId: true }
  - delete: leaver
`;
    const file = 'scenarios/users/leaver.yaml';
    const source = (line: number, column = 5): object => ({ file, line, column });
    const update = { kind: 'update', object: 'leaver', clear: [], add: [], remove: [] };
    expect(loadScenario(text, file)).toEqual({
      problems: [],
      scenario: {
        id: 'users/leaver',
        title: 'A leaver is disabled, stays findable, and comes back with the same id',
        needs: ['active'],
        source: source(2, 1),
        steps: [
          {
            intent: { kind: 'create', object: { type: 'User', key: 'leaver', with: {}, without: [], members: [] } },
            expect: {},
            source: source(6),
          },
          { intent: { ...update, set: { active: false } }, expect: {}, source: source(7) },
          { intent: { kind: 'match', object: 'leaver' }, expect: { found: true, active: false }, source: source(9) },
          { intent: { ...update, set: { active: true } }, expect: { sameId: true }, source: source(11) },
          { intent: { kind: 'delete', object: 'leaver' }, expect: {}, source: source(14) },
        ],
      },
    });
  });

  it('reads description and clients', () => {
    const { scenario } = loadScenario(`description: Why\nclients: [entra-default, okta]\n${withSteps('  - connect: wrong')}`, 'x');
    expect(scenario).toMatchObject({ description: 'Why', clients: ['entra-default', 'okta'], needs: [] });
    expect(scenario?.steps[0]?.intent).toEqual({ kind: 'connect', credential: 'wrong' });
  });

  it('reads users and groups with everything that they can have', () => {
    const boss = '  - create: { user: boss }\n';
    expect(
      only(`${boss}  - create: { user: ann, persona: apostrophe, with: { title: x, roles: [a] }, without: [displayName], manager: boss }`)
        .intent,
    ).toEqual({
      kind: 'create',
      object: {
        type: 'User',
        key: 'ann',
        persona: 'apostrophe',
        with: { title: 'x', roles: ['a'] },
        without: ['displayName'],
        manager: 'boss',
        members: [],
      },
    });
    expect(only(`${boss}  - create: { group: team, with: { displayName: x }, members: [boss] }`).intent).toEqual({
      kind: 'create',
      object: { type: 'Group', key: 'team', with: { displayName: 'x' }, without: [], members: ['boss'] },
    });
  });

  it('reads updates of users and groups', () => {
    const two = '  - create: { user: ann }\n  - create: { user: bob }\n';
    expect(only(`${two}  - update: ann\n    set: { title: x }\n    clear: [nickName]\n    manager: bob\n    check: SC2104`)).toMatchObject({
      intent: { kind: 'update', object: 'ann', set: { title: 'x' }, clear: ['nickName'], manager: 'bob', add: [], remove: [] },
      check: 'SC2104',
    });
    expect(only(`${two}  - update: ann\n    manager: null`).intent).toMatchObject({ manager: null });
    const group = `${two}  - create: { group: team }\n`;
    expect(only(`${group}  - update: team\n    add: [ann]\n    remove: [bob]`).intent).toMatchObject({ add: ['ann'], remove: ['bob'] });
    expect(only(`${group}  - update: team\n    add: [ann]`).intent).not.toHaveProperty('members');
    expect(only(`${group}  - update: team\n    members: []`).intent).toMatchObject({ members: [] });
  });

  it('reads look-ups, lists and requests', () => {
    const ann = '  - create: { user: ann }\n';
    expect(only(`${ann}  - match: ann\n    by: externalId\n    case: upper`).intent).toEqual({
      kind: 'match',
      object: 'ann',
      by: 'externalId',
      letterCase: 'upper',
    });
    expect(only(`${ann}  - read: ann`).intent).toEqual({ kind: 'read', object: 'ann' });
    expect(only('  - list: groups\n    count: 2').intent).toEqual({ kind: 'list', resource: 'Group', count: 2 });
    expect(only('  - list: users').intent).toEqual({ kind: 'list', resource: 'User' });
    expect(only('  - request: { path: /Users }').intent).toEqual({
      kind: 'request',
      method: 'GET',
      target: '/Users',
      headers: [],
      capture: {},
      optional: [],
      ignoringCase: [],
    });
    expect(
      only(
        `${ann}  - request:\n      method: PATCH\n      path: /Users/\${ann.id}\n      headers: { If-Match: '*' }\n      body: null\n      capture: { v: header:ETag }`,
      ).intent,
    ).toEqual({
      kind: 'request',
      method: 'PATCH',
      target: '/Users/${ann.id}',
      headers: [['If-Match', '*']],
      body: null,
      capture: { v: 'header:ETag' },
      optional: [],
      ignoringCase: [],
    });
  });

  it('reads expectations; one status is a list of one', () => {
    expect(
      only('  - request: { path: /Users }\n    expect: { status: 200, attributes: { /totalResults: 0 }, absent: [/x] }').expect,
    ).toEqual({
      status: [200],
      attributes: { '/totalResults': 0 },
      absent: ['/x'],
    });
    expect(only('  - request: { path: /Users }\n    expect: { status: [200, 204] }').expect).toEqual({ status: [200, 204] });
  });

  it('collects the objects of a scenario, those too that are looked up before they are created', () => {
    const { scenario } = loadScenario(withSteps('  - match: ann\n  - create: { user: ann }\n  - create: { group: team }'), 'x');
    expect(scenario && createdObjects(scenario).map(({ key, type }) => [key, type])).toEqual([
      ['ann', 'User'],
      ['team', 'Group'],
    ]);
  });
});
