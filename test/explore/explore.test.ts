import { describe, expect, it } from 'vitest';
import { exploreExitCode } from '../../src/app/explore-exit-code.js';
import type { RunEvent } from '../../src/event/event.js';
import type { Transport } from '../../src/http/transport.js';
import { ENTRA_DEFAULT_MAPPING } from '../../src/mapping/default.js';
import { loadScenario } from '../../src/scenario/load.js';
import { isObject, type Json } from '../../src/scim/json.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { playSample } from '../proof/play.js';
import { type SampleTransport, sampleTransport } from '../sample/transport.js';
import { exploreAgainst, exploreSample } from './explore-sample.js';

const DIALECTS = ['entra-default', 'entra-aadOptscim062020', 'okta-oin', 'okta-aiw', 'rfc'] as const;

/** Defects that no scenario is needed for, with the client and the steps that a person would write down. */
const FOUND = [
  ['remove-ignored', 'rfc', 2],
  ['put-ignores-active', 'okta-aiw', 2],
  ['patch-clears-nickname', 'rfc', 2],
  ['replace-ignored', 'entra-aadOptscim062020', 2],
] as const;

/** The sample, but that it sets some attributes itself: what a body says of them is passed over, and a PATCH of them is refused. */
function withReadOnly(names: readonly string[], clock: VirtualClock): SampleTransport {
  const sample = sampleTransport({ token: 'explore-0123456789', clock });
  const detail = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '400',
    scimType: 'mutability',
    detail: 'It is read-only.',
  };
  const isNamed = new RegExp(`"(path":"([^"]*:)?)?(${names.join('|')})"`, 'i');
  const without = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(without);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, part]) => (names.some((each) => sameName(each, name)) ? [] : [[name, without(part)]])),
    );
  };
  const redeclared = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(redeclared);
    if (!isObject(value)) return value;
    const parts = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, redeclared(part)]));
    return names.includes(String(value['name'])) ? { ...parts, mutability: 'readOnly' } : parts;
  };
  const send: Transport['send'] = async (request, given) => {
    const { method, body } = request;
    if (method === 'PATCH' && isNamed.test(JSON.stringify(body ?? null)))
      return {
        ok: true,
        response: { status: 400, headers: [], text: JSON.stringify(detail), body: detail, milliseconds: 1, truncated: false },
      };
    const sent = await sample.transport.send(
      body === undefined || method === 'PATCH' ? request : { ...request, body: without(body) },
      given,
    );
    if (!sent.ok || !request.target.startsWith('/Schemas') || sent.response.body === undefined) return sent;
    const shown = redeclared(sent.response.body);
    return { ...sent, response: { ...sent.response, body: shown, text: JSON.stringify(shown) } };
  };
  return { ...sample, transport: { ...sample.transport, send } };
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

