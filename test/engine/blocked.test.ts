import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/event/event.js';
import { exitCodeOf, verdictsOf } from '../../src/event/verdict.js';
import type { Transport } from '../../src/http/transport.js';
import { reportOf } from '../../src/report/json/report.js';
import { junit } from '../../src/report/junit.js';
import { newRecord, record } from '../../src/report/record.js';
import { loadScenario } from '../../src/scenario/load.js';
import { isObject } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { playSample } from '../proof/play.js';
import { render } from '../report/render.js';
import { all, readXml } from '../report/xml.js';
import { sampleTransport } from '../sample/transport.js';
import { playAgainst, summary, TOKEN } from './harness.js';

/** Plays against a correct server that never serves one kind of request. */
async function playWithout(isUnserved: (request: ScimRequest) => boolean) {
  const clock = new VirtualClock();
  const { target, transport } = sampleTransport({ token: TOKEN, clock });
  const throttling: Transport = {
    ...transport,
    async send(request, options) {
      if (!isUnserved(request)) return await transport.send(request, options);
      return { ok: true, response: { status: 429, headers: [['Retry-After', '0']], text: '', milliseconds: 1, truncated: false } };
    },
  };
  return await playAgainst({ target, transport: throttling, clock }, { dialects: ['entra-default', 'okta-oin'] });
}

function reportsOf(events: readonly RunEvent[]) {
  const run = newRecord();
  for (const event of events) record(run, event, true);
  return { json: reportOf(run), suites: readXml(render(junit, events)) };
}

describe('what was never served', () => {
  it.each([
    ['changes', ['disable', 'restore', 'simple-attributes'], ({ method }: ScimRequest) => method === 'PATCH'],
    ['groups', ['groups', 'members'], ({ method, target }: ScimRequest) => method === 'POST' && target === '/Groups'],
    ['deletions', ['delete'], ({ method, purpose }: ScimRequest) => method === 'DELETE' && purpose !== 'cleanup'],
  ] as const)('%s: blocked steps count for nothing, in no report', async (_what, capabilities, isUnserved) => {
    const { events, findings } = await playWithout(isUnserved);
    expect(summary(findings)).toEqual([]);
    const { json, suites } = reportsOf(events);
    expect(json.exitCode).toBe(1);
    expect(exitCodeOf(events, true)).toBe(0);
    const [entra] = verdictsOf(events);
    expect(entra?.verdict).toBe('incomplete');
    for (const each of capabilities)
      expect(entra?.coverage.capabilities.find(({ capability }) => capability === each)).toMatchObject({ status: 'not-tested' });
    expect(json.clients.entra?.coverage.scenarios.blocked).toBeGreaterThan(0);
    expect(json.scenarios.filter(({ status }) => status === 'blocked').length).toBeGreaterThan(0);
    const run = all(suites, 'testsuite').find((suite) => suite.attributes['name'] === 'run');
    expect(Number(run?.attributes['failures'])).toBeGreaterThan(0);
  });
});

describe('somebody whose predecessor was not created for sure', () => {
  it('was not created either, and is not missed: the predecessor is still there under the name', async () => {
    const steps = `
  - create: { user: ann }
  - create: { user: ben, manager: ann }
  - delete: ben
  - create: { user: ben-again, with: { userName: "\${ben.userName}" } }
  - delete: ben-again
  - match: ben-again
    expect: { found: false }
`;
    const { scenario } = loadScenario(`id: again\ntitle: Somebody comes and goes twice\nsteps:${steps}`, 'again.yaml');
    if (scenario === undefined) throw new Error('there is no scenario');
    const { findings } = await playSample({ defects: ['manager-string-refused'] }, ['entra-default'], { scenarios: [scenario] });
    expect(findings.map(({ check }) => check)).toEqual(['SC2111']);
  });
});

describe('a list that never ends', () => {
  it('is read until it is plain that it does not end: the import was not tested, and says why', async () => {
    const clock = new VirtualClock();
    const { target, transport } = sampleTransport({ token: TOKEN, clock });
    let pages = 0;
    const endless: Transport = {
      ...transport,
      async send(request, options) {
        const answer = await transport.send(request, options);
        const isList = request.method === 'GET' && /^\/Users\?(?!.*filter=)/.test(request.target);
        if (!isList || !answer.ok || answer.response.status !== 200 || !isObject(answer.response.body)) return answer;
        pages += 1;
        const startIndex = Number(new URLSearchParams(request.target.split('?')[1]).get('startIndex') ?? 1);
        const Resources = Array.from({ length: 100 }, (_, at) => ({
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
          id: `endless-${startIndex + at}`,
          userName: `endless-${startIndex + at}@example.com`,
          meta: { resourceType: 'User' },
        }));
        const body = { ...answer.response.body, startIndex, itemsPerPage: 100, totalResults: startIndex + 1_000_000, Resources };
        return { ok: true, response: { ...answer.response, body, text: JSON.stringify(body) } };
      },
    };
    const { events } = await playAgainst({ target, transport: endless, clock }, { dialects: ['okta-oin'], deadlineMs: 600_000 });
    const [okta] = verdictsOf(events);
    expect(okta?.coverage.capabilities.find(({ capability }) => capability === 'import')).not.toMatchObject({ status: 'proven' });
    expect(okta?.verdict).not.toMatch(/^ready/);
    expect(pages).toBeGreaterThan(50);
  });
});
