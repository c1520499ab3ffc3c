import { MockAgent } from 'undici';
import { describe, expect, it } from 'vitest';
import { CLIENTS } from '../../src/client/registry.js';
import { VARIANTS } from '../../src/client/variant.js';
import { parseTarget } from '../../src/http/target.js';
import { bodyOf, createTransport } from '../../src/http/transport.js';
import { CREDENTIAL, type ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { flat, hold } from './conversation.js';
import { conversationOf, type Golden, type GoldenRequest, goldens } from './golden.js';

const ALL = goldens();

function written(request: ScimRequest): GoldenRequest {
  const body = bodyOf(request);
  return { method: request.method, target: request.target, headers: request.headers, ...(body === undefined ? {} : { body }) };
}

function play(golden: Golden) {
  return hold(
    conversationOf(golden),
    golden.exchanges.map((each) => each.response),
  );
}

describe('golden exchanges', () => {
  it.each(ALL)('%s', (_name, golden) => {
    const { sent, outcome } = play(golden);
    expect(sent.map((each) => flat([each]).map(written))).toEqual(golden.exchanges.map((each) => each.requests));
    expect(outcome === undefined ? 'unfinished' : outcome.ok ? 'done' : outcome.failure.kind).toBe(golden.outcome);
  });

  it.each(ALL)('%s names its source', (_name, golden) => {
    expect(golden.source.document.length * golden.source.section.length).toBeGreaterThan(0);
    expect(['documented', 'observed', 'inferred', 'weak']).toContain(golden.source.strength);
  });

  it('show every dialect of Entra and Okta, and every variant', () => {
    const dialects = Object.values(CLIENTS).filter((client) => client.family !== 'rfc');
    expect([...new Set(ALL.map(([, golden]) => golden.dialect))].sort()).toEqual(dialects.map((client) => client.dialect).sort());
    const shown = new Set(ALL.flatMap(([, golden]) => golden.variant ?? []));
    expect(Object.keys(VARIANTS).filter((variant) => !shown.has(variant as keyof typeof VARIANTS))).toEqual([]);
  });

  it.each(ALL.filter(([name]) => /create-user|update-several|push-members/.test(name)))(
    '%s reaches the wire as it stands',
    async (_name, golden) => {
      const agent = new MockAgent();
      agent.disableNetConnect();
      const seen: GoldenRequest[] = [];
      const origin = 'https://scim.example.com';
      for (const { requests, response } of golden.exchanges) {
        for (const { method } of requests) {
          agent
            .get(origin)
            .intercept({ method, path: () => true })
            .reply((options) => {
              const headers = options.headers as unknown as string[];
              const lines = headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1] ?? ''] as const] : []));
              const body = options.body === undefined || options.body === null ? undefined : String(options.body);
              seen.push({ method, target: options.path, headers: lines, ...(body === undefined ? {} : { body }) });
              return { statusCode: response.status, data: response.body === undefined ? '' : JSON.stringify(response.body) };
            });
        }
      }
      const parsed = parseTarget(`${origin}/`);
      if (!parsed.ok) throw new Error('the test has no target');
      const credential = { scheme: 'Bearer', secret: 's3cret' } as const;
      const transport = createTransport({
        target: parsed.target,
        credential,
        timeoutMs: 5000,
        maxBodyBytes: 1 << 20,
        clock: new VirtualClock(),
        dispatcher: agent,
      });
      const conversation = conversationOf(golden);
      let next = conversation.next();
      while (next.done !== true) {
        let last = await transport.send(flat([next.value])[0] as ScimRequest);
        for (const request of flat([next.value]).slice(1)) last = await transport.send(request);
        if (!last.ok) throw new Error(last.failure.message);
        next = conversation.next(last.response);
      }
      const withToken = golden.exchanges
        .flatMap((each) => each.requests)
        .map((request) => ({
          ...request,
          headers: request.headers.map(([name, value]) => [name, value.replace(CREDENTIAL, 'Bearer s3cret')]),
        }));
      expect(seen).toEqual(withToken);
    },
  );
});