describe('an exploration', () => {
  it.each(FOUND)('finds %s under %s, in a history of %i steps that run plays', async (defect, dialect, steps) => {
    const saved = new Map<string, string>();
    const save = (name: string, text: string): string => {
      saved.set(name, text);
      return `${name}.yaml`;
    };
    const explored = await exploreSample({ defects: [defect] }, { dialects: [dialect], histories: 25, save });
    const [fault] = explored.faults;
    expect(fault?.steps).toHaveLength(steps);
    const name = `explore-${dialect.toLowerCase()}-1`;
    expect(fault).toMatchObject({ failed: fault?.plays, file: `${name}.yaml` });
    expect(explored.faults.map(({ scenario }) => scenario)).toEqual(expect.arrayContaining(explored.findings.map((each) => each.scenario)));
    // One defect, one cause, whatever else has shown it.
    expect(new Set(explored.findings.map(({ check }) => check)).size).toBe(1);

    // What was found becomes a regression test: it fails on the defect, and on nothing else.
    const { scenario, problems } = loadScenario(saved.get(name) ?? '', 'found.yaml');
    expect(problems).toEqual([]);
    if (scenario === undefined) throw new Error('there is no scenario');
    const again = await playSample({ defects: [defect] }, [dialect], { scenarios: [scenario], seed: 99 });
    expect(again.findings).not.toEqual([]);
    const correct = await playSample({}, [dialect], { scenarios: [scenario] });
    expect(correct.findings).toEqual([]);
  });

  it('finds nothing on a correct server, and removes what it creates', async () => {
    const explored = await exploreSample({}, { dialects: [...DIALECTS], histories: 10 });
    expect(explored.findings).toEqual([]);
    expect(explored.finished.map(({ histories, faults, cut }) => [histories, faults, cut])).toEqual(DIALECTS.map(() => [10, 0, 0]));
    const cleanup = explored.events.find((event) => event.type === 'cleanup');
    expect(cleanup?.left).toEqual([]);
    expect(cleanup?.created).toBeGreaterThan(40);
  });

  it('finds nothing where answers are throttled, or members and values come in forms of their own', async () => {
    for (const variant of ['sometimes-throttled', 'members-among-the-users-groups', 'numeric-ids', 'no-groups']) {
      const { findings } = await exploreSample({ variants: [variant] }, { histories: 6 });
      expect(findings, variant).toEqual([]);
    }
  });

  it('plays less where the mapping has three attributes and no groups', async () => {
    const { groups: _groups, ...mapping } = ENTRA_DEFAULT_MAPPING;
    const users = mapping.users.filter(({ name }) => /^(userName|active|displayName)$/.test(name));
    const { findings, finished } = await exploreSample({}, { histories: 8, mapping: { ...mapping, users } });
    expect(findings).toEqual([]);
    expect(finished[0]?.histories).toBe(8);
    expect(finished[0]?.pairs).toBeLessThan(200);
  });

  it('leaves out what /Schemas declares read-only', async () => {
    const clock = new VirtualClock();
    const { findings, finished } = await exploreAgainst(withReadOnly(['title', 'nickName', 'department'], clock), clock, {
      dialects: ['entra-default', 'okta-aiw', 'rfc'],
      histories: 9,
    });
    expect(findings.map(({ check, received }) => [check, received])).toEqual([]);
    expect(finished.map(({ histories }) => histories)).toEqual([9, 9, 9]);
    expect(finished.every(({ visited }) => visited > 10)).toBe(true);
  });

  it('draws the same histories for the same seed, and others for another', async () => {
    const requestsOf = async (seed: number): Promise<readonly string[]> => {
      const sent: string[] = [];
      const onEvent = (event: { readonly type: string }): void => {
        if (event.type === 'exchange' && 'request' in event) sent.push(JSON.stringify(event.request));
      };
      await exploreSample({}, { histories: 3, seed, onEvent });
      return sent.map((request) => request.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID'));
    };
    const first = await requestsOf(5);
    expect(first.length).toBeGreaterThan(30);
    expect(await requestsOf(5)).toEqual(first);
    expect(await requestsOf(6)).not.toEqual(first);
  });

  it('tells three defects at once as three causes, each once, with the next one behind the first', async () => {
    const defects = ['remove-ignored', 'replace-members-adds', 'leading-zeros-lost'];
    const { faults, findings } = await exploreSample({ defects }, { dialects: ['rfc'], histories: 60 });
    const told = faults.map(({ check }) => check);
    expect(told).toEqual([...new Set(told)]);
    const checks = findings.map(({ check }) => check);
    expect(checks).toEqual(expect.arrayContaining(['SC1252', 'SC2114', 'SC2305']));
    // A remove that is ignored is not refused either where it must be; of elements it may count as a matter of value paths.
    const besides = checks.filter((check) => !['SC1252', 'SC2114', 'SC2305'].includes(check));
    expect(['SC2104', 'SC2105', 'SC2122', 'SC2135']).toEqual(expect.arrayContaining(besides));
  });

  it('tells in one sentence that groups are denied, and goes on with people', async () => {
    for (const [defect, dialect] of [
      ['groups-read-only', 'entra-default'],
      ['groups-not-served', 'okta-oin'],
    ] as const) {
      const { findings, finished } = await exploreSample({ defects: [defect] }, { dialects: [dialect], histories: 12 });
      expect(findings.map(({ check }) => check)).toEqual(['SC2807']);
      expect(finished[0]?.histories).toBe(12);
    }
  });

  it('sends no member twice in one list', async () => {
    const bodies: string[] = [];
    const onEvent = (event: RunEvent): void => {
      if (event.type === 'exchange' && event.request.method === 'PUT') bodies.push(JSON.stringify(event.request.body ?? ''));
    };
    await exploreSample({}, { dialects: ['okta-aiw'], histories: 40, onEvent });
    const idsIn = (body: string): string[] => [...body.matchAll(/\\?"value\\?":\\?"([0-9a-f-]{36})/g)].map(([, id = '']) => id);
    const lists = bodies.map(idsIn).filter((ids) => ids.length > 1);
    expect(lists.length).toBeGreaterThan(10);
    for (const ids of lists) expect(ids).toEqual([...new Set(ids)]);
  });

  it('stops where the target lets nobody delete, and says so', async () => {
    const { events, finished } = await exploreSample({ defects: ['delete-unsupported'] }, { dialects: ['okta-oin'], histories: 60 });
    expect(finished[0]?.histories).toBeLessThan(30);
    expect(finished[0]?.stopped).toMatch(/^The target has kept [23]\d resources from being removed$/);
    expect(exploreExitCode(events, 'error')).toBe(1);
    const notices = events.flatMap((event) => (event.type === 'notice' ? [event.message] : []));
    expect(notices).toEqual(expect.arrayContaining([expect.stringMatching(/^The target has kept [23]\d resources from being removed/)]));
    const few = await exploreSample({ defects: ['delete-unsupported'] }, { dialects: ['okta-oin'], histories: 2 });
    expect(few.finished[0]?.stopped).toMatch(/^The target has kept \d resources? from being removed$/);
    expect(exploreExitCode(few.events, 'error')).toBe(1);
  });

  it('tells as a finding that a target keeps whom it deletes, although it stops for that', async () => {
    const { events, finished, findings } = await exploreSample({ defects: ['delete-deactivates'] }, { dialects: ['rfc'], histories: 60 });
    expect(finished[0]?.histories).toBeLessThan(30);
    expect(findings.map(({ check }) => check)).toContain('SC2601');
    expect(exploreExitCode(events, 'error')).toBe(1);
  });

  it('keeps what it has found when it is interrupted', async () => {
    const controller = new AbortController();
    let replayed = 0;
    const explored = await exploreSample(
      { defects: ['remove-ignored'] },
      {
        dialects: ['rfc'],
        histories: 50,
        signal: controller.signal,
        onEvent: (event) => {
          if (event.type === 'explore-progress' && event.doing.includes('shorter')) replayed = 1;
          if (replayed > 0 && event.type === 'exchange') replayed += 1;
          if (replayed === 80) controller.abort();
        },
      },
    );
    expect(explored.findings.map(({ check }) => check)).toEqual(['SC2114']);
    expect(explored.events.at(-1)).toMatchObject({ type: 'run-finished', aborted: { kind: 'interrupted' } });
    expect(explored.events.find((event) => event.type === 'cleanup')).toMatchObject({ left: [] });
  });
});
