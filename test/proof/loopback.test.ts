import { expect, test } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import { parseTarget } from '../../src/http/target.js';
import { createTransport } from '../../src/http/transport.js';
import type { SampleOptions } from '../../src/sample/options.js';
import { startSample } from '../../src/sample/server.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { SOCKET_TURNS, VirtualClock } from '../base/virtual-clock.js';
import { SCENARIOS } from '../scenario/shipped.js';
import { type Outcome, playAgainst, playSample, TOKEN } from './play.js';

/** What reaches down to the socket, and two that do not. `patch-never-answered` is left out: on a socket nothing tells that no answer will come. */
const SERVERS: readonly (readonly [what: string, sample: Pick<SampleOptions, 'defects' | 'variants'>, dialects: readonly Dialect[]])[] = [
  ['the correct server', {}, ['entra-default', 'okta-aiw', 'rfc']],
  ['body-cut', { defects: ['body-cut'] }, ['okta-oin']],
  ['parallel-changes-lost', { defects: ['parallel-changes-lost'] }, ['entra-default']],
  ['parallel-duplicates-accepted', { defects: ['parallel-duplicates-accepted'] }, ['rfc']],
  ['reads-are-late', { defects: ['reads-are-late'] }, ['okta-aiw']],
  ['error-html', { defects: ['error-html'] }, ['entra-default']],
  ['value-path-wrong-element', { defects: ['value-path-wrong-element'] }, ['entra-default']],
  ['gzip', { variants: ['gzip'] }, ['rfc']],
  ['chunked', { variants: ['chunked'] }, ['okta-oin']],
  ['slow-answers', { variants: ['slow-answers'] }, ['rfc']],
];

/** What was found, without the names of the exchanges: which of several requests under way is the first differs. */
const essence = ({ findings, aborted }: Outcome) => ({
  findings: findings.map(({ dialect, check }) => `${dialect} ${check}`).sort(),
  aborted,
});

async function overLoopback(
  sample: Pick<SampleOptions, 'defects' | 'variants'>,
  dialects: readonly Dialect[],
  scenarios: readonly Scenario[],
): Promise<Outcome> {
  const clock = new VirtualClock(SOCKET_TURNS);
  const server = await startSample({ token: TOKEN, ...sample, clock });
  const parsed = parseTarget(server.url);
  if (!parsed.ok) throw new Error(parsed.message);
  const { target } = parsed;
  const credential = { scheme: 'Bearer', secret: TOKEN } as const;
  // Undici alone measures real time while it connects; a minute is enough for any machine.
  const transport = createTransport({ target, credential, timeoutMs: 60_000, maxBodyBytes: 1 << 20, clock });
  try {
    return await playAgainst({ target, transport }, clock, dialects, { scenarios });
  } finally {
    await transport.close();
    await server.stop();
  }
}

test.each(SERVERS)('%s: over sockets a run finds what it finds in memory', async (_what, sample, dialects) => {
  const whole = sample.defects === undefined ? undefined : await playSample(sample, dialects);
  const shown = new Set(whole?.findings.map(({ scenario }) => scenario));
  // A socket is the same under every scenario, but a defect may show in a few of them alone.
  const scenarios = SCENARIOS.filter(({ id }, at) => at % 3 === 0 || shown.has(id));
  const inMemory = essence(await playSample(sample, dialects, { scenarios }));
  expect(essence(await overLoopback(sample, dialects, scenarios))).toEqual(inMemory);
  expect(inMemory.findings.length > 0 || inMemory.aborted !== undefined).toBe(sample.defects !== undefined);
});
