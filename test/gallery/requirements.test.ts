import { expect, test } from 'vitest';
import type { GalleryRequirementEvent } from '../../src/event/event.js';
import type { GallerySettings } from '../../src/gallery/settings.js';
import { tampered } from '../../src/http/tampered.js';
import type { SampleOptions } from '../../src/sample/options.js';
import { type Fault, rehearse, TOKEN } from './rehearse.js';

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
    'wrong-client': 'not-tested',
    'expired-token': 'person',
    'tls-version': 'not-tested',
    'tls-cipher': 'not-tested',
    'tls-key': 'not-tested',
    'tls-certificate': 'not-tested',
    'tls-host': 'not-tested',
    rate: 'proven',
    'secret-rotation': 'person',
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

test.for([
  [200, 'failed'],
  [500, 'failed'],
  [403, 'proven'],
  [0, 'not-tested'],
] as const)('the right token with one letter changed, answered %i', async ([status, wanted]) => {
  const unsigned: Fault = { answers: ({ token }) => (token === tampered(TOKEN) ? { status } : undefined) };
  expect((await list(unsigned, { rateSeconds: 0, only: new Set() })).get('wrong-credentials')).toMatchObject({
    status: wanted,
    evidence: expect.stringContaining(status === 0 ? 'no answer came' : `the right one with one letter changed ${status}`),
  });
});

test('without a token there is none to change', async () => {
  const evidence = 'a made-up one is answered 401, none 401';
  const settings = { rateSeconds: 0, only: new Set<never>(), tamperedToken: async () => undefined };
  expect((await list({}, settings)).get('wrong-credentials')).toMatchObject({ status: 'proven', evidence });
});

test.for([
  ['eyJh.eyJz.c2lnbmF0dXJl', 'eyJh.eyJz.c2lnbmG0dXJl'],
  ['abcZef', 'abcAef'],
  ['9', '0'],
  ['a.b', 'b.b'],
  ['a.b.c', 'a.c.c'],
  ['ab--__--', 'ac--__--'],
  ['---', undefined],
  ['', undefined],
] as const)('%s becomes %s', ([token, other]) => {
  expect(tampered(token)).toBe(other);
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
  expect(rate).toMatchObject({ status: 'failed', evidence: expect.stringMatching(/\d+ were answered 500/) });
});

test('a server that throttles at twenty a second does not serve twenty-five, and is told so', async () => {
  let start = 0;
  let served = 0;
  const throttling: Fault = {
    answers: ({ request }, clock) => {
      const now = clock.now();
      if (!request.target.includes('nobody-') && !/\/Users\/\w/.test(request.target)) return undefined;
      if (now - start >= 1000) [start, served] = [now, 0];
      served += 1;
      return served > 20 ? { status: 429, ...(served % 2 === 0 ? { headers: [['Retry-After', '1'] as const] } : {}) } : undefined;
    },
  };
  const rate = (await list(throttling)).get('rate');
  expect(rate?.status).toBe('failed');
  expect(rate?.evidence).toMatch(
    /^of 100 requests (1\d|20)\.\d a second were served; .*; \d+ were throttled \(429\), \d+ of them with a time/,
  );
});

test('a server that stands still for two seconds cannot hide it', async () => {
  let begin: number | undefined;
  const still: Fault = {
    takes: ({ request }, clock) => {
      if (isLoad(request.target, '')) begin ??= clock.now();
      if (begin === undefined) return 0;
      const into = clock.now() - begin;
      return into >= 1000 && into < 3100 ? 3100 - into : 0;
    },
  };
  const rate = (await list(still)).get('rate');
  expect(rate).toMatchObject({ status: 'failed', evidence: expect.stringMatching(/for 2\.\d s nothing was answered/) });
  expect(rate?.evidence).toMatch(/slowest 2\d{3} ms/);
});

