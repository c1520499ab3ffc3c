import { expect, it } from 'vitest';
import { reachOf } from '../../src/config/plan.js';
import { resolveConfig } from '../../src/config/resolve.js';

async function noticesOf(secret: string, scheme: string): Promise<readonly string[]> {
  const sources = {
    flags: { target: ['https://scim.invalid'], authScheme: [scheme] },
    env: { SCIM_CHECK_TOKEN: secret },
    cwd: process.cwd(),
  };
  return (await reachOf(await resolveConfig(sources), { ...sources, readStdin: async () => '' })).notices;
}

it.each([
  ['e', 'bearer'],
  ['longer-than-that:pw', 'basic'],
  ['SSWS e', 'raw'],
])('%s, sent as %s, is so short that reports lose words of their own with it, and that is said', async (secret, scheme) => {
  expect(await noticesOf(secret, scheme)).toEqual([
    expect.stringContaining('The secret from SCIM_CHECK_TOKEN has fewer than 8 characters'),
  ]);
});

it.each([
  ['eightsig', 'bearer'],
  ['me:eightsig', 'basic'],
  ['SSWS eightsig', 'raw'],
])('of %s, sent as %s, nothing is said', async (secret, scheme) => {
  expect(await noticesOf(secret, scheme)).toEqual([]);
});
