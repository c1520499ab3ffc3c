import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPackageFile } from '../../src/base/package-files.js';
import type { Validator } from '../../src/base/validator.js';
import { listMappings } from '../../src/mapping/catalogue.js';
import { validatorOf as mapping } from '../../src/mapping/validators.js';
import { validatorOf as events } from '../../src/report/ndjson/validators.js';
import { builtinScenarioFiles } from '../../src/scenario/builtin.js';
import { builtinScenarios } from '../../src/scenario/builtin-scenarios.js';
import { validatorOf as scenario } from '../../src/scenario/validators.js';
import { BODIES } from '../../src/scim-schema/documents.js';
import { validatorOf as scim } from '../../src/scim-schema/validators.js';
import { cleanRun, eventfulRun } from '../report/events.js';
import { minimalUser } from '../scim-schema/examples.js';

const require = createRequire(import.meta.url);

/** What stands in the build, evaluated. */
async function compiled(name: string): Promise<unknown> {
  const { codeOf } = await import(new URL('../../scripts/build/compiled.js', import.meta.url).href);
  const module: { exports: unknown } = { exports: {} };
  new Function('module', 'exports', 'require', await codeOf(name))(module, module.exports, require);
  return module.exports;
}

it('the scenarios of the build are those that the files hold, with their places', async () => {
  const { scenarios, problems } = builtinScenarios();
  expect(problems).toEqual([]);
  expect(await compiled('scenarios')).toStrictEqual(scenarios);
});

/** The value, and what becomes of it when one thing in it is left out or is another. */
function* variations(value: unknown): Generator<unknown> {
  yield value;
  if (typeof value !== 'object' || value === null) {
    for (const other of [null, 1, 'x', '', true, [], {}]) yield other;
    return;
  }
  if (Array.isArray(value)) {
    yield [...value, value[0]];
    for (const [index, item] of value.slice(0, 3).entries()) for (const other of variations(item)) yield value.with(index, other);
    yield [];
    return;
  }
  yield { ...value, surprise: 1 };
  for (const [key, member] of Object.entries(value)) {
    const { [key]: _gone, ...rest } = Object.fromEntries(Object.entries(value));
    yield rest;
    for (const other of variations(member)) yield { ...value, [key]: other };
  }
}

describe('the validators of the build say what those of the schemas say', () => {
  const files = builtinScenarioFiles().map(({ text }) => parse(text));
  const steps = files.flatMap((file) => file.steps);
  const mappings = listMappings()
    .slice(1, 4)
    .map((name) => parse(readPackageFile(`fixtures/mappings/${name}.yaml`)));
  const cases: readonly [string, (name: string) => Validator | undefined, readonly string[], readonly unknown[]][] = [
    ['scenario', scenario, ['head'], files.slice(0, 8)],
    [
      'scenario',
      scenario,
      ['connect', 'createUser', 'createGroup', 'match', 'read', 'update', 'delete', 'list', 'request'],
      steps.slice(0, 25),
    ],
    ['mapping', mapping, ['mapping'], mappings],
    [
      'scim',
      scim,
      BODIES,
      [minimalUser, { schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: 1, Resources: [minimalUser] }],
    ],
    ['events', events, ['run-started', 'exchange', 'finding', 'run-finished'], [...cleanRun(), ...eventfulRun()].slice(0, 12)],
  ];

  it.each(cases)('%s: %#', async (name, source, pieces, values) => {
    const validators = Object.entries(Object(await compiled(name)) as Record<string, Validator>);
    let refused = 0;
    for (const piece of pieces) {
      const inBuild = validators.find(([each]) => each === piece)?.[1];
      const fromSchema = source(piece);
      if (inBuild === undefined || fromSchema === undefined) throw new Error(`${name} has no ${piece}`);
      for (const value of values.flatMap((each) => [...variations(each)])) {
        const accepted = fromSchema(value);
        expect([inBuild(value), inBuild.errors ?? null]).toEqual([accepted, fromSchema.errors ?? null]);
        if (!accepted) refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(pieces.length);
  });

  it('and nothing is known to one that the other does not know', async () => {
    expect(Object.keys(Object(await compiled('events'))).every((type) => events(type) !== undefined)).toBe(true);
    expect([events('constructor'), scim('nobody')]).toEqual([undefined, undefined]);
  });
});
