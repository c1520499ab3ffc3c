import { expect, it } from 'vitest';
import type { RunEvent } from '../../src/event/event.js';
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

it('groups that were deleted and still stand with the people who were in them are seen at the end, as a warning', async () => {
  const options = { scenarios: scenariosNamed('groups/lifecycle') };
  const faulty = await playSample({ defects: ['deleted-groups-still-shown'] }, ['entra-default'], options);
  expect(faulty.findings.map(({ check, severity }) => `${check} ${severity}`)).toEqual(['SC2713 warning']);
  const right = await playSample({}, ['entra-default'], options);
  expect([right.findings, right.held.has('SC2713')]).toEqual([[], true]);
});

it.each([
  ['group-deletion-deletes-members', 'groups/lifecycle', 'entra-default'],
  ['emptied-group-deleted', 'rfc/group-members', 'rfc'],
  ['reports-deleted-with-manager', 'manager/deleted', 'entra-default'],
] as const)('what vanishes with %s was deleted by nobody: that is the cause, and no other', async (defect, scenario, dialect) => {
  const { findings } = await playSample({ defects: [defect] }, [dialect], { scenarios: scenariosNamed(scenario) });
  expect(findings.map(({ check }) => check)).toEqual(['SC2703']);
});

it('a manager who was deleted may be taken away from the people who reported to them', async () => {
  const { findings } = await playSample({ variants: ['managers-go-when-deleted'] }, ['entra-default', 'rfc'], {
    scenarios: scenariosNamed('manager/deleted'),
  });
  expect(findings).toEqual([]);
});

it('a client that plays none of the scenarios writes nothing, and nothing holds for it', async () => {
  const cleanUps: unknown[] = [];
  const onEvent = (event: RunEvent): void => void (event.type === 'cleanup' && cleanUps.push(event.created));
  const options = { scenarios: scenariosNamed('users/leaver'), onEvent };
  const { requests, held } = await playSample({}, ['okta-oin'], options);
  // The probe, and the documents in which a target says what it has.
  expect([requests, cleanUps, held.has('SC2701')]).toEqual([4, [0], false]);
});

it.each(['member-type-fixed', 'references-of-first'])(
  'members that are shown as others (%s) are told to clients of the standard alone',
  async (defect) => {
    const options = { scenarios: scenariosNamed('rfc/group-put') };
    const faulty = await playSample({ defects: [defect] }, ['rfc', 'okta-oin'], options);
    expect(faulty.findings.map(({ check, severity }) => `${check} ${severity}`)).toEqual(['SC2714 warning']);
    const right = await playSample({}, ['rfc'], options);
    expect([right.findings, right.held.has('SC2714')]).toEqual([[], true]);
  },
);