test('one slow answer is no standstill', async () => {
  let count = 0;
  const slow: Fault = {
    takes: ({ request }) => {
      if (!isLoad(request.target, JSON.stringify(request.body ?? ''))) return 0;
      count += 1;
      return count === 20 ? 2500 : 0;
    },
  };
  const rate = (await list(slow)).get('rate');
  expect(rate).toMatchObject({ status: 'proven', evidence: expect.stringMatching(/slowest 25\d\d ms/) });
});

test.for([
  ['each answer takes half a second', () => 500, 'proven'],
  ['the last answers take a little longer', (count: number) => (count > 95 ? 200 : 10), 'proven'],
  ['twenty a second are worked off, the others wait', (count: number) => count * 10, 'failed'],
] as const)('how long an answer takes is not how many are served: %s', async ([, milliseconds, status]) => {
  let count = 0;
  const steady: Fault = {
    takes: ({ request }) => {
      if (!isLoad(request.target, JSON.stringify(request.body ?? '')) && !/\/Users\/\w/.test(request.target)) return 0;
      if (isLoad(request.target, '') || count > 0) count += 1;
      return count === 0 ? 0 : milliseconds(count);
    },
  };
  expect((await list(steady)).get('rate')).toMatchObject({ status });
});

test("where this machine was a little late itself, a low rate is not said to be the target's", async () => {
  let count = 0;
  const busy: Fault = {
    answers: ({ request }, clock) => {
      if (isLoad(request.target, JSON.stringify(request.body ?? ''))) count += 1;
      if (count === 77) clock.advance(600);
      return undefined;
    },
  };
  expect((await list(busy)).get('rate')?.status).toBe('not-tested');
});

test('a machine that is too slow to send says nothing of the target', async () => {
  let count = 0;
  const busy: Fault = {
    answers: ({ request }, clock) => {
      if (isLoad(request.target, JSON.stringify(request.body ?? ''))) count += 1;
      if (count === 30) clock.advance(1500);
      return undefined;
    },
  };
  const rate = (await list(busy)).get('rate');
  expect(rate).toMatchObject({ status: 'not-tested', evidence: expect.stringMatching(/this machine sent a request \d+ ms late/) });
});

test.for([
  [{ status: 401 }, 'proven'],
  [{ status: 400 }, 'proven'],
  [{ status: 200, token: 'given all the same' }, 'failed'],
  [{ status: 500 }, 'failed'],
  [{ status: 0 }, 'not-tested'],
] as const)('a wrong client that the token endpoint answers with %j', async ([answer, status]) => {
  const found = await list({}, { rateSeconds: 0, wrongClient: async () => answer });
  expect(found.get('wrong-client')?.status).toBe(status);
});

/** The list where tokens are good for some seconds, and the target goes on taking them for a while after that. */
function shortLived(expiresIn: number, graceSeconds: number, expirySeconds: number) {
  let given: number | undefined;
  const fault: Fault = {
    answers: ({ token }, clock) => {
      if (token !== 'short') return undefined;
      given ??= clock.now();
      return { status: clock.now() > given + (expiresIn + graceSeconds) * 1000 ? 401 : 200 };
    },
  };
  const clientCredentials = async () => ({ status: 200, token: 'short', expiresIn });
  return list(fault, { rateSeconds: 0, expirySeconds, clientCredentials });
}

test.for([
  [30, 0, 60, 'proven', 'it is answered 401, 1 seconds after its time was up'],
  [30, 40, 120, 'proven', 'it is answered 401'],
  [30, 40, 60, 'not-tested', 'wait longer with --expiry-seconds 360'],
  [30, 9999, 400, 'failed', 'it is still answered 200'],
  [3600, 0, 60, 'person', 'have it waited for with --expiry-seconds 3900'],
] as const)('tokens of %i s that are taken %i s longer, waited for %i s: %s', async ([life, grace, wait, status, evidence]) => {
  expect((await shortLived(life, grace, wait)).get('expired-token')).toMatchObject({ status, evidence: expect.stringContaining(evidence) });
});
