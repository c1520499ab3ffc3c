import { expect, it } from 'vitest';
import type { FindingEvent } from '../../src/event/event.js';
import type { Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, playSample, TOKEN, targetAt } from './harness.js';

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
  const findings = await found(['created-members-not-kept'], { dialects: ['rfc'] }, 'membership/leaver');
  expect(findings.map((each) => each.check)).toEqual(['SC1205']);
});

it('two names that differ in case alone are both cleaned up when their ids are not known', async () => {
  const { events } = await playSample(
    { defects: ['duplicate-in-other-case-accepted', 'create-empty-body', 'filter-case-sensitive'] },
    { dialects: ['rfc'], scenarios: scenariosNamed('users/duplicate-capitals', 'rfc/user-names') },
  );
  const cleanUp = events.find((event) => event.type === 'cleanup');
  expect(cleanUp?.created).toBeGreaterThan(1);
  expect(cleanUp?.left).toEqual([]);
});

it('what holds for groups does not clear users, nor the other way round', async () => {
  const scenarios = ['users/joiner', 'users/mover', 'users/leaver', 'groups/lifecycle', 'groups/external-id'];
  const users = await found(['user-patches-ignored'], { dialects: ['entra-default'] }, ...scenarios);
  expect(users.map((each) => each.check)).toEqual(['SC2118']);
  const groups = await found(['op-case-ignored-for-groups'], { dialects: ['entra-default', 'entra-aadOptscim062020'] }, ...scenarios);
  expect(groups.map((each) => each.check)).toEqual(['SC2101']);
});

it('a PATCH that is refused although each of its operations is accepted says so in the words of the target', async () => {
  const defects = ['many-operations-refused'];
  const playing = { dialects: ['entra-default'], scenarios: scenariosNamed('users/mover', 'mapping/changed') } as const;
  const { findings, events } = await playSample({ defects }, playing);
  expect(findings.map((each) => each.check)).toEqual(['SC2117']);
  expect(findings[0]?.expected).toMatch(/^success: the same request is accepted as \d+ requests with one operation each$/);
  expect(findings[0]?.received).toContain('Too many operations in one request.');
  const patches = events.flatMap((event) => (event.type === 'exchange' && event.request.method === 'PATCH' ? [event] : []));
  expect(patches.filter((each) => each.own === true).length).toBeGreaterThan(2);
});

it('where one operation is refused by itself, the refusal stays with that operation', async () => {
  const findings = await found(['op-case-sensitive'], { dialects: ['entra-default'] }, 'users/mover', 'mapping/changed');
  expect(findings.map((each) => each.check)).toEqual(['SC2101']);
});

it('where one value breaks the look-ups of everybody, the resource is named after which they began to fail', async () => {
  const playing = {
    dialects: ['entra-default'],
    scenarios: scenariosNamed('users/joiner', 'users/mover'),
    jobs: 1,
  } as const;
  const { findings, exchanges } = await playSample({ defects: ['apostrophe-breaks-lists'] }, playing);
  const broken = findings.find(({ check }) => check === 'SC1104');
  const named = /; look-ups were answered until "([^"]*)" was created$/.exec(broken?.received ?? '')?.[1];
  const created = exchanges.find(({ request }) => request.method === 'POST' && request.body?.includes(`"userName":"${named}"`) === true);
  expect(created?.request.body).toContain("'");
  const all = await playSample({ defects: ['create-500-kept'] }, playing);
  expect(all.findings).not.toEqual([]);
  for (const { received } of all.findings) expect(received).not.toContain('look-ups were answered until');
});

it('a look-up that breaks down by its own value alone is no fault of what was created before it', async () => {
  const server = inMemory({ token: TOKEN }, 'http://sample.test/scim/v2');
  const response = { status: 500, headers: [], text: '', milliseconds: 0, truncated: false };
  const answered = new Set<string>();
  let isWritten = false;
  const transport: Transport = {
    ...server,
    send: async (request) => {
      const { filter, method } = request;
      isWritten ||= method === 'POST';
      if (filter === undefined) return await server.send(request);
      if (isWritten && !answered.has(filter.value)) return { ok: true, response };
      answered.add(filter.value);
      return await server.send(request);
    },
  };
  const playing = { dialects: ['entra-default'], scenarios: scenariosNamed('users/mover', 'users/transfer'), jobs: 1 } as const;
  const { findings } = await playAgainst({ target: targetAt('http://sample.test/scim/v2'), transport }, playing);
  const broken = findings.find(({ check }) => check === 'SC1104');
  expect(broken?.received).toMatch(/^500/);
  expect(broken?.received).not.toContain('look-ups were answered until');
});

it('what a form of our own has damaged is neither a sign that it did not help nor laid at the next write', async () => {
  const findings = await found(
    ['pathless-dotted-literal', 'complex-replaced-whole'],
    { dialects: ['entra-aadOptscim062020'] },
    'users/mover',
  );
  expect(findings.map((each) => each.check)).toEqual(['SC2107']);
});

it('a member who stands in a group twice is one finding of each client, wherever it is looked at', async () => {
  const findings = await found(
    ['member-twice'],
    { dialects: ['entra-default', 'okta-oin'] },
    'membership/added-again',
    'membership/two-groups',
  );
  expect(findings.map((each) => each.check)).toEqual(['SC2311', 'SC2311']);
});

it('what a form of our own brings late is not laid at the next write', async () => {
  const findings = await found(['active-string-ignored', 'reads-are-late'], { dialects: ['entra-default'], jobs: 1 }, 'users/leaver');
  expect(findings.map((each) => each.check).sort()).toEqual(['SC2102', 'SC2702']);
});
