import nock from 'nock';
import { getGlobalDispatcher, MockAgent, setGlobalDispatcher } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dryRun } from '../../src/app/dry-run.js';
import { planOf } from '../../src/config/plan.js';
import { resolveConfig } from '../../src/config/resolve.js';
import type { RunEvent } from '../../src/event/event.js';

/** Every way out that a library could take: node:http and fetch through nock, undici through its dispatcher. */
const undici = getGlobalDispatcher();
const attempts: string[] = [];

beforeEach(() => {
  attempts.length = 0;
  nock.disableNetConnect();
  nock.emitter.on('no match', (request: { readonly host?: string }) => attempts.push(`node:http ${request.host ?? ''}`));
  const agent = new MockAgent();
  agent.disableNetConnect();
  setGlobalDispatcher(agent);
});
afterEach(() => {
  nock.emitter.removeAllListeners('no match');
  nock.enableNetConnect();
  setGlobalDispatcher(undici);
});

describe('a dry run', () => {
  it('reaches for no network at all, and shows the requests with the target they would go to', async () => {
    const env = { SCIM_CHECK_TOKEN: 'dry-run-token-1234' };
    const flags = { target: ['https://scim.example.com/v2?aadOptscim062020'], client: ['entra'], scenario: ['users/leaver'] };
    const config = await resolveConfig({ flags, env, cwd: process.cwd() });
    const plan = await planOf(config, { env, cwd: process.cwd(), readStdin: async () => '' });
    const events: RunEvent[] = [];
    await dryRun(plan, (event) => events.push(event));
    const urls = events.flatMap((event) => (event.type === 'exchange' ? [event.request.url] : []));
    expect(urls.length).toBeGreaterThan(10);
    expect(urls.every((url) => url.startsWith('https://scim.example.com/v2/'))).toBe(true);
    expect(attempts).toEqual([]);
    expect(JSON.stringify(events)).not.toContain('dry-run-token-1234');
  });

  it('would be seen if it did', async () => {
    await expect(fetch('https://scim.example.com/v2/Users')).rejects.toThrow();
    expect(attempts.length).toBeGreaterThan(0);
  });
});
