import { expect, it } from 'vitest';
import { locatedId } from '../../src/scim/address.js';

const at = (location: string) => locatedId([['location', location]], 'User');

it.each([
  ['https://example.com/scim/v2/Users/8f2c', '8f2c'],
  ['/scim/v2/users/8f2c?tenant=a#top', '8f2c'],
  ['Users/a%2Fb', 'a/b'],
  ['https://example.com/Users/100%', '100%'],
])('reads the id in the Location %s', (location, id) => {
  expect(at(location)).toBe(id);
});

it.each([
  ['https://example.com/scim/v2/Groups/8f2c', 'another type'],
  ['https://example.com/scim/v2/Users/', 'no id'],
  ['https://example.com/scim/v2/Users/.search', 'a search'],
  ['https://example.com/scim/v2/Users/[redacted]', 'a secret'],
  ['', 'nothing'],
])('reads no id in the Location %s: %s', (location) => {
  expect(at(location)).toBeUndefined();
});

it('reads no id where there is no Location', () => {
  expect(locatedId([['etag', 'W/"1"']], 'User')).toBeUndefined();
});
