import { describe, expect, it } from 'vitest';
import { type VerdictKind, verdictsOf } from '../../src/event/verdict.js';
import type { Sent, Transport } from '../../src/http/transport.js';
import { defaultMappingOf } from '../../src/mapping/default.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { type Played, playSample as play, playAgainst, TOKEN } from './harness.js';

const GROUPS = ['groups', 'members', 'rename-group'];

const verdicts = ({ events }: Played): VerdictKind[] => verdictsOf(events).map(({ verdict }) => verdict);

const notProvisioned = ({ events }: Played): string[][] =>
  verdictsOf(events).map(({ coverage }) =>
    coverage.capabilities.filter(({ status }) => status === 'not-provisioned').map(({ capability }) => capability),
  );

describe('a target without groups that clients may write', () => {
  it.each(['groups-read-only', 'groups-not-served'])('%s: says it once per dialect, and nobody misses groups', async (defect) => {
    const played = await play({ defects: [defect] });
    expect(played.findings.map(({ check }) => check)).toEqual(Array(5).fill('SC2807'));
    expect(verdicts(played)).toEqual(['ready-with-warnings', 'ready-with-warnings', 'ready-with-warnings']);
    expect(notProvisioned(played)).toEqual([GROUPS, [...GROUPS, 'delete'], GROUPS]);
    expect(played.findings[0]?.received).toMatch(/managed in the app|not implemented/);
  });

  it('or puts nobody into one, as its /Schemas says: neither', async () => {
    const played = await play({ defects: ['groups-without-members'] });
    expect(played.findings.map(({ check }) => check)).toEqual(Array(5).fill('SC2807'));
    expect(verdicts(played)).toEqual(['ready-with-warnings', 'ready-with-warnings', 'ready-with-warnings']);
  });

  it('is not ready for a mapping file that has groups', async () => {
    const played = await play({ defects: ['groups-read-only'] }, { dialects: ['entra-default'], mapping: defaultMappingOf('entra') });
    expect(verdicts(played)).toEqual(['incomplete']);
    expect(notProvisioned(played)).toEqual([[]]);
  });

  it('that lists none is told nothing, and the coverage says so', async () => {
    const played = await play({ variants: ['no-group-type'] });
    expect(played.findings).toEqual([]);
    expect(verdicts(played)).toEqual(['ready', 'ready', 'ready']);
    expect(notProvisioned(played)).toEqual([GROUPS, [...GROUPS, 'delete'], GROUPS]);
  });
});

describe('a rule of the target', () => {
  it.each([
    ['seats-used-up', 'SC2801'],
    ['domains-verified', 'SC2802'],
  ])('%s: is one warning per dialect, and what it keeps from being tested is missed', async (defect, check) => {
    const played = await play({ defects: [defect] });
    expect(new Set(played.findings.map((finding) => `${finding.check} ${finding.severity}`))).toEqual(new Set([`${check} warning`]));
    expect(verdicts(played)).toEqual(['incomplete', 'incomplete', 'incomplete']);
  });

  it('about the domain is met with --domain', async () => {
    const played = await play({ defects: ['domains-verified'] }, { domain: 'corp.example', dialects: ['entra-default'] });
    expect(played.findings).toEqual([]);
    expect(verdicts(played)).toEqual(['ready']);
  });
});

describe('reads that are behind', () => {
  it('leave nothing behind that is only shown a while longer', async () => {
    const clock = new VirtualClock();
    const { target, transport } = sampleTransport({ token: TOKEN, clock });
    const shown = new Map<string, Sent>();
    const deleted = new Map<string, number>();
    const late: Transport = {
      close: () => transport.close(),
      send: async (request, options) => {
        if (request.method === 'DELETE') deleted.set(request.target, clock.now());
        const isLate = request.method === 'GET' && clock.now() - (deleted.get(request.target) ?? Number.NEGATIVE_INFINITY) < 2000;
        const answer = isLate ? shown.get(request.target) : undefined;
        if (answer !== undefined) return answer;
        const sent = await transport.send(request, options);
        if (request.method === 'GET') shown.set(request.target, sent);
        return sent;
      },
    };
    const played = await playAgainst({ target, transport: late, clock }, { dialects: ['rfc'], scenarios: scenariosNamed('users/joiner') });
    expect(played.events.find((event) => event.type === 'cleanup')).toMatchObject({ left: [] });
  });
});
