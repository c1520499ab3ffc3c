import { expect, it } from 'vitest';
import { isEquivalentForm, isSameNumber } from '../../src/engine/compare/equivalent-form.js';
import { compilePath } from '../../src/engine/state/compiled-path.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

const PHONE = 'phonenumbers[type eq "work"].value';

it.each([
  ['+44 (0)20 7946 0955', 'tel:+44-20-7946-0955'],
  ['+49 30 23125 012', '493023125012'],
  ['+493023125012', '493023125012'],
])('%j and %j are one number', (sent, held) => {
  expect(isSameNumber(PHONE, sent, held)).toBe(true);
});

it.each([
  ['+49 30 23125 012', ' 49 30 23125 012'],
  ['+49 30 23125 012', '49 30 23125 012'],
  ['+49 30 23125 012', '+49 30 23125 013'],
])('%j that is kept as %j is no form of the number', (sent, held) => {
  expect(isSameNumber(PHONE, sent, held)).toBe(false);
});

it.each([
  ['entra', 'title', false],
  ['okta', 'title', true],
  ['okta', 'userName', false],
  ['rfc', 'userName', true],
] as const)('blanks around a text and within are minded by those who compare: %s, %s', (family, path, isSame) => {
  const compiled = compilePath(STANDARD_SCHEMAS, 'User', path);
  expect(isEquivalentForm(family, compiled, ' Team  Lead\nNorth ', 'Team Lead North')).toBe(isSame);
});

it.each([
  ['timezone', 'America/New_York', 'US/Eastern', true],
  ['timezone', 'America/New_York', 'America/Chicago', false],
  ['timezone', 'Europe/London', 'nowhere', false],
  ['locale', 'he-IL', 'iw-IL', true],
  ['locale', 'en-GB', 'en-US', false],
  ['preferredLanguage', 'en-GB', 'en', false],
  ['title', 'US/Eastern', 'America/New_York', false],
] as const)('%s: %j may be shown as %j: %s', (path, sent, held, isSame) => {
  const compiled = compilePath(STANDARD_SCHEMAS, 'User', path);
  expect(isEquivalentForm('okta', compiled, sent, held)).toBe(isSame);
  expect(isEquivalentForm('entra', compiled, sent, held)).toBe(false);
});
