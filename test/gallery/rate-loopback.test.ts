import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { inProcess } from '../cli/in-process.js';
import { inFrontOf, sampleTarget, TOKEN } from '../cli/target.js';

type Hold = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/** A look-up that only the rate test sends: six of ten of its requests. */
const isLoad = ({ url = '' }: IncomingMessage): boolean => url.includes('nobody-');

/** Of 25 requests a second every third look-up is refused, which leaves 20, on a slow machine too. */
function throttling(): Hold {
  let count = 0;
  return (incoming, outgoing) => {
    if (!isLoad(incoming)) return false;
    count += 1;
    if (count % 3 !== 0) return false;
    outgoing.writeHead(429, { 'Retry-After': '1' }).end();
    return true;
  };
}

/** From the twelfth look-up on nothing is answered for a while. Longer than two seconds: how late the client may be is taken from it. */
function stalling(): Hold {
  let count = 0;
  let end: number | undefined;
  return (incoming, outgoing) => {
    count += isLoad(incoming) ? 1 : 0;
    if (count < 12) return false;
    end ??= performance.now() + 3000;
    const wait = end - performance.now();
    if (wait <= 0) return false;
    setTimeout(() => outgoing.writeHead(200, { 'Content-Type': 'application/scim+json' }).end('{}'), wait);
    return true;
  };
}

/** What the report says of the rate. On a machine that was too busy to measure with, as the report then says, it is measured again. */
async function told(hold: () => Hold): Promise<string> {
  const sample = await sampleTarget();
  for (;;) {
    const url = await inFrontOf(sample, hold());
    const { stdout } = await inProcess(['gallery', '--target', url, '--rate-seconds', '2'], { env: { SCIM_CHECK_TOKEN: TOKEN } });
    const text = /. 25 requests a second are served.*?(?=[☐✗✓])/s.exec(stdout)?.[0] ?? stdout;
    if (!text.includes('this machine sent a request')) return text.replace(/\s+/g, ' ');
  }
}

test('over a socket: a server that throttles at twenty a second is told so', { timeout: 60_000 }, async () => {
  const text = await told(throttling);
  expect(text).toMatch(/^✗ 25 requests a second are served of 50 requests (1\d|20)\.\d a second were served;/);
  expect(text).toContain('10 were throttled (429), 10 of them with a time in Retry-After');
});

test('over a socket: a server that stands still cannot hide it', { timeout: 60_000 }, async () => {
  const text = await told(stalling);
  expect(text).toMatch(/^✗ 25 requests a second are served of 50 requests \d+\.\d a second were served;/);
  expect(text).toMatch(/slowest [2-9]\d{3} ms; for [2-9]\.\d s nothing was answered/);
});
