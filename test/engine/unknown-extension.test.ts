import { expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import { schemasBeyondStandard } from '../../src/config/sample-schemas.js';
import { findMapping } from '../../src/mapping/catalogue.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import { playSample } from '../proof/play.js';
import { scenariosNamed } from '../scenario/shipped.js';

// Slack's mapping has a manager, and more, in an extension of its own.
const CLIENTS: readonly Dialect[] = ['entra-default', 'okta-oin', 'rfc'];

function slack(): Mapping {
  const found = findMapping('slack');
  if (!found.ok) throw new Error(found.message);
  return found.mapping;
}

it.each(CLIENTS)('an extension that a target does not have at all is told once, as what a create does not store: %s', async (dialect) => {
  const scenarios = scenariosNamed('users/poor', 'membership/renamed', 'mapping/changed');
  const { findings } = await playSample({}, [dialect], { mapping: slack(), scenarios, jobs: 1 });
  expect(findings.map(({ check }) => check)).toEqual(['SC1205']);
});

it.each(CLIENTS)('a manager that the target declares as a plain text is written as one: %s', async (dialect) => {
  const mapping = slack();
  const scenarios = scenariosNamed('membership/renamed', 'manager/changes', 'mapping/changed');
  const { findings } = await playSample({ extraSchemas: schemasBeyondStandard(mapping) }, [dialect], { mapping, scenarios });
  expect(findings).toEqual([]);
});
