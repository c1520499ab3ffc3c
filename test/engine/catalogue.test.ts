import { describe, expect, it } from 'vitest';
import { schemasBeyondStandard } from '../../src/config/sample-schemas.js';
import { findMapping, listMappings } from '../../src/mapping/catalogue.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playSample, summary } from './harness.js';

function mappingNamed(name: string): Mapping {
  const found = findMapping(name);
  if (!found.ok) throw new Error(found.message);
  return found.mapping;
}

/** g-suite is no SCIM app: it has no userName, and the command line refuses it. */
const apps = listMappings().filter((name) => mappingNamed(name).users.some((row) => row.name === 'userName'));

describe('every mapping of the catalogue', () => {
  it.each(apps)('%s is clean against a correct server', async (name) => {
    const mapping = mappingNamed(name);
    const scenarios = scenariosNamed('users/joiner', 'users/leaver', 'users/rename', 'manager/changes', 'groups/lifecycle', 'groups/push');
    const { findings } = await playSample(
      { extraSchemas: schemasBeyondStandard(mapping) },
      { mapping, scenarios, dialects: ['entra-default', 'okta-oin'] },
    );
    expect(summary(findings)).toEqual([]);
  });
});

describe('a mapped attribute that the target drops', () => {
  it('is named with the row of the mapping that asks for it', async () => {
    const mapping = mappingNamed('rootly');
    const scenarios = scenariosNamed('users/joiner');
    const { findings } = await playSample({ defects: ['name-missing'] }, { mapping, scenarios, dialects: ['entra-default'] });
    const row = mapping.users.find((each) => each.name === 'name.givenName');
    expect(row?.line).toBeGreaterThan(0);
    expect(findings.map((finding) => finding.expected).join('\n')).toContain(`(mapping rootly, row of line ${row?.line})`);
  });
});
