import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readPackageFile } from '../../src/base/package-files.js';
import { loadScenario } from '../../src/scenario/load.js';
import type { Step } from '../../src/scenario/scenario.js';

const { $defs: forms } = JSON.parse(readPackageFile('schemas/scenario.schema.json'));

type Written = Record<string, unknown>;

const common = { check: 'SC2404' };
const write = { active: true, sameId: true, status: 200, attributes: { title: 'x' }, absent: ['nickName'] };
const all = { found: true, ...write };
const { sameId: _sameId, ...fresh } = write;
const answer = { status: 200, attributes: { title: 'x' }, absent: ['nickName'] };
const group = { status: 200, attributes: { displayName: 'x' }, absent: ['externalId'] };

/** Each form with all its keys. `ann`, `bob` and `team` exist. */
const FULL: Readonly<Record<string, Written>> = {
  connectStep: { connect: 'wrong', expect: { status: 401 }, ...common },
  createUserStep: {
    create: { user: 'new', persona: 'long', with: { title: 'x' }, without: ['nickName'], manager: 'ann' },
    every: 'required',
    expect: fresh,
    as: 'roles-complex',
    ...common,
  },
  createGroupStep: {
    create: { group: 'new', with: { displayName: 'x' }, without: ['externalId'], members: ['ann'] },
    every: 'required',
    expect: group,
    as: 'microsoft-group-schema',
    ...common,
  },
  waitStep: { wait: 3 },
  deleteStep: { delete: 'ann', expect: { status: 204 }, ...common },
  listStep: { list: 'users', count: 3, expect: { status: 200 }, ...common },
  requestStep: {
    request: {
      method: 'POST',
      path: '/Users',
      headers: { 'X-A': 'b' },
      body: { a: 1 },
      capture: { one: '/id' },
      optional: ['one'],
      exceed: 'maxOperations',
      times: 3,
    },
    expect: answer,
    ignoringCase: ['title'],
    ...common,
  },
};

/** A look-up is by one attribute or by every one. */
const MATCHES: readonly Written[] = [
  { match: 'ann', by: 'externalId', case: 'upper', expect: all, within: 9, as: 'null-display', ...common },
  { match: 'ann', every: 'filterable', ...common },
  { match: 'ann', former: true, ...common },
];

/** `update` has keys for users and keys for groups. */
const UPDATES: readonly Written[] = [
  { update: 'ann', every: 'changed', set: { title: 'x' } },
  { update: 'ann', set: { title: 'x' }, clear: ['nickName'], manager: 'bob', as: 'json-boolean', expect: write, ...common },
  { update: 'team', set: { displayName: 'x' }, add: ['ann'], remove: ['bob'], ...common },
  { update: 'team', set: { displayName: 'x' }, members: ['ann'], ...common },
];

/** `read` has an expectation for groups alone. */
const READS: readonly Written[] = [
  { read: 'ann', expect: all, within: 9, ...common },
  { read: 'team', expect: { found: true, members: ['ann'] }, ...common },
];

/** Only a request that reads can be sent again. */
const REPEATED: Written = { request: { path: '/Users' }, expect: answer, within: 9 };

/** Keys without which the form is wrong, or another one. */
const REQUIRED = new Set(['connect', 'create', 'match', 'read', 'update', 'delete', 'list', 'request', 'wait', 'user', 'group', 'path']);

function load(step: Written): Step | undefined {
  const before = [{ create: { user: 'ann' } }, { create: { user: 'bob' } }, { create: { group: 'team' } }];
  const { scenario, problems } = loadScenario(stringify({ id: 'a', title: 'b', steps: [...before, step] }), 'x');
  expect(problems).toEqual([]);
  return scenario?.steps.at(-1);
}

/** The step without one key, at the top or one level below. */
function without(step: Written, key: string, below?: string): Written {
  if (below === undefined) {
    // Only what is captured can be optional.
    const gone = key === 'capture' ? [key, 'optional'] : [key];
    return Object.fromEntries(Object.entries(step).filter(([name]) => !gone.includes(name)));
  }
  return { ...step, [below]: without(step[below] as Written, key) };
}

/** Every optional key must make a difference in what is loaded: no key is accepted and then ignored. */
function expectEffect(step: Written): void {
  const whole = load(step);
  for (const key of Object.keys(step)) {
    if (!REQUIRED.has(key)) expect(load(without(step, key)), key).not.toEqual(whole);
    const inner = step[key];
    if ((key !== 'expect' && key !== 'create' && key !== 'request') || typeof inner !== 'object' || inner === null) continue;
    const names = Object.keys(inner).filter((name) => !REQUIRED.has(name));
    if (Object.keys(inner).length < 2) continue;
    for (const name of names) expect(load(without(step, name, key)), `${key}.${name}`).not.toEqual(whole);
  }
}

describe('every key that the schema accepts is read', () => {
  it('at the top of the file', () => {
    const { properties } = JSON.parse(readPackageFile('schemas/scenario.schema.json'));
    const head: Written = {
      id: 'a',
      title: 'b',
      description: 'c',
      clients: ['entra'],
      needs: ['title'],
      instead: { title: ['nickName'] },
      once: ['entra'],
      tags: ['smoke'],
      failures: ['F01'],
      steps: [{ connect: 'right' }],
    };
    expect(Object.keys(head).sort()).toEqual(Object.keys(properties).sort());
    const { source: _source, ...read } = loadScenario(stringify(head), 'x').scenario ?? { source: undefined };
    for (const [key, value] of Object.entries(read)) if (key !== 'steps') expect(value, key).toEqual(head[key]);
    expect(Object.keys(read).sort()).toEqual(Object.keys(head).sort());
  });

  it.each(Object.entries(FULL))('%s', (form, step) => {
    const more = form === 'requestStep' ? ['within'] : [];
    expect([...Object.keys(step), ...more].sort()).toEqual(Object.keys(forms[form].properties).sort());
    for (const [key, schema] of Object.entries<{ properties?: object }>(forms[form].properties)) {
      if (schema.properties !== undefined)
        expect(Object.keys(step[key] as object).sort(), key).toEqual(Object.keys(schema.properties).sort());
    }
    expectEffect(step);
  });

  it('within, of a request', () => expectEffect(REPEATED));

  it.each([
    ['updateStep', UPDATES, write],
    ['matchStep', MATCHES, all],
  ] as const)('%s', (form, steps, expectation) => {
    const keys = new Set(steps.flatMap((step) => Object.keys(step)));
    expect([...keys].sort()).toEqual(Object.keys(forms[form].properties).sort());
    expect(Object.keys(expectation).sort()).toEqual(Object.keys(forms[form].properties.expect.properties).sort());
    for (const step of steps) expectEffect(step);
  });

  it('readStep', () => {
    const names = (steps: readonly Written[]): string[] => [...new Set(steps.flatMap((step) => Object.keys(step)))].sort();
    expect(names(READS)).toEqual(Object.keys(forms.readStep.properties).sort());
    expect(names(READS.map((step) => step['expect'] as Written))).toEqual(Object.keys(forms.readStep.properties.expect.properties).sort());
    for (const step of READS) expectEffect(step);
  });

  it('and there is no other form', () => {
    expect([...Object.keys(FULL), 'updateStep', 'readStep', 'matchStep', 'eachStep'].sort()).toEqual(
      Object.keys(forms)
        .filter((name) => name.endsWith('Step'))
        .sort(),
    );
  });
});
