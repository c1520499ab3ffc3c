import { describe, expect, it } from 'vitest';
import { headerOf } from '../../src/scim/message.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playSample } from './harness.js';

/** Of these the purpose says that no client sends them. */
const OWN = ['verify', 'cleanup', 'probe', 'refuse', 'anonymous', 'discover'];

describe("scim-check's own requests", () => {
  it('are told apart from the clients’: in every event, by their User-Agent, and in the counts', async () => {
    const scenarios = scenariosNamed('users/joiner', 'import/paging', 'discovery/schemas', 'connection/test-connection');
    const { exchanges, events } = await playSample({}, { scenarios, dialects: ['entra-default', 'okta-oin'] });
    const own = exchanges.filter((each) => each.own === true);
    expect(exchanges.filter((each) => OWN.includes(each.purpose)).every((each) => each.own === true)).toBe(true);
    // A probe must look as if the client asked, or it would say nothing about the client's headers.
    const asked = own.filter(({ purpose }) => !['probe', 'refuse', 'anonymous'].includes(purpose));
    for (const { request } of asked) expect(headerOf(request.headers, 'user-agent')).toBe('scim-check');
    for (const { request } of exchanges.filter((each) => each.own !== true))
      expect(headerOf(request.headers, 'user-agent')).not.toBe('scim-check');
    expect(own.some(({ request }) => request.url.endsWith('startIndex=1&count=4'))).toBe(true);
    expect(own.some(({ request, scenario }) => scenario === 'discovery/schemas' && request.url.endsWith('/Schemas'))).toBe(true);
    const finished = events.find((event) => event.type === 'run-finished');
    expect(finished).toMatchObject({ requests: exchanges.length, ownRequests: own.length });
  });
});
