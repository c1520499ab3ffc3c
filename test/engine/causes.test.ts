import { expect, it } from 'vitest';
import type { FindingEvent } from '../../src/event/event.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playSample } from './harness.js';

async function found(
  defects: readonly string[],
  dialects: Parameters<typeof playSample>[1],
  ...scenarios: string[]
): Promise<FindingEvent[]> {
  const { findings } = await playSample({ defects }, { ...dialects, scenarios: scenariosNamed(...scenarios) });
  return [...findings];
}

it('a user that should not have been created is no bystander', async () => {
  const findings = await found(['duplicate-in-other-case-accepted', 'name-missing'], { dialects: ['rfc'] }, 'users/duplicate-capitals');
  expect(findings.map((each) => each.check).sort()).toEqual(['SC1205', 'SC1210']);
});

it('all values of a create that were lost are named, and an exchange counts once', async () => {
  const [finding] = await found(['create-drops-extension'], { dialects: ['entra-default'] }, 'users/joiner');
  expect(finding?.check).toBe('SC1205');
  expect(finding?.received).toMatch(/ \(likewise urn:/);
  expect(finding?.count).toBeLessThan(10);
});

it('an attribute that was lost when a user was created leaves the others provable', async () => {
  const findings = await found(
    ['create-drops-extension', 'op-case-sensitive'],
    { dialects: ['entra-default'] },
    'users/joiner',
    'users/mover',
    'users/leaver',
  );
  expect(findings.map((each) => each.check).sort()).toEqual(['SC1205', 'SC2101']);
});

it('a wrong form of errors does not keep their status from being judged', async () => {
  const findings = await found(
    ['error-status-number', 'unknown-path-accepted', 'mistakes-answer-500'],
    { dialects: ['rfc'] },
    'rfc/mistakes',
  );
  expect(findings.map((each) => each.check).sort()).toEqual(['SC1103', 'SC1126']);
});

it('what looks at members that never arrived is blocked by that', async () => {
  const findings = await found(['put-ignores-members', 'second-member-dropped'], { dialects: ['rfc'] }, 'membership/leaver');
  expect(findings.map((each) => each.check)).not.toContain('SC2404');
});

it('two names that differ in case alone are both cleaned up when their ids are not known', async () => {
  const { events } = await playSample(
    { defects: ['duplicate-in-other-case-accepted', 'create-empty-body', 'filter-case-sensitive'] },
    { dialects: ['rfc'], scenarios: scenariosNamed('users/duplicate-capitals', 'rfc/user-names') },
  );
  expect(events.flatMap((event) => (event.type === 'cleanup' ? event.left : []))).toEqual([]);
});

it('what holds for groups does not clear users, nor the other way round', async () => {
  const scenarios = ['users/joiner', 'users/mover', 'users/leaver', 'groups/lifecycle', 'groups/external-id'];
  const users = await found(['user-patches-ignored'], { dialects: ['entra-default'] }, ...scenarios);
  expect(users.map((each) => each.check)).toEqual(['SC2118']);
  const groups = await found(['op-case-ignored-for-groups'], { dialects: ['entra-default', 'entra-aadOptscim062020'] }, ...scenarios);
  expect(groups.map((each) => each.check)).toEqual(['SC2101']);
});
