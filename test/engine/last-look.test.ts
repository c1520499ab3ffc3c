import { expect, it } from 'vitest';
import { playSample } from '../proof/play.js';
import { scenariosNamed } from '../scenario/shipped.js';

const scenarios = scenariosNamed('mapping/changed');

it.each([1, 4])('what a write has done to others is seen at the end, with --jobs %s, and the check does not hold', async (jobs) => {
  const { findings, held } = await playSample({ defects: ['bystander-written'] }, ['entra-default'], { scenarios, jobs });
  expect(findings.map(({ check }) => check)).toContain('SC2701');
  expect(held.has('SC2701')).toBe(false);
});

it.each([1, 4])('where nobody was touched it holds, with --jobs %s', async (jobs) => {
  const { findings, held } = await playSample({}, ['entra-default'], { scenarios, jobs });
  expect(findings).toEqual([]);
  expect(held.has('SC2701')).toBe(true);
});
