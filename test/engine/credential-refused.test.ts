import { describe, expect, it } from 'vitest';
import type { Sent, Transport } from '../../src/http/transport.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN } from './harness.js';

const REFUSED: Sent = { ok: true, response: { status: 401, headers: [], text: '', milliseconds: 1, truncated: false } };

describe('a credential that was accepted', () => {
  it.each([
    ['users/mover', 'PATCH'],
    ['users/joiner', 'POST'],
    ['groups/push', 'PATCH'],
    ['users/mover', 'GET'],
  ] as const)('and is refused in %s by every %s is the cause, and no other is told', async (scenario, method) => {
    const clock = new VirtualClock();
    const server = sampleTransport({ token: TOKEN, clock });
    let accepted = 0;
    const transport: Transport = {
      ...server.transport,
      send: async (request, options) => {
        const isRefused = request.method === method && request.purpose !== 'cleanup' && accepted > 12;
        accepted += 1;
        return isRefused ? REFUSED : await server.transport.send(request, options);
      },
    };
    const { findings } = await playAgainst(
      { ...server, transport, clock },
      { dialects: ['entra-default'], scenarios: scenariosNamed(scenario) },
    );
    expect(findings.map(({ check, severity }) => `${check} ${severity}`)).toEqual(['SC1008 error']);
  });
});
