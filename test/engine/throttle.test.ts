import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/base/clock.js';
import type { Dialect } from '../../src/client/client.js';
import type { RunEvent } from '../../src/event/event.js';
import { exitCodeOf, verdictsOf } from '../../src/event/verdict.js';
import type { Transport } from '../../src/http/transport.js';
import type { Defect } from '../../src/sample/defect.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { playAgainst, summary, TOKEN } from './harness.js';

/** Lets a server throttle. */
type Limit = (request: ScimRequest, clock: Clock) => string | undefined;

async function playLimited(
  limit: () => Limit,
  defects: readonly Defect['name'][] = [],
  dialects: readonly Dialect[] = ['entra-default', 'okta-oin', 'okta-aiw'],
) {
  const clock = new VirtualClock();
  const sample = sampleTransport({ token: TOKEN, clock, defects });
  const limited = limit();
  const refused = new Map<string, number>();
  const transport: Transport = {
    ...sample.transport,
    async send(request, options) {
      const retryAfter = limited(request, clock);
      if (retryAfter === undefined) return await sample.transport.send(request, options);
      refused.set(request.method, (refused.get(request.method) ?? 0) + 1);
      const headers = retryAfter === '' ? [] : [['Retry-After', retryAfter] as const];
      return { ok: true, response: { status: 429, headers, text: '', milliseconds: 1, truncated: false } };
    },
  };
  const played = await playAgainst({ target: sample.target, transport, clock }, { dialects, deadlineMs: 1_800_000 });
  return { ...played, refused, clock, left: sample.snapshot() };
}

/** Ten requests a second are allowed. */
const tenASecond = (): Limit => {
  let sent: number[] = [];
  return (_request, clock) => {
    const now = clock.now();
    sent = sent.filter((each) => each > now - 1000);
    if (sent.length >= 10) return '1';
    sent.push(now);
    return undefined;
  };
};

const everyFifth = (retryAfter: string) => (): Limit => {
  let count = 0;
  return () => (++count % 5 === 0 ? retryAfter : undefined);
};

const verdicts = (events: readonly RunEvent[]): string[] => verdictsOf(events).map(({ verdict }) => verdict);

describe('a target that throttles', () => {
  const count = (refused: ReadonlyMap<string, number>): number => [...refused.values()].reduce((sum, each) => sum + each, 0);

  it.each([
    ['ten requests a second', tenASecond, ['entra-default', 'okta-oin', 'okta-aiw'], 40],
    ['every fifth request', everyFifth('1'), ['okta-aiw'], 1000],
    ['every fifth request, without a time', everyFifth(''), ['entra-default'], 1000],
    ['every fifth request, in words', everyFifth('soon'), ['okta-oin'], 1000],
  ] as const)('%s is played to the end, writes included, and asked less often where that helps', async (_name, limit, dialects, most) => {
    const { events, findings, refused } = await playLimited(limit, [], dialects);
    expect(summary(findings)).toEqual([]);
    expect(new Set(verdicts(events))).toEqual(new Set(['ready']));
    expect(exitCodeOf(events)).toBe(0);
    expect(count(refused)).toBeGreaterThan(0);
    expect(count(refused)).toBeLessThan(most);
    expect(events.find((event) => event.type === 'cleanup')?.left).toEqual([]);
    const notices = events.flatMap((event) => (event.type === 'notice' ? event.message : []));
    expect(notices.filter((each) => each.includes('it is sent again after'))).toHaveLength(1);
    expect(notices.join('\n')).toMatch(/The target throttled this run (once|\d+ times); its waits took \d+ s in all/);
  });

  it('does not hide a defect', async () => {
    const { events, findings } = await playLimited(tenASecond, ['deactivation-ignored'], ['entra-default']);
    expect(findings.length).toBeGreaterThan(0);
    expect(verdicts(events)).toContain('not-ready');
  });

  it.each(['1', '', '-5', '86400', 'Fri, 31 Dec 2100 23:59:59 GMT', 'soon'])(
    'for ever with Retry-After %j ends incomplete, and says why',
    async (text) => {
      let sent = 0;
      const { events, findings } = await playLimited(() => () => {
        sent += 1;
        return text;
      });
      expect(summary(findings)).toEqual([]);
      expect(verdicts(events)).toEqual(['incomplete', 'incomplete']);
      expect(verdictsOf(events)[0]).toMatchObject({
        reason: expect.stringContaining('throttles'),
        advice: expect.stringContaining('--jobs 1'),
      });
      expect(exitCodeOf(events)).toBe(1);
      expect(sent).toBeLessThan(30);
    },
  );

  it('for ever from its first write on ends incomplete within its time, and sends no more than one request for each scenario', async () => {
    const { events, findings, exchanges } = await playLimited(() => (request) => (request.method === 'GET' ? undefined : '3600'));
    expect(summary(findings)).toEqual([]);
    expect(verdicts(events)).toEqual(['incomplete', 'incomplete']);
    expect(verdictsOf(events)[0]?.reason).toMatch(/scenarios were cut short: .*3600 s/);
    expect(exchanges.length).toBeLessThan(20);
    expect(events.find((event) => event.type === 'cleanup')?.left).toEqual([]);
  });
});
