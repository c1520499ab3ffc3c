import { describe, expect, it } from 'vitest';
import { CLIENTS } from '../../src/client/registry.js';
import { adapted } from '../../src/engine/selection/adapted.js';
import { skipReason } from '../../src/engine/selection/selection.js';
import { DEFAULT_MAPPING } from '../../src/mapping/default.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import { loadScenario } from '../../src/scenario/load.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { SchemaSet, STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

function scenario(head: string, steps = '[{ connect: right }]') {
  const { scenario: loaded } = loadScenario(`id: a\ntitle: b\n${head}\nsteps: ${steps}\n`, 'x');
  if (loaded === undefined) throw new Error('the test has no scenario');
  return loaded;
}

const { 'entra-default': plain, 'entra-aadOptscim062020': flag, 'okta-oin': oin, rfc } = CLIENTS;

describe('a scenario that is played once', () => {
  const once = scenario('once: [entra]');

  it('is played by the first dialect of a family alone', () => {
    expect(skipReason(once, plain, DEFAULT_MAPPING, [])).toBeUndefined();
    expect(skipReason(once, flag, DEFAULT_MAPPING, [])).toBeUndefined();
    expect(skipReason(once, flag, DEFAULT_MAPPING, [plain])?.reason).toBe(`${plain.title} plays it, in the same words`);
  });

  it('is played by other families all the same', () => {
    expect(skipReason(once, oin, DEFAULT_MAPPING, [plain, flag])).toBeUndefined();
    expect(skipReason(once, rfc, DEFAULT_MAPPING, [plain])).toBeUndefined();
  });

  it('is left to a later dialect when the first one does not play it', () => {
    const narrow = scenario('once: [entra]\nclients: [entra-aadOptscim062020]');
    expect(skipReason(narrow, flag, DEFAULT_MAPPING, [plain])).toBeUndefined();
    expect(skipReason(narrow, plain, DEFAULT_MAPPING, [])?.reason).toBe('it is for entra-aadOptscim062020');
  });

  it('is not played once unless it says so', () => {
    expect(skipReason(scenario('clients: [entra]'), flag, DEFAULT_MAPPING, [plain])).toBeUndefined();
  });
});

describe('a scenario that creates a resource without something', () => {
  const without = scenario('', '[{ create: { user: u, without: [title] } }]');

  it('is played where the target can do without', () => {
    expect(skipReason(without, rfc, DEFAULT_MAPPING)).toBeUndefined();
  });

  const requiring = new SchemaSet(
    STANDARD_SCHEMAS.schemas.map((schema) => ({
      ...schema,
      attributes: schema.attributes.map((each) => (each.name === 'title' ? { ...each, required: true } : each)),
    })),
  );
  const left = (each: Scenario): readonly string[] =>
    adapted(each, DEFAULT_MAPPING, requiring, 'entra').steps.flatMap(({ intent }) =>
      intent.kind === 'create' ? intent.object.without : [],
    );

  it('creates it with what the schema of the target requires', () => {
    expect(left(without)).toEqual([]);
    expect(left(scenario('', '[{ create: { user: u, without: [title, nickName] } }]'))).toEqual(['nickName']);
  });

  it('leaves it out all the same where the step says what must come of it', () => {
    expect(left(scenario('', '[{ create: { user: u, without: [title] }, expect: { status: 400 } }]'))).toEqual(['title']);
  });
});

describe('a scenario that needs an attribute and names others in its stead', () => {
  const steps =
    '[{ create: { user: u, with: { title: Engineer } } }, { request: { path: "/Users?filter=TITLE%20pr%20and%20userTitle%20pr" }, expect: { attributes: { title: Engineer, /Title: x } } }]';
  const named = scenario('needs: [title]\ninstead: { title: [shoeSize, nickName] }', steps);
  const without: Mapping = { ...DEFAULT_MAPPING, users: DEFAULT_MAPPING.users.filter(({ name }) => name !== 'title') };

  it('stays as it is where the mapping has it', () => {
    expect(adapted(named, DEFAULT_MAPPING, STANDARD_SCHEMAS, 'entra')).toEqual(named);
  });

  it('has the first of the others that the mapping has, in every name and text, in the letter case of each', () => {
    const other = adapted(named, without, STANDARD_SCHEMAS, 'entra');
    expect(skipReason(named, rfc, without)?.reason).toBe('the mapping has no title');
    expect(skipReason(other, rfc, without)).toBeUndefined();
    const text = JSON.stringify(other.steps);
    expect(text).toContain('"with":{"nickName":"Engineer"}');
    expect(text).toContain('filter=NICKNAME%20pr%20and%20userTitle%20pr');
    expect(text).toContain('"attributes":{"nickName":"Engineer","/NickName":"x"}');
  });
});
