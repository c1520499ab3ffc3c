import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import { loadScenario } from '../../src/scenario/load.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { playAgainst, playSample, TOKEN } from './harness.js';

/** Plays steps against the sample, and tells what was found, what was sent and how each step ended. */
async function played(steps: string, { dialect = 'rfc', defects = [] }: { dialect?: Dialect; defects?: readonly string[] } = {}) {
  const { scenario, problems } = loadScenario(`id: own/authors\ntitle: Authors\nsteps:\n${steps}`, 'own.yaml');
  expect(problems).toEqual([]);
  if (scenario === undefined) throw new Error('no scenario');
  const { events, findings, exchanges, elapsed } = await playSample({ defects }, { scenarios: [scenario], dialects: [dialect] });
  return {
    findings: findings.map(({ check, expected }) => `${check}: ${expected}`),
    steps: events.flatMap((event) => (event.type === 'step-finished' ? `${event.label}: ${event.status}` : [])),
    skipped: events.flatMap((event) => (event.type === 'scenario-finished' && event.status === 'skipped' ? event.reason : [])),
    bodies: exchanges.flatMap(({ scenario: of, request }) => (of === scenario.id ? (request.body ?? []) : [])),
    elapsed,
  };
}

/** Plays a search for somebody against a target that shows nobody for the first twenty seconds. */
async function late(rest: string): Promise<string[]> {
  const steps = `steps:\n  - create: { user: ann }\n  - request: { path: "/Users?filter=active%20eq%20true", capture: { total: /totalResults } }\n    expect: { attributes: { /totalResults: 1 } }\n${rest}`;
  const { scenario } = loadScenario(`id: own/late\ntitle: Late\n${steps}`, 'own.yaml');
  if (scenario === undefined) throw new Error('no scenario');
  const clock = new VirtualClock();
  const server = sampleTransport({ token: TOKEN, clock });
  const send: typeof server.transport.send = async (request, options) => {
    const answer = await server.transport.send(request, options);
    if (!answer.ok || !request.target.includes('active%20eq')) return answer;
    const totalResults = clock.elapsed() < 20_000 ? 0 : 1;
    const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults, Resources: [] };
    return { ok: true, response: { ...answer.response, body, text: JSON.stringify(body) } };
  };
  const { findings } = await playAgainst(
    { target: server.target, transport: { ...server.transport, send }, clock },
    { scenarios: [scenario], dialects: ['rfc'] },
  );
  return findings.flatMap(({ check, scenario: of }) => (of === scenario.id && check === 'SC9002' ? [check] : []));
}

describe('wait', () => {
  it('lets time pass and sends nothing', async () => {
    const { steps, elapsed, bodies } = await played('  - wait: 90');
    expect(steps).toEqual(['wait 90 s: passed']);
    expect(elapsed).toBeGreaterThanOrEqual(90_000);
    expect(bodies).toEqual([]);
  });
});

describe('within', () => {
  const look = (rest: string): string =>
    `  - create: { user: ann, with: { title: Engineer } }\n  - request: { path: "/Users?filter=title%20eq%20%22Nobody\${run.id}%22", capture: { total: /totalResults } }\n    expect: { attributes: { /totalResults: 1 } }\n${rest}`;

  it('looks again until its time is up, and tells what was seen last, once', async () => {
    const { findings, steps, elapsed } = await played(look('    within: 40\n'));
    expect(findings).toEqual(['SC9002: /totalResults = 1']);
    expect(steps.at(-1)).toMatch(/: failed$/);
    expect(elapsed).toBeGreaterThanOrEqual(40_000);
    expect(elapsed).toBeLessThan(60_000);
  });

  it('does not wait for what is right at once', async () => {
    const { findings, elapsed } = await played('  - create: { user: ann }\n  - match: ann\n    expect: { found: true }\n    within: 40');
    expect(findings).toEqual([]);
    expect(elapsed).toBeLessThan(5_000);
  });

  it('waits for a target that is late, which a step without it does not', async () => {
    expect(await late('    within: 40\n')).toEqual([]);
    expect(await late('')).toEqual(['SC9002']);
  });

  it('does not hide what an answer shows by itself', async () => {
    const { findings } = await played(
      '  - create: { user: ann }\n  - read: ann\n    expect: { attributes: { title: Boss } }\n    within: 4',
      {
        defects: ['wrong-content-type'],
      },
    );
    expect(findings.map((finding) => finding.slice(0, 6))).toContain('SC9002');
    expect(findings.length).toBeGreaterThan(1);
  });
});

