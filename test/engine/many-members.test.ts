import { expect, it } from 'vitest';
import type { Sent } from '../../src/http/transport.js';
import { isObject } from '../../src/scim/json.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, summary, TOKEN } from './harness.js';

it('a group that shows a hundred thousand members of its own making is a finding, and no end of the program', async () => {
  const clock = new VirtualClock();
  const sample = sampleTransport({ token: TOKEN, clock });
  const crowd = Array.from({ length: 150_000 }, (_each, index) => ({ value: `somebody-${index}` }));
  const transport: typeof sample.transport = {
    ...sample.transport,
    async send(request, options): Promise<Sent> {
      const sent = await sample.transport.send(request, options);
      if (request.method !== 'GET' || !/^\/Groups\/[^/]+$/.test(request.target) || !sent.ok || !isObject(sent.response.body)) return sent;
      const { members = [] } = sent.response.body;
      return { ...sent, response: { ...sent.response, body: { ...sent.response.body, members: [...[members].flat(), ...crowd] } } };
    },
  };
  const scenarios = scenariosNamed('groups/created-empty');
  const { findings, events } = await playAgainst({ ...sample, transport, clock }, { dialects: ['okta-oin'], scenarios });
  expect(summary(findings).length).toBeGreaterThan(0);
  expect(findings.length).toBeLessThan(10);
  expect(events.at(-1)).not.toHaveProperty('aborted');
});
