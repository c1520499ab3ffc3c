import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPackageFile } from '../../src/base/package-files.js';
import { CLIENTS, dialectsNamed } from '../../src/client/registry.js';
import { VARIANTS, type Variant, type VariantInfo } from '../../src/client/variant.js';
import { SCENARIOS } from '../scenario/shipped.js';

const NAMES = Object.keys(VARIANTS) as Variant[];
/** The families that a name under `clients:` stands for. */
function familiesOf(names: readonly string[] | undefined): string[] {
  return [...new Set((names ?? ['entra', 'okta', 'rfc']).flatMap(dialectsNamed).map((dialect) => CLIENTS[dialect].family))];
}

describe('variants', () => {
  it('are those of the schema', () => {
    expect(JSON.parse(readPackageFile('schemas/scenario.schema.json')).$defs.as.enum).toEqual(NAMES);
  });

  it.each(NAMES)('%s is argued in the documentation of its client', (name) => {
    const { family }: VariantInfo = VARIANTS[name];
    expect(readFileSync(fileURLToPath(new URL(`../../docs/clients/${family}.md`, import.meta.url)), 'utf8')).toContain(`\`${name}\``);
  });

  it('are asked for only where every client that plays the scenario knows them', () => {
    const asked = SCENARIOS.flatMap((scenario) =>
      scenario.steps.flatMap((step) =>
        step.as === undefined ? [] : [[scenario.id, VARIANTS[step.as].family, familiesOf(scenario.clients)]],
      ),
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter(([, family, families]) => JSON.stringify(families) !== JSON.stringify([family]))).toEqual([]);
  });
});

describe('each variant', () => {
  it('is played by a scenario', () => {
    const played = new Set(SCENARIOS.flatMap((scenario) => scenario.steps.flatMap((step) => step.as ?? [])));
    expect(NAMES.filter((name) => !played.has(name))).toEqual([]);
  });
});

it('plays under granular deprovisioning what other catalog apps play', () => {
  const named = SCENARIOS.filter(({ clients = [] }) => clients.includes('okta-oin'));
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter(({ clients = [] }) => !clients.includes('okta-granular')).map(({ id }) => id)).toEqual([]);
});

describe('clients by name', () => {
  it('are all dialects of a family but those on request', () => {
    expect(dialectsNamed('entra')).toEqual(['entra-default', 'entra-aadOptscim062020']);
    expect(dialectsNamed('okta')).toEqual(['okta-oin', 'okta-aiw']);
    expect(dialectsNamed('rfc')).toEqual(['rfc']);
  });

  it('are one dialect under its own name, in any letter case', () => {
    expect(dialectsNamed('Entra-On-Demand')).toEqual(['entra-on-demand']);
    expect(dialectsNamed('okta-granular')).toEqual(['okta-granular']);
    expect(dialectsNamed('entra-aadoptscim062020')).toEqual(['entra-aadOptscim062020']);
    expect(dialectsNamed('onelogin')).toEqual([]);
  });

  it('stand under their own dialect', () => {
    for (const [dialect, client] of Object.entries(CLIENTS)) expect(client.dialect).toBe(dialect);
  });
});
