import { expect, test } from 'vitest';
import { isAlteredText } from '../../src/engine/compare/altered-text.js';

/** What was sent, and what is there. */
const ALTERED: readonly (readonly [string, string])[] = [
  ['Account Manager', 'Account Mana'],
  ['0070123', '70123'],
  ['12345678901234567890', '12345678901234567000'],
  ['1.50', '1.5'],
  ['007.25', '7.25'],
  ['+007', '7'],
  ['-007', '-7'],
  ['R&D', 'R&amp;D'],
  ["O'Brien", 'O&#39;Brien'],
  ["O'Brien", 'O&#x27;Brien'],
  ["O'Brien", "O\\'Brien"],
  ["O'Brien", "O''Brien"],
  ['Research <Lab>', 'Research '],
  ['Siobhán', 'Siobhan'],
  ['Siobhán', 'Siobh?n'],
  ['Siobhán', 'SiobhÃ¡n'],
  ['Ελένη', '?????'],
  ['Ελένη', '\ufffd\ufffd\ufffd\ufffd\ufffd'],
  ['Building 7,  Room 12', 'Building 7, Room 12'],
  ['a+b@example.com', 'a b@example.com'],
];

test.each(ALTERED)('%j that is kept as %j has been altered', (sent, held) => {
  expect(isAlteredText(sent, held)).toBe(true);
});

const OTHERS: readonly (readonly [string, string])[] = [
  ['Engineer', 'Engineer'],
  ['Engineer', 'Analyst'],
  ['Engineer', ''],
  ['Analyst', 'Senior Analyst'],
  ['Ελένη', 'Μαρία'],
  ['0070123', '0070124'],
  ['ada@example.com', 'ada.lovelace@example.com'],
  ['?', '!a'],
  ['007-a', 'NaN'],
  ['a 007', 'NaN'],
];

test.each(OTHERS)('%j in whose place %j is there is another matter', (sent, held) => {
  expect(isAlteredText(sent, held)).toBe(false);
});