describe('dates', () => {
  it('follow from the beginning of the run', async () => {
    const own = '"${run.date+14d} ${run.date-1w} ${run.time+2h} ${run.time}"';
    const { bodies } = await played(`  - create: { user: ann, with: { title: ${own} } }`);
    const [, in14, before, later, now] =
      /(\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)/.exec(bodies[0] ?? '') ?? [];
    const day = 86_400_000;
    const start = Date.parse(now ?? '');
    expect(Date.parse(later ?? '') - start).toBe(7_200_000);
    expect(Date.parse(in14 ?? '')).toBe(Math.floor(start / day) * day + 14 * day);
    expect(Date.parse(before ?? '')).toBe(Math.floor(start / day) * day - 7 * day);
  });
});

describe('each', () => {
  it('plays the steps for every item, in names and in values, and says which it was', async () => {
    const steps = `  - each: [{ who: ann, title: Boss }, { who: bob, title: 7 }]
    steps:
      - create: { user: "\${each.who}", with: { title: "T\${each.title} $\${each} \${\${each.who}.userName}" } }
  - each: 2
    steps:
      - create: { user: "u-\${each}" }
  - create: { group: team, members: [ann, bob, u-1, u-2] }`;
    const result = await played(steps);
    expect(result.findings).toEqual([]);
    expect(result.steps).toEqual([
      'create user ann, 1 of 2: passed',
      'create user bob, 2 of 2: passed',
      'create user u-1, 1 of 2: passed',
      'create user u-2, 2 of 2: passed',
      'create group team: passed',
    ]);
    expect(result.bodies[0]).toMatch(/"title":"TBoss \$\{each\} [^"]+@example.com"/);
    expect(result.bodies[1]).toMatch(/"title":"T7 \$\{each\} [^"]+@example.com"/);
  });

  it('puts a value in place of a text that is the variable alone, and a name in place of a key', async () => {
    const steps = `  - create: { user: ann }
  - each: [{ path: active, value: false }, { path: title, value: Boss }]
    steps:
      - update: ann
        set: { "\${each.path}": "\${each.value}" }
      - read: ann
        expect: { attributes: { "\${each.path}": "\${each.value}" } }`;
    const { findings, bodies } = await played(steps);
    expect(findings).toEqual([]);
    expect(bodies[1]).toContain('"value":false');
  });
});

describe('a group as a member', () => {
  const steps = `  - create: { user: ann }
  - create: { group: inner, members: [ann] }
  - create: { group: outer, members: [inner] }
  - read: outer
    expect: { members: [inner] }
  - update: outer
    add: [ann]
    remove: [inner]
  - read: outer
    expect: { members: [ann] }`;

  it('is sent by a client of the standard, with its type', async () => {
    const { findings, steps: ended, bodies } = await played(steps);
    expect(findings).toEqual([]);
    expect(ended.every((step) => step.endsWith(': passed'))).toBe(true);
    expect(bodies[2]).toMatch(/"members":\[\{"value":"[^"]+","type":"Group"\}\]/);
  });

  it.each([
    ['entra-default', 'Entra provisions the users in a group, and no groups in it'],
    ['okta-aiw', 'the groups of Okta hold people alone'],
  ] as const)('is nothing that %s sends', async (dialect, reason) => {
    const { skipped, bodies, findings } = await played(steps, { dialect });
    expect({ skipped, bodies, findings }).toEqual({ skipped: [reason], bodies: [], findings: [] });
  });
});
