import { describe, expect, it } from 'vitest';
import { exitCodeOf, verdictsOf } from '../../src/event/verdict.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playSample, summary } from './harness.js';

describe('a run against a correct server', () => {
  it('finds nothing under any client, and leaves the server as it was', async () => {
    const { events, findings, before, after } = await playSample({});
    expect(summary(findings)).toEqual([]);
    expect(verdictsOf(events).map((verdict) => [verdict.client, verdict.verdict])).toEqual([
      ['entra', 'ready'],
      ['okta', 'ready'],
      ['rfc', 'ready'],
    ]);
    expect(exitCodeOf(events)).toBe(0);
    expect(after).toEqual(before);
    const cleanup = events.find((event) => event.type === 'cleanup');
    expect(cleanup?.created).toBeGreaterThan(20);
    expect(cleanup?.left).toEqual([]);
  });

  it('is the same again with the same seed, to the letter of every body', async () => {
    const scenarios = scenariosNamed('users/leaver', 'users/mover');
    const bodies = async (seed: number): Promise<unknown> => {
      const { exchanges } = await playSample({}, { scenarios, seed, jobs: 1, dialects: ['entra-default'] });
      return exchanges.filter((exchange) => exchange.purpose === 'create').map((exchange) => exchange.request.body);
    };
    expect(await bodies(5)).toEqual(await bodies(5));
    expect(await bodies(5)).not.toEqual(await bodies(6));
  });

  it('plays every scenario with at least one client, and says why it skips the others', async () => {
    const { events } = await playSample({ variants: ['groups-described'] });
    const finished = events.filter((event) => event.type === 'scenario-finished');
    const played = new Set(finished.filter((event) => event.status === 'passed').map((event) => event.scenario));
    // Roles and required attributes are in no default mapping, and the sample advertises no entitlements; they have tests of their own.
    const expected = scenariosNamed()
      .map((scenario) => scenario.id)
      .filter((id) => !/^(roles\/|mapping\/required|import\/entitlement)/.test(id));
    expect(expected.filter((id) => !played.has(id))).toEqual([]);
    for (const event of finished) if (event.status === 'skipped') expect(event.reason).toMatch(/\w/);
  });
});

describe('a run against a defective server', () => {
  it('names the defect once per client, with the step, what was sent, expected and received', async () => {
    const { findings, events } = await playSample(
      { defects: ['active-string-ignored'] },
      { dialects: ['entra-default', 'okta-oin'], scenarios: scenariosNamed('users/joiner', 'users/leaver') },
    );
    expect(summary(findings)).toEqual(['SC2102 entra-default']);
    const [finding] = findings;
    expect(finding).toMatchObject({
      scenario: 'users/leaver',
      expected: 'active = false: the same request is carried out with false as a JSON boolean',
      received: '200, then GET: active = true',
    });
    expect(finding?.sent).toContain('{"op":"Replace","path":"active","value":"False"}');
    expect(finding?.repeat).toContain('"Authorization: Bearer $SCIM_CHECK_TOKEN"');
    expect(finding?.blocks).toContain('users/leaver:3');
    // Two scenarios alone show nothing of groups, for example.
    expect(verdictsOf(events).map((verdict) => verdict.verdict)).toEqual(['not-ready', 'incomplete']);
    expect(exitCodeOf(events)).toBe(1);
  });

  it('keeps two defects apart', async () => {
    const defects = ['remove-members-by-value-empties', 'manager-string-refused'];
    const { findings } = await playSample({ defects }, { dialects: ['entra-default'] });
    expect(summary(findings)).toEqual(['SC2111 entra-default', 'SC2302 entra-default']);
  });
});
