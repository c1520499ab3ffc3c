import { expect, it } from 'vitest';
import { verdictsOf } from '../../src/event/verdict.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playSample } from './harness.js';

it('what goes wrong with roles that only /Schemas speaks of is a warning, and takes nothing from what Entra must be able to do', async () => {
  const { events, findings } = await playSample(
    { defects: ['role-json-stored'] },
    { dialects: ['entra-default'], scenarios: scenariosNamed('roles/complex', 'roles/single') },
  );
  expect(findings.map(({ check, severity }) => `${check} ${severity}`)).toEqual(['SC2141 warning']);
  const [verdict] = verdictsOf(events);
  expect(verdict?.blocking).toEqual([]);
  expect(verdict?.coverage.capabilities.filter(({ status }) => status === 'disproven')).toEqual([]);
});
