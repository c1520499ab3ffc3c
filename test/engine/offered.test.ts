import { expect, it } from 'vitest';
import { verdictsOf } from '../../src/event/verdict.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playSample } from './harness.js';

it('what goes wrong with roles that only /Schemas speaks of is a warning, and takes nothing from what Entra must be able to do', async () => {
  const { events, findings } = await playSample(
    { defects: ['value-path-no-target'] },
    { dialects: ['entra-default'], scenarios: scenariosNamed('roles/assigned') },
  );
  expect(findings.map(({ check, severity }) => `${check} ${severity}`)).toEqual(['SC2103 warning']);
  const [verdict] = verdictsOf(events);
  expect(verdict?.blocking).toEqual([]);
  expect(verdict?.coverage.capabilities.filter(({ status }) => status === 'disproven')).toEqual([]);
});

it('roles as JSON texts are played only where somebody has mapped roles, and are not missed elsewhere', async () => {
  const { events, findings } = await playSample(
    { defects: ['role-json-stored'] },
    { dialects: ['entra-default'], scenarios: scenariosNamed('roles/complex', 'roles/texts') },
  );
  expect(findings).toEqual([]);
  expect(events.flatMap((event) => (event.type === 'scenario-started' ? [event.scenario] : []))).toEqual(['roles/complex']);
  expect(verdictsOf(events)[0]?.coverage.scenarios.skipped).toBe(0);
});
