import { expect, it } from 'vitest';
import { checkOf } from '../../src/check/catalogue.js';
import { fixOf } from '../../src/check/fix.js';

it.each([
  ['SC2704', [404, 409]],
  ['SC2830', [403, 409, 413]],
] as const)('what to do about %s does not follow from the status of the refusal', (id, statuses) => {
  const check = checkOf(id);
  for (const status of statuses) expect(fixOf(check, status, false)).toBe(check.fix);
});

it('what to do about a refusal follows from its status where the fix is not about it', () => {
  expect(fixOf(checkOf('SC2301'), 404, false)).toMatch(/^Serve this request/);
});
