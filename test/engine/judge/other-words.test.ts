import { expect, it } from 'vitest';
import { inOtherWords } from '../../../src/engine/judge/other-words.js';
import type { ScimRequest } from '../../../src/scim/message.js';

function words(target: string): (string | boolean)[][] {
  const request: ScimRequest = { method: 'GET', target, headers: [], purpose: 'match' };
  return inOtherWords(request).map(({ request: other, mustFind }) => [other.target, other.purpose, mustFind]);
}

it('a search is asked once more as another URL, and as another filter, that mean the same', () => {
  expect(words('/Users?count=1&filter=userName%20eq%20%22jo%22')).toEqual([
    ['/Users?count=1&filter=%75serName%20eq%20%22jo%22', 'verify', false],
    ['/Users?count=1&filter=userName%20eq%20%22%5Cu006Ao%22', 'verify', true],
  ]);
});

it('what cannot be said in other words is not asked', () => {
  expect(words('/Users?filter=active%20eq%20true')).toEqual([['/Users?filter=%61ctive%20eq%20true', 'verify', false]]);
  expect(words('/Users?count=1')).toEqual([]);
});
