import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli, folder } from './spawn.js';
import { inFrontOf, sampleTarget, serverTarget, TOKEN } from './target.js';

/** Above a run with small answers there is room for some answers of megabytes, and not for all. In megabytes. */
const MOST = 200;

const SCIM = { 'content-type': 'application/scim+json' };
const NOBODY = JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: 0, Resources: [] });

/** Says at its end how much memory the program had at the most. */
const PROBE = join(mkdtempSync(join(tmpdir(), 'scim-check-memory-')), 'probe.cjs');
writeFileSync(PROBE, "process.on('exit', () => process._rawDebug(`PEAK ${process.resourceUsage().maxRSS}`));\n");

/** Runs the program and tells its peak, in megabytes. */
async function peakOf(url: string, args: readonly string[]): Promise<{ readonly code: number | null; readonly peak: number }> {
  const reports = ['json', 'ndjson', 'junit'].flatMap((name) => ['--report', `${name}=${name}.out`]);
  const { code, stderr } = await cli(['run', ...args, '--target', url, ...reports], {
    cwd: folder(),
    env: { SCIM_CHECK_TOKEN: TOKEN, NODE_OPTIONS: `--require ${PROBE}` },
  });
  return { code, peak: Number(/PEAK (\d+)/.exec(stderr)?.[1]) / 1024 };
}

it('errors of four megabytes each, of one and of two bytes a character, do not fill the memory', async () => {
  let sent = 0;
  const url = await serverTarget((incoming, outgoing) => {
    incoming.resume();
    if (incoming.method === 'GET') return void outgoing.writeHead(200, SCIM).end(NOBODY);
    sent += 1;
    // Another text each time: nothing of it is shared.
    const detail = `${sent}${sent % 2 === 0 ? 'x' : 'é'}`.padEnd(sent % 2 === 0 ? 3_900_000 : 1_900_000, `${sent} lorem ipsum `);
    outgoing.writeHead(400, SCIM).end(JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '400', detail }));
  });
  const { code, peak } = await peakOf(url, ['users', '--client', 'rfc']);
  expect(code).toBe(1);
  expect(sent).toBeGreaterThan(20);
  expect(peak).toBeLessThan(MOST);
});

/** Stands before the sample and adds a value to whatever it says of users. */
async function ballasted(value: () => string): Promise<string> {
  const sample = await sampleTarget();
  const url = await inFrontOf(
    sample,
    () => false,
    (body, { url: path = '' }) => (path.includes('/Users') && body.startsWith('{') ? `{"ballast":${value()},${body.slice(1)}` : body),
  );
  return url;
}

const list = (count: number, item: (index: number) => string): string =>
  `[${Array.from({ length: count }, (_, at) => item(at)).join(',')}]`;

it.each([
  // What is read: just below the limit.
  ['names by the ten thousand', () => `{${list(19_000, (at) => `"k${at}":0`).slice(1, -1)}}`, 0],
  ['small objects', () => list(19_000, () => '{}'), 0],
  ['a text of megabytes', () => JSON.stringify('lorem '.repeat(650_000)), 0],
  // What is not: the verdict says so.
  ['numbers by the million', () => list(1_900_000, () => '0'), 1],
  ['objects by the million', () => list(1_200_000, () => '{}'), 1],
])('users with %s do not fill the memory', async (_what, value, expected) => {
  const url = await ballasted(value);
  const { code, peak } = await peakOf(url, ['users/leaver', '--client', 'okta-aiw']);
  expect(peak).toBeLessThan(MOST);
  expect(code).toBe(expected);
});
