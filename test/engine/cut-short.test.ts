import { describe, expect, it } from 'vitest';
import type { ScenarioCounts } from '../../src/event/coverage.js';
import type { RunEvent } from '../../src/event/event.js';
import { exitCodeOf, verdictsOf } from '../../src/event/verdict.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, summary, TOKEN } from './harness.js';

const SCENARIOS = scenariosNamed('connection/test-connection', 'users/joiner', 'users/leaver', 'groups/push', 'import/paging');

/** Plays against a correct server, and ends the run when so many requests have been answered; or in the middle of the next one. */
async function cutAfter(count: number, how: 'between' | 'within') {
  const clock = new VirtualClock();
  const { target, transport } = sampleTransport({ token: TOKEN, clock });
  const controller = new AbortController();
  let answered = 0;
  const cutting = {
    ...transport,
    async send(...[request, options]: Parameters<typeof transport.send>) {
      if (how === 'within' && answered >= count) controller.abort();
      const sent = await transport.send(request, options);
      answered += 1;
      if (how === 'between' && answered >= count) controller.abort();
      return sent;
    },
  };
  const options = { scenarios: SCENARIOS, dialects: ['okta-oin', 'rfc'] as const, jobs: 2 };
  const { events, findings } = await playAgainst({ target, transport: cutting, clock }, options, controller.signal);
  return { events, findings, requests: answered };
}

function planned(events: readonly RunEvent[]): number {
  return events.flatMap((event) => (event.type === 'run-started' ? event.clients : [])).reduce((sum, each) => sum + each.scenarios, 0);
}

describe('a run that is cut short', () => {
  it('invents no finding, is never ready, and says what was not played, wherever it is cut', async () => {
    const whole = await cutAfter(Number.POSITIVE_INFINITY, 'between');
    expect(summary(whole.findings)).toEqual([]);
    const last = whole.requests - 1;
    const cuts = Array.from({ length: 40 }, (_, index) => Math.floor((index * last) / 90));
    for (const how of ['between', 'within'] as const) {
      for (const count of new Set(cuts.slice(1))) {
        const { events, findings } = await cutAfter(count, how);
        expect([how, count, summary(findings)]).toEqual([how, count, []]);
        const verdicts = verdictsOf(events);
        for (const { verdict } of verdicts) expect(['incomplete', 'not-tested']).toContain(verdict);
        const sum = (status: keyof ScenarioCounts): number => verdicts.reduce((total, each) => total + each.coverage.scenarios[status], 0);
        const [passed, failed, cut] = [sum('passed'), sum('failed'), sum('blocked') + sum('unfinished')];
        expect([how, count, failed, cut > 0, passed + failed + cut]).toEqual([how, count, 0, true, planned(events)]);
        expect(exitCodeOf(events)).toBe(130);
        expect(events.find((event) => event.type === 'cleanup')?.left ?? []).toEqual([]);
      }
    }
  });
});
