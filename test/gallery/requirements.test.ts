import { expect, test } from 'vitest';
import type { GalleryRequirementEvent } from '../../src/event/event.js';
import type { GallerySettings } from '../../src/gallery/settings.js';
import type { SampleOptions } from '../../src/sample/options.js';
import { type Fault, rehearse } from './rehearse.js';

async function list(fault: Fault = {}, settings: Partial<GallerySettings> = {}, sample: Partial<SampleOptions> = {}) {
  const { events } = await rehearse(fault, { requirements: true, rateSeconds: 4, ...settings }, sample);
  const found = events.filter((event): event is GalleryRequirementEvent => event.type === 'gallery-requirement');
  return new Map(found.map((each) => [each.name, each]));
}

const statuses = (found: ReadonlyMap<string, GalleryRequirementEvent>) =>
  Object.fromEntries([...found].map(([name, { status }]) => [name, status]));

test('the correct sample meets what can be shown, and the rest is said to be open', async () => {
  expect(statuses(await list())).toEqual({
    users: 'proven',
    groups: 'proven',
    'no-match': 'proven',
    delete: 'proven',
    schemas: 'proven',
    'several-members': 'proven',
    bulk: 'proven',
    'token-lifetime': 'proven',
    'wrong-credentials': 'proven',
    tls: 'not-tested',
    rate: 'proven',
    'secret-rotation': 'person',
    'expired-token': 'person',
    contacts: 'person',
    documentation: 'person',
    customers: 'person',
    'sovereign-clouds': 'person',
  });
});

test.for([
  ['any-token-accepted', 'wrong-credentials'],
  ['no-match-404', 'no-match'],
  ['second-member-dropped', 'several-members'],
] as const)('the defect %s fails the requirement %s', async ([defect, name]) => {
  expect((await list({}, { rateSeconds: 0 }, { defects: [defect] })).get(name)?.status).toBe('failed');
});

test('a server without bulk, or without groups, is told so', async () => {
  expect((await list({}, { rateSeconds: 0 }, { variants: ['no-bulk'] })).get('bulk')).toMatchObject({
    status: 'failed',
    need: 'recommended',
  });
  expect((await list({}, { rateSeconds: 0 })).get('rate')).toMatchObject({ status: 'not-tested', evidence: 'switched off with --no-rate' });
});

/** The requests of the rate test, by the display names and look-ups that only it sends. */
const isLoad = (target: string, body: string): boolean => target.includes('nobody-') || body.includes('Rate ');

test('answers that are no success do not count as served', async () => {
  let count = 0;
  const broken: Fault = {
    answers: ({ request }) => {
      if (!isLoad(request.target, JSON.stringify(request.body ?? ''))) return undefined;
      count += 1;
      return count % 10 === 0 ? { status: 500 } : undefined;
    },
  };
  const rate = (await list(broken)).get('rate');
  expect(rate).toMatchObject({ status: 'failed' });
  expect(rate?.evidence).toMatch(/answered 500/);
});

test('a server that throttles at twenty a second does not serve twenty-five', async () => {
  let start = 0;
  let served = 0;
  const throttling: Fault = {
    answers: ({ request }, clock) => {
      const now = clock.now();
      if (!isLoad(request.target, JSON.stringify(request.body ?? ''))) return undefined;
      if (now - start >= 1000) [start, served] = [now, 0];
      served += 1;
      return served > 16 ? { status: 429 } : undefined;
    },
  };
  const rate = (await list(throttling)).get('rate');
  expect(rate?.status).toBe('failed');
});

test('a server that stands still for two seconds cannot hide it', async () => {
  let count = 0;
  const still: Fault = {
    answers: ({ request }, clock) => {
      if (isLoad(request.target, JSON.stringify(request.body ?? ''))) count += 1;
      if (count === 50) clock.advance(2100);
      return undefined;
    },
  };
  const rate = (await list(still)).get('rate');
  expect(rate).toMatchObject({ status: 'failed', evidence: expect.stringMatching(/it stopped for 2\.\d s/) });
});

test('TLS is judged by cipher, key and trust', async () => {
  const good = { protocol: 'TLSv1.2', cipher: 'ECDHE-RSA-AES128-GCM-SHA256', key: { type: 'RSA', bits: 2048 } };
  const judged = async (facts: Awaited<ReturnType<NonNullable<GallerySettings['tls']>>>) =>
    (await list({}, { rateSeconds: 0, tls: async () => facts })).get('tls')?.status;
  expect(await judged(good)).toBe('proven');
  expect(await judged({ ...good, key: { type: 'EC', bits: 256 } })).toBe('proven');
  expect(await judged({ ...good, key: { type: 'RSA', bits: 1024 } })).toBe('failed');
  expect(await judged({ ...good, cipher: 'AES128-SHA' })).toBe('failed');
  expect(await judged({ ...good, fault: 'CERT_HAS_EXPIRED' })).toBe('failed');
  expect(await judged(undefined)).toBe('failed');
});
