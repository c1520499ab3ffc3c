import { describe, expect, it } from 'vitest';
import { CLIENTS } from '../../src/client/registry.js';
import { skipReason } from '../../src/engine/run/selection.js';
import { DEFAULT_MAPPING } from '../../src/mapping/default.js';
import { loadScenario } from '../../src/scenario/load.js';
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

  it('is not played where the schema of the target requires it', () => {
    const schemas = new SchemaSet(
      STANDARD_SCHEMAS.schemas.map((schema) => ({
        ...schema,
        attributes: schema.attributes.map((each) => (each.name === 'title' ? { ...each, required: true } : each)),
      })),
    );
    expect(skipReason(without, rfc, DEFAULT_MAPPING, [], { schemas })?.reason).toBe("the target's schema requires title");
  });
});
