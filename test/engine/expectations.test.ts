import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/scenario/load.js';
import { playSample } from './harness.js';

/** Plays steps against the correct sample, and tells what the expectations came to. */
async function checksOf(steps: string, dialect: 'rfc' | 'entra-default' = 'rfc'): Promise<string[]> {
  const text = `id: own/expectations\ntitle: Expectations\nsteps:\n${steps}`;
  const { scenario, problems } = loadScenario(text, 'own.yaml');
  expect(problems).toEqual([]);
  if (scenario === undefined) throw new Error('no scenario');
  const { findings } = await playSample({}, { scenarios: [scenario], dialects: [dialect] });
  return findings.map((finding) => `${finding.check}: ${finding.expected}`);
}

const ANN = '  - create: { user: ann, with: { displayName: Ann Lee, title: Engineer }, without: [nickName] }\n';
const TEAM = `${ANN}  - create: { user: bob }\n  - create: { group: team, members: [ann] }\n`;

describe('a variable', () => {
  it('stands for the own values of whoever is created, those of the scenario first', async () => {
    const step = 'create: { user: bob, with: { displayName: Bob Lee, nickName: "${bob.displayName}" } }';
    const holds = async (nickName: string) => await checksOf(`  - ${step}\n    expect: { attributes: { nickName: ${nickName} } }`);
    expect(await holds('Bob Lee')).toEqual([]);
    expect(await holds('Bob')).toEqual(['SC9002: nickName = "Bob"']);
  });

  it('without a value sends nothing: the request would ask for something else', async () => {
    const request = 'request: { path: "/Users?filter=nickName%20eq%20%22${ann.nickName}%22" }';
    expect(await checksOf(`${ANN}  - ${request}\n    expect: { status: 404 }`)).toEqual([]);
  });
});

describe('an expectation that holds is silent, one that does not is a finding', () => {
  it.each([
    [
      'create: attributes',
      '',
      'create: { user: ann, with: { title: Engineer } }',
      'attributes: { title: Engineer }',
      'attributes: { title: Boss }',
    ],
    ['create: absent', '', 'create: { user: ann, without: [title] }', 'absent: [title]', 'absent: [userName]'],
    ['create: status', '', 'create: { user: ann }', 'status: 201', 'status: 200'],
    ['create: active', '', 'create: { user: ann }', 'active: true', 'active: false'],
    ['match: attributes', ANN, 'match: ann', 'attributes: { title: Engineer }', 'attributes: { title: Boss }'],
    ['match: absent', ANN, 'match: ann', 'absent: [nickName]', 'absent: [title]'],
    ['match: active', ANN, 'match: ann', 'active: true', 'active: false'],
    ['match: status', ANN, 'match: ann', 'status: 200', 'status: 404'],
    ['read: attributes', ANN, 'read: ann', 'attributes: { title: Engineer }', 'attributes: { title: Boss }'],
    ['read: absent', ANN, 'read: ann', 'absent: [nickName]', 'absent: [title]'],
    ['read: active', ANN, 'read: ann', 'active: true', 'active: false'],
    ['read: status', ANN, 'read: ann', 'status: [200, 304]', 'status: 404'],
    ['read: members', TEAM, 'read: team', 'members: [ann]', 'members: [ann, bob]'],
    ['read: no members', TEAM, 'read: team', 'members: [ann]', 'members: []'],
    ['read: another member', TEAM, 'read: team', 'members: [ann]', 'members: [bob]'],
    ['update: attributes', ANN, 'update: ann\n    set: { title: Boss }', 'attributes: { title: Boss }', 'attributes: { title: Engineer }'],
    ['update: absent', ANN, 'update: ann\n    clear: [title]', 'absent: [title]', 'absent: [userName]'],
    ['update: active', ANN, 'update: ann\n    set: { active: false }', 'active: false', 'active: true'],
    ['update: status', ANN, 'update: ann\n    set: { title: Boss }', 'status: [200, 204]', 'status: 403'],
    ['delete: status', ANN, 'delete: ann', 'status: 204', 'status: 404'],
    ['list: status', ANN, 'list: users', 'status: 200', 'status: 400'],
    ['connect: status', '', 'connect: wrong', 'status: 401', 'status: 200'],
  ])('%s', async (_name, before, step, holds, fails) => {
    expect(await checksOf(`${before}  - ${step}\n    expect: { ${holds} }`)).toEqual([]);
    const found = await checksOf(`${before}  - ${step}\n    expect: { ${fails} }`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^SC(9002|2403): /);
  });

  it('that fail are a finding each, in one step and in several', async () => {
    const found = await checksOf(
      `${ANN}  - read: ann\n    expect: { attributes: { title: Boss, displayName: Bob Lee } }\n  - match: ann\n    expect: { attributes: { title: Boss } }`,
    );
    expect(found).toEqual(['SC9002: title = "Boss"', 'SC9002: displayName = "Bob Lee"', 'SC9002: title = "Boss"']);
  });

  it('names the check that the step names', async () => {
    expect(await checksOf(`${ANN}  - read: ann\n    expect: { attributes: { title: Boss } }\n    check: SC2404`)).toEqual([
      'SC2404: title = "Boss"',
    ]);
  });

  it('takes a refusal that the step expects for what it is', async () => {
    const twice = `${ANN}  - create: { user: twin, with: { userName: "\${ann.userName}" } }\n    expect: { status: 409 }`;
    expect(await checksOf(twice)).toEqual([]);
  });
});
