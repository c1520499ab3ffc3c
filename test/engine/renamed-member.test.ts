import { expect, it } from 'vitest';
import { loadScenario } from '../../src/scenario/load.js';
import { playSample } from './harness.js';

/** What is found on the correct sample, by every client; that no step failed says nothing where one was not played. */
async function findingsOf(steps: string): Promise<string[]> {
  const { scenario, problems } = loadScenario(`id: own/group\ntitle: A group\nsteps:\n${steps}`, 'own.yaml');
  expect(problems).toEqual([]);
  if (scenario === undefined) throw new Error('no scenario');
  const { findings, events } = await playSample({}, { scenarios: [scenario] });
  const ended = events.flatMap((event) => (event.type === 'step-finished' ? [event.status] : []));
  expect(ended).toEqual(Array.from({ length: 5 * scenario.steps.length }, () => 'passed'));
  return findings.map(({ check, dialect, received }) => `${check} ${dialect} ${received}`);
}

it('a member who was renamed leaves the group all the same', async () => {
  const steps = `  - create: { user: ann }
  - create: { group: team, members: [ann] }
  - update: ann
    set: { userName: "extra.\${ann.userName}" }
  - update: team
    remove: [ann]
  - read: team
    expect: { members: [] }
`;
  expect(await findingsOf(steps)).toEqual([]);
});

it('a group after a write that may rightly have gone either way is not looked for by the name that it had', async () => {
  const steps = `  - create: { user: ann }
  - create: { group: team }
  - update: team
    remove: [ann]
    expect: { status: [200, 204, 400, 404, 409] }
  - update: team
    set: { displayName: "North \${ann.id}" }
  - match: team
    former: true
    expect: { found: false }
`;
  expect(await findingsOf(steps)).toEqual([]);
});
